/** Local sets of yes/no questions where each yes stands for itself and nothing is added up. */
import { asked, given } from './answers.ts'
import { decided } from './decision.ts'
import { type Answers, type Instrument, type Item, YES, YES_NO } from './instrument.ts'
import { holds, type Truth } from './truth.ts'

export type YesNoReadings = {
  /** Any of them yes. */
  any: Truth
  /** Which were answered yes, by `linkId`. */
  yes: string[]
  /** Which were asked and have no answer. A skip is not a no. */
  open: string[]
}

/** Questions that are looked at when each is answered, and never estimated. */
export const safetyQuestions = (...linkIds: string[]): Item[] =>
  linkIds.map((linkId) => ({ linkId, values: YES_NO, isSafety: true }))

export const yesNoSet = (
  about: Omit<Instrument<null, YesNoReadings>, 'score'>,
): Instrument<null, YesNoReadings> => ({
  ...about,
  score: (answers) => {
    const readings = readYesNo(about.items, answers)
    return decided(about.items, answers, readings, readings.any !== 'undetermined')
  },
})

export function readYesNo(items: readonly Item[], answers: Answers): YesNoReadings {
  const open = asked(items, answers).filter((item) => given(item, answers) === undefined)
  return {
    any: holds(items, answers, (values) => items.some(({ linkId }) => values[linkId] === YES)),
    yes: items.filter((item) => given(item, answers) === YES).map(({ linkId }) => linkId),
    open: open.map(({ linkId }) => linkId),
  }
}
