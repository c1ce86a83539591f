import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { PlanLines } from '../plan/plan-lines.tsx'
import { type DraftView, type PlanPatient, type PlanReading, planHref } from '../plan/plan-view.ts'

export type PlanRefusal = keyof Words['planDesk']['sign']['refused']

export type PlanSignPageProps = {
  reading: PlanReading
  patient: PlanPatient
  signer: string
  draft: DraftView | null
  /** Why it cannot be signed now, or was not. */
  refused: PlanRefusal | null
  /** With this signature the person is accepted. */
  accepts: boolean
  isInvented: boolean
  /** What was sent and has to be sent again. */
  sent: { name: string; needsTick: boolean; needsName: boolean }
  /** Where to sign in again; null when this login is fresh enough. */
  signInAgainHref: string | null
}

/** The whole plan with every check, and a signature under it: a typed name and a tick. */
export function PlanSignPage(props: PlanSignPageProps) {
  const { reading, patient, draft, refused, isInvented } = props
  const { words } = reading
  const own = words.sign
  return (
    <div class="wide flow plan-page">
      <header class="console-head">
        <h1>{draft ? own.title(draft.version) : words.of(patient.name)}</h1>
        <p>{patient.name}</p>
        <p class="push">
          <a href={planHref(patient)}>{own.back}</a>
        </p>
      </header>
      {refused !== null && (
        <Notice kind="problem" title={own.refused[refused].title}>
          <p>{own.refused[refused].text}</p>
        </Notice>
      )}
      {isInvented && <Notice kind="problem">{words.invented}</Notice>}
      {draft && (
        <section class="flow" aria-labelledby="what">
          <h2 id="what">{own.what}</h2>
          <PlanLines reading={reading} plan={draft.plan} checks={draft.checks} id="what" />
        </section>
      )}
      {draft && <Act {...props} draft={draft} />}
    </div>
  )
}

/** A signature that can still be given: what is wrong with it can be put right on this page. */
const CAN_STILL: readonly (PlanRefusal | null)[] = [null, 'name', 'changed']

function Act(props: PlanSignPageProps & { draft: DraftView }) {
  const { reading, patient, signer, draft, refused, accepts, sent, signInAgainHref } = props
  const own = reading.words.sign
  const href = planHref(patient)
  if (!CAN_STILL.includes(refused))
    return (
      <p class="actions">
        <ButtonLink href={refused === 'findings' ? `/console/patients/${patient.id}` : href}>
          {refused === 'findings' ? reading.words.back : own.back}
        </ButtonLink>
      </p>
    )
  if (signInAgainHref !== null)
    return (
      <Notice kind="problem" title={own.again.title}>
        <p>{own.again.text}</p>
        <p>
          <ButtonLink href={signInAgainHref}>{own.again.link}</ButtonLink>
        </p>
      </Notice>
    )
  return (
    <form method="post" action={`${href}/sign`} class="card flow signing">
      <p>{own.text}</p>
      {accepts && <p>{own.accepts}</p>}
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="readHash" value={draft.hash} />
      <div class="tick">
        <input
          type="checkbox"
          id="hasRead"
          name="hasRead"
          value="yes"
          required
          aria-invalid={sent.needsTick || undefined}
          aria-describedby={sent.needsTick ? 'hasRead-error' : undefined}
        />
        <label for="hasRead">{own.read}</label>
      </div>
      {sent.needsTick && (
        <p class="field-error" id="hasRead-error">
          {own.tickNeeded}
        </p>
      )}
      <Field
        name="typedName"
        label={own.name}
        hint={own.nameHint(signer)}
        error={sent.needsName ? own.nameNeeded : undefined}
        value={sent.name}
        autocomplete="off"
        maxLength={200}
        required={true}
      />
      <p class="actions">
        <Button kind="first">{own.button}</Button>
      </p>
    </form>
  )
}
