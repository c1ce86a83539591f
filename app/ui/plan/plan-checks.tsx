import type { PlanCheck } from '../../clinical/plan/checks.ts'
import type { Missing } from '../../clinical/rules/rule.ts'
import { printedText } from '../../content/plan-values.ts'
import { planEvidenceLabel, planReviewWords } from '../../content/plan-words.ts'
import type { Language } from '../../content/words.ts'
import type { PlanReading } from './plan-view.ts'

/** Where an exception's reason is written, in a form; without, the reason given is shown. */
export type ReasonFields = {
  name: (check: PlanCheck) => string
  written: Readonly<Record<string, string>>
  /** The first check of its code: one reason answers for all of them. */
  isFirst: (check: PlanCheck) => boolean
  problem: (name: string) => string | undefined
}

type PlanChecksProps = { reading: PlanReading; checks: readonly PlanCheck[]; reasons?: ReasonFields }

/** What the checks say, strongest first, each with what it compares. */
export function PlanChecks({ reading, checks, reasons }: PlanChecksProps) {
  if (checks.length === 0) return null
  const review = planReviewWords[reading.language]
  return (
    <ul class="plan-checks">
      {checks.map((check) => (
        <li key={`${check.code} ${check.field} ${check.planned}`} class={`plan-check ${check.severity}`}>
          <p>
            <strong>
              {check.reason === undefined ? review.severities[check.severity] : reading.words.exceptions.one}.
            </strong>{' '}
            {review.checks[check.code]} {compared(reading, check)}
          </p>
          <MissingList language={reading.language} missing={check.missing} />
          {check.severity === 'exception' && <Reason reading={reading} check={check} reasons={reasons} />}
        </li>
      ))}
    </ul>
  )
}

/** Numbers of a line side by side. Hashes of a protocol and names of what is missing are told elsewhere. */
function compared({ language, words, day }: PlanReading, check: PlanCheck): string {
  const { code, field, planned, signed } = check
  if (planned === '' || signed === '' || (field === undefined && code !== 'level-below-facts')) return ''
  const text = (printed: string) => printedText(language, field, printed, day)
  return words.draft.compare(text(planned), text(signed))
}

export function MissingList({ language, missing }: { language: Language; missing: readonly Missing[] }) {
  if (missing.length === 0) return null
  return (
    <p class="quiet">
      {planReviewWords[language].missing}:{' '}
      {missing.map(({ name }) => planEvidenceLabel(language, name)).join('; ')}
    </p>
  )
}

type ReasonProps = { reading: PlanReading; check: PlanCheck; reasons: ReasonFields | undefined }

function Reason({ reading, check, reasons }: ReasonProps) {
  const review = planReviewWords[reading.language]
  if (!reasons)
    return check.reason === undefined ? null : (
      <p>
        <span class="quiet">{reading.words.exceptions.reason}:</span> {check.reason}
      </p>
    )
  if (!reasons.isFirst(check)) return null
  const name = reasons.name(check)
  const problem = reasons.problem(name)
  return (
    <div class="reason">
      <label for={name}>{review.reason}</label>
      {problem !== undefined && <p class="field-error">{problem}</p>}
      <textarea id={name} name={name} rows={2} autocomplete="off" aria-invalid={problem ? true : undefined}>
        {reasons.written[name] ?? ''}
      </textarea>
    </div>
  )
}
