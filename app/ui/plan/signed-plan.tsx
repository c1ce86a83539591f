import type { ComponentChildren } from 'preact'
import { exceptionsOf } from '../../clinical/plan/checks.ts'
import { Time } from '../when.tsx'
import { PlanChecks } from './plan-checks.tsx'
import { PlanLines } from './plan-lines.tsx'
import type { PlanReading, SignedView } from './plan-view.ts'

type SignedPlanViewProps = { reading: PlanReading; view: SignedView; children?: ComponentChildren }

/** What was signed: by whom, what departs from the protocol and why, whether the patient has seen it, every line. */
export function SignedPlanView({ reading, view, children }: SignedPlanViewProps) {
  const { words } = reading
  const { version, plan, checks, signed, seenAt } = view
  const id = `signed-${version}`
  const exceptions = exceptionsOf(checks)
  return (
    <section class="card flow" aria-labelledby={id}>
      <h2 id={id}>{words.signed.title(version)}</h2>
      <p>
        {words.signed.by(signed.by)}, <Time when={signed.at} />,{' '}
        {words.signed.protocol(plan.protocol.version)}.
      </p>
      <p class="quiet">
        {seenAt === null ? (
          words.signed.notSeen
        ) : (
          <>
            {words.signed.seen}: <Time when={seenAt} />
          </>
        )}
      </p>
      {exceptions.length === 0 ? (
        <p>{words.signed.noExceptions}</p>
      ) : (
        <>
          <h3>{words.signed.exceptions}</h3>
          <PlanChecks reading={reading} checks={exceptions} />
        </>
      )}
      <details>
        <summary>{words.signed.lines}</summary>
        <PlanLines reading={reading} plan={plan} checks={checks} id={id} />
      </details>
      {children}
    </section>
  )
}
