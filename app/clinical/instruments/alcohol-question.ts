/**
 * The single alcohol question: on how many days in the past year there were five or more drinks (men), or four
 * or more (women). Once is positive.
 *
 * US National Institute on Alcohol Abuse and Alcoholism.
 * Source, licence, cut-off and sign-off: docs/clinical/alcohol-question.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, upTo } from './instrument.ts'
import { type Truth, truth } from './truth.ts'

export type AlcoholQuestionReadings = {
  /** Days in the past year, 0 to 366; undefined when there is no answer. */
  days: number | undefined
  positive: Truth
}

const item: Item = { linkId: 'alcohol-days', values: upTo(366) }

export const alcoholQuestion: Instrument<null, AlcoholQuestionReadings> = {
  code: 'alcohol-question',
  version: '1.0.0',
  recall: 'past-year',
  source: 'docs/clinical/alcohol-question.md',
  items: [item],
  score: (answers) => {
    const days = given(item, answers)
    const positive = truth(days === undefined ? undefined : days >= 1)
    return decided([item], answers, { days, positive }, days !== undefined)
  },
}
