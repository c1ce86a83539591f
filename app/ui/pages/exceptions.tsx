import type { PlanCheck } from '../../clinical/plan/checks.ts'
import { EmptyState } from '../empty-state.tsx'
import { PlanChecks } from '../plan/plan-checks.tsx'
import { type PlanPatient, type PlanReading, planHref } from '../plan/plan-view.ts'
import { Time, type When } from '../when.tsx'

type ExceptionsPageProps = {
  reading: PlanReading
  plans: readonly {
    patient: PlanPatient
    version: number
    protocolVersion: number
    signed: { by: string; at: When }
    exceptions: readonly PlanCheck[]
    /** A medical director who also prescribes may open the plan itself. */
    hasLink: boolean
  }[]
  /** Plans with an exception that are not on this list. */
  others: number
}

/** Where plans depart from the protocol, and why: of the director's own patients by name, of the others the number. */
export function ExceptionsPage({ reading, plans, others }: ExceptionsPageProps) {
  const { words } = reading
  const own = words.exceptions
  return (
    <div class="wide flow plan-page">
      <h1>{own.title}</h1>
      <p class="lead">{own.lead}</p>
      {plans.length === 0 && <EmptyState title={own.none} />}
      {plans.map(({ patient, version, protocolVersion, signed, exceptions, hasLink }) => (
        <section key={patient.id} class="card flow" aria-labelledby={patient.id}>
          <h2 id={patient.id}>{hasLink ? <a href={planHref(patient)}>{patient.name}</a> : patient.name}</h2>
          <p>
            {own.plan(version)}, {words.signed.protocol(protocolVersion)}. {words.signed.by(signed.by)},{' '}
            <Time when={signed.at} />.
          </p>
          <PlanChecks reading={reading} checks={exceptions} />
        </section>
      ))}
      <p>{others === 0 ? own.noOthers : own.others(others)}</p>
    </div>
  )
}
