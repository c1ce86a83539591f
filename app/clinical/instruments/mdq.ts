/**
 * Mood Disorder Questionnaire (MDQ): thirteen yes/no questions, whether several were at the same time, and how
 * much of a problem they were. Positive: seven or more, at the same time, and a moderate or serious problem.
 * The scorer alone: the wording is loaded by a practice that may use it.
 *
 * A negative MDQ does not rule bipolar disorder out. Source, licence and sign-off: docs/clinical/mdq.md
 */
import { type Filled, sum } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, numbered, upTo, YES, YES_NO } from './instrument.ts'
import { holds, type Truth } from './truth.ts'

export type MdqReadings = {
  positive: Truth
  /** Seven or more yeses whatever the other two parts say: negative by the rule, and still to be asked about. */
  manySymptoms: Truth
}

const SYMPTOMS_NEEDED = 7
/** No problem 0, minor 1, moderate 2, serious 3. */
const MODERATE = 2

const symptoms = numbered('mdq', 13, YES_NO)
const afterAnyYes = { askedWhen: symptoms.map(({ linkId }) => ({ linkId, is: YES })) }
const together: Item = { linkId: 'mdq-14', values: YES_NO, ...afterAnyYes }
const problem: Item = { linkId: 'mdq-15', values: upTo(3), ...afterAnyYes }
const items = [...symptoms, together, problem]

const isMany = (values: Filled): boolean =>
  sum(symptoms.map(({ linkId }) => values[linkId] ?? 0)) >= SYMPTOMS_NEEDED

export const mdq: Instrument<null, MdqReadings> = {
  code: 'mdq',
  version: '1.0.0',
  recall: 'lifetime',
  source: 'docs/clinical/mdq.md',
  items,
  score: (answers) => {
    const positive = holds(
      items,
      answers,
      (values) =>
        isMany(values) && values[together.linkId] === YES && (values[problem.linkId] ?? 0) >= MODERATE,
    )
    const readings = { positive, manySymptoms: holds(symptoms, answers, isMany) }
    return decided(items, answers, readings, positive !== 'undetermined')
  },
}
