import { stillOpen } from '../../clinical/plan/checks.ts'
import { Button, ButtonLink } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { CautionCard } from '../plan/caution-card.tsx'
import { PlanFields } from '../plan/plan-form.tsx'
import {
  type CautionView,
  type DraftView,
  type PlanPatient,
  type PlanReading,
  planHref,
  type SignedView,
} from '../plan/plan-view.ts'
import { SignedPlanView } from '../plan/signed-plan.tsx'

export const PLAN_FORM = 'plan-draft'

export type PlanPageProps = {
  reading: PlanReading
  patient: PlanPatient
  told: 'saved' | 'drawn' | 'signed' | null
  /** Null: no protocol is signed. */
  caution: CautionView | null
  isInvented: boolean
  /** Whether a plan is drafted where this person is now. */
  mayDraft: boolean
  draft: DraftView | null
  /** Signed versions, the latest first. */
  signed: readonly SignedView[]
  written: Readonly<Record<string, string>>
  problems: ReadonlyMap<string, string>
  /** Somebody saved another draft while this one was written. */
  isChanged: boolean
}

/** A plan from its draft to what is signed: why it is as careful as it is, every line with its checks. */
export function PlanPage(props: PlanPageProps) {
  const { reading, patient, told, caution, isInvented, mayDraft, draft, signed, problems, isChanged } = props
  const { words } = reading
  const [holds, ...earlier] = signed
  const mayBegin = mayDraft && caution !== null
  // While there is something to write, what it has to be careful of stands above it.
  const isOpen = draft !== null || holds === undefined
  return (
    <div class="wide flow plan-page">
      <header class="console-head">
        <h1>{words.of(patient.name)}</h1>
        <p class="push with-links">
          <a href={`/console/patients/${patient.id}`}>{words.back}</a>
          <a href={`/console/patients/${patient.id}/supply`}>{words.toSupply}</a>
        </p>
      </header>
      {told === 'saved' && <Notice kind="done">{words.draft.saved}</Notice>}
      {told === 'drawn' && <Notice kind="done">{words.draft.drawn}</Notice>}
      {told === 'signed' && <Notice kind="done">{words.signed.done}</Notice>}
      {problems.size > 0 && (
        <Notice kind="problem" title={words.unclear.title(problems.size)}>
          <p>{words.unclear.text}</p>
        </Notice>
      )}
      {isChanged && (
        <Notice kind="problem" title={words.changed.title}>
          <p>{words.changed.text}</p>
        </Notice>
      )}
      {caution === null && (
        <Notice kind="problem" title={words.noProtocol.title}>
          <p>{words.noProtocol.text}</p>
        </Notice>
      )}
      {!mayDraft && (
        <Notice title={words.notNow.title}>
          <p>{words.notNow.text}</p>
        </Notice>
      )}
      {isInvented && <Notice kind="problem">{words.invented}</Notice>}
      {caution && isOpen && <CautionCard reading={reading} caution={caution} />}
      {draft && <Draft {...props} draft={draft} />}
      {holds && (
        <SignedPlanView reading={reading} view={holds}>
          {!draft && mayBegin && <Draw words={words} patient={patient} isNew={true} />}
        </SignedPlanView>
      )}
      {caution && !isOpen && <CautionCard reading={reading} caution={caution} />}
      {!draft && !holds && (
        <EmptyState title={words.none.title}>
          <p>{words.none.text}</p>
          {mayBegin && <Draw words={words} patient={patient} isNew={false} />}
        </EmptyState>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{words.signed.earlier}</summary>
          {earlier.map((view) => (
            <SignedPlanView key={view.version} reading={reading} view={view} />
          ))}
        </details>
      )}
    </div>
  )
}

type DrawProps = { words: PlanReading['words']; patient: PlanPatient; isNew: boolean }

function Draw({ words, patient, isNew }: DrawProps) {
  return (
    <form method="post" action={`${planHref(patient)}/draw`} class="flow">
      {isNew && <p class="quiet">{words.signed.againMeans}</p>}
      <Button kind={isNew ? 'second' : 'first'}>{isNew ? words.signed.again : words.none.begin}</Button>
    </form>
  )
}

function Draft({ reading, patient, draft, written, problems }: PlanPageProps & { draft: DraftView }) {
  const { words } = reading
  const open = stillOpen(draft.checks).length
  const href = planHref(patient)
  return (
    <section class="flow" aria-labelledby="draft">
      <h2 id="draft">{words.draft.title(draft.version)}</h2>
      <p class="quiet">
        {words.draft.by(draft.changed.by)},{' '}
        <time datetime={draft.changed.at.iso}>{draft.changed.at.text}</time>
      </p>
      <p class="strong">{words.draft.open(open)}</p>
      <form method="post" action={href} id={PLAN_FORM} class="plan-form flow">
        <input type="hidden" name="version" value={draft.version} />
        <input type="hidden" name="readHash" value={draft.hash} />
        <PlanFields reading={reading} draft={draft} written={written} problems={problems} />
        <p class="actions save-bar">
          <Button kind={open === 0 ? 'second' : 'first'} name="then" value="save">
            {words.draft.save}
          </Button>
          {open === 0 && (
            <ButtonLink kind="first" href={`${href}/sign`}>
              {words.draft.sign}
            </ButtonLink>
          )}
        </p>
      </form>
      <form method="post" action={`${href}/draw`} class="flow">
        <input type="hidden" name="readHash" value={draft.hash} />
        <p class="quiet">{words.draft.againMeans}</p>
        <Button>{words.draft.again}</Button>
      </form>
    </section>
  )
}
