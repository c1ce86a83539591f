/**
 * Ask Suicide-Screening Questions (ASQ): four questions, and a fifth about right now when any of them is yes or
 * declined. Nothing is added up; declining counts as yes.
 *
 * US National Institute of Mental Health. Untested after ketamine at home.
 * Source, licence, outcomes and sign-off: docs/clinical/asq.md
 */
import { decided } from './decision.ts'
import { type Answers, type Instrument, type Item, NO, numbered, YES, YES_NO } from './instrument.ts'

/**
 * `acute`: a person now. `non-acute`: a safety assessment before going on. `positive`: the fifth question is
 * still to be asked. `undetermined`: nothing was said yet, and not everything was asked.
 */
export type AsqOutcome = 'negative' | 'non-acute' | 'acute' | 'positive' | 'undetermined'

const screen: Item[] = numbered('asq', 4, YES_NO).map((item) => ({ ...item, isSafety: true }))
const acuity: Item = {
  linkId: 'asq-05',
  values: YES_NO,
  isSafety: true,
  askedWhen: screen.flatMap(({ linkId }) => [
    { linkId, is: YES },
    { linkId, is: 'skipped' as const },
  ]),
}
const items = [...screen, acuity]

export const asq: Instrument<null, { outcome: AsqOutcome }> = {
  code: 'asq',
  version: '1.0.0',
  recall: 'several',
  source: 'docs/clinical/asq.md',
  items,
  score: (answers) => {
    const outcome = outcomeOf(answers)
    return decided(items, answers, { outcome }, outcome !== 'positive' && outcome !== 'undetermined')
  },
}

function outcomeOf(answers: Answers): AsqOutcome {
  // Whatever is said about right now counts, even if the four before it were all no.
  if (isYesOrDeclined(acuity, answers)) return 'acute'
  if (screen.some((item) => isYesOrDeclined(item, answers)))
    return answers[acuity.linkId] === NO ? 'non-acute' : 'positive'
  return screen.every(({ linkId }) => answers[linkId] === NO) ? 'negative' : 'undetermined'
}

/** Anything but a plain no or silence: what could not be read is not taken for a no either. */
const isYesOrDeclined = ({ linkId }: Item, answers: Answers): boolean =>
  answers[linkId] !== undefined && answers[linkId] !== NO
