import { Fragment } from 'preact'
import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { PartProgress } from '../part-progress.tsx'
import { RatingScale } from '../rating-scale.tsx'

/** A questionnaire as it is read: its wording, and how a person may answer. */
export type AskedQuestionnaire = {
  untranslated: string | null
  wordingLanguage: string
  instruction: string | null
  stem: string | null
  items: Readonly<Record<string, string>>
  ratings: readonly string[]
  /** For questions that are answered in other words than the rest. */
  ratingsOf?: Readonly<Record<string, readonly string[]>>
  skip: string
  /** Whose text it is, under the questions, where the holder asks for that. */
  notice?: string
  /** What stands before a question, by the question's `linkId`. */
  headings?: Readonly<Record<string, readonly string[]>>
}

type CheckInPageProps = {
  words: Words
  /** What the questions are about, as a heading. */
  heading: string
  questionnaire: AskedQuestionnaire
  action: string
  step: number
  steps: number
  /** The screen before this one; undefined on the first. */
  back: number | undefined
  /** The questions of this screen. */
  items: readonly { linkId: string; values: readonly number[] }[]
  /** What was chosen on this screen before. */
  sent: Fields
  /** The response's id, and the answers of the other screens. */
  hidden: Fields
  /** Said above the questions when something was unclear. */
  problem?: string | undefined
  /** Which questions could not be read. */
  unclear: readonly string[]
  /** What becomes of the answers when somebody stops here; undefined: they are not kept. */
  note: string | undefined
}

/** Id of the form, for a button that stands outside it. */
export const CHECK_IN_FORM = 'check-in'

/**
 * One screen of questions. Its buttons all hand the form in; `step` says where the person wants to go:
 * the number of a screen, or `hand-in`. The way on comes first, so that Enter goes on and not back.
 */
export function CheckInPage(props: CheckInPageProps) {
  const { words, heading, questionnaire, action, step, steps, items, sent, hidden, problem, unclear } = props
  const { back, note } = props
  const { checkIn } = words
  const lang = questionnaire.untranslated === null ? undefined : questionnaire.wordingLanguage
  const isLast = step === steps
  return (
    <form id={CHECK_IN_FORM} method="post" action={action} class="narrow check-in">
      <HiddenFields fields={hidden} />
      <PartProgress step={step} steps={steps} label={checkIn.part(step, steps)} />
      <h1>{heading}</h1>
      {questionnaire.untranslated !== null && <Notice>{questionnaire.untranslated}</Notice>}
      {problem !== undefined && (
        <Notice kind="problem" title={checkIn.unclearTitle}>
          <p>{problem}</p>
          {unclear[0] !== undefined && (
            <p>
              <a href={`#${unclear[0]}`}>{checkIn.unclearGo}</a>
            </p>
          )}
        </Notice>
      )}
      {step === 1 && questionnaire.instruction !== null && (
        <p class="instruction" lang={lang}>
          {questionnaire.instruction}
        </p>
      )}
      {questionnaire.stem !== null && (
        <p class="stem" lang={lang}>
          {questionnaire.stem}
        </p>
      )}
      {items.map(({ linkId, values }) => (
        <Fragment key={linkId}>
          {questionnaire.headings?.[linkId]?.map((heading) => (
            <p key={heading} class="stem" lang={lang}>
              {heading}
            </p>
          ))}
          <RatingScale
            name={linkId}
            question={questionnaire.items[linkId] ?? linkId}
            ratings={questionnaire.ratingsOf?.[linkId] ?? questionnaire.ratings}
            values={values}
            skip={questionnaire.skip}
            chosen={sent[linkId]}
            problem={unclear.includes(linkId) ? checkIn.unclearItem : undefined}
            wordingLanguage={lang}
          />
        </Fragment>
      ))}
      <div class="actions">
        {isLast && <p class="quiet">{checkIn.lastPart}</p>}
        <Button kind="first" name="step" value={isLast ? 'hand-in' : String(step + 1)}>
          {isLast ? checkIn.handIn : checkIn.next}
        </Button>
        {back !== undefined && (
          <Button name="step" value={String(back)}>
            {checkIn.back}
          </Button>
        )}
      </div>
      {questionnaire.notice !== undefined && (
        <p class="quiet" lang={questionnaire.wordingLanguage}>
          {questionnaire.notice}
        </p>
      )}
      <p class="quiet">{note ?? checkIn.notKept}</p>
    </form>
  )
}
