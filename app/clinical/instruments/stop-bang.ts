/**
 * STOP-BANG: eight yes/no questions on the risk of sleep apnoea. High by count, or by two of the first four with
 * male sex, a BMI above 35 or a wide neck. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * Source, licence, levels and sign-off: docs/clinical/stop-bang.md
 */
import type { Filled } from './answers.ts'
import { type Instrument, type Item, YES, YES_NO } from './instrument.ts'
import { type Bounded, type Total, totalOf } from './total.ts'
import { settle } from './truth.ts'

export type StopBangRisk = 'low' | 'intermediate' | 'high' | 'undetermined'

const question = (name: string): Item => ({ linkId: `stop-bang-${name}`, values: YES_NO })
const stop = ['snoring', 'tired', 'observed', 'pressure'].map(question)
/** BMI above 35, not from 35. Age above 50. Neck from 43 cm in men, 41 cm in women. */
const [bmi, age, neck, male] = ['bmi', 'age', 'neck', 'male'].map(question) as [Item, Item, Item, Item]
const items = [...stop, bmi, age, neck, male]

const INTERMEDIATE_FROM = 3
const HIGH_FROM = 5
const STOP_NEEDED = 2

export const stopBang: Instrument<Total, Bounded & { risk: StopBangRisk }> = {
  code: 'stop-bang',
  version: '1.0.0',
  recall: 'typical',
  source: 'docs/clinical/stop-bang.md',
  items,
  score: (answers) => {
    const risk = settle(items, answers, riskOf)
    const result = totalOf(items, answers, 0)
    return risk === 'undetermined' && result.status === 'incomplete'
      ? { ...result, risk, status: 'undetermined' }
      : { ...result, risk }
  },
}

function riskOf(values: Filled): Exclude<StopBangRisk, 'undetermined'> {
  const count = (questions: readonly Item[]) =>
    questions.filter(({ linkId }) => values[linkId] === YES).length
  const isHighByRule = count(stop) >= STOP_NEEDED && count([male, bmi, neck]) > 0
  if (count(items) >= HIGH_FROM || isHighByRule) return 'high'
  return count(items) >= INTERMEDIATE_FROM ? 'intermediate' : 'low'
}
