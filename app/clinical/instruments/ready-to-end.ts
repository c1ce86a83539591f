/**
 * The ready-to-end list: what has to be true before a session closes. All of it, and enough time since the dose.
 * Answered by the person who is there, never by the patient alone.
 *
 * Our own list. The minutes are limits of the signed protocol. Source and sign-off: docs/clinical/ready-to-end.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Answers, type Instrument, type Item, NO, YES, YES_NO } from './instrument.ts'
import { holds, type Truth } from './truth.ts'

export type ReadyToEndReadings = {
  allYes: Truth
  /** Which are not so yet, or have no answer, by `linkId`. */
  notYet: string[]
  /** The person who should be there has gone. */
  isAlone: Truth
}

const item = (what: string): Item => ({ linkId: `end-${what}`, values: YES_NO, isSafety: true })
const company = item('company')
const items: Item[] = [
  item('awake'),
  item('calm'),
  item('walks'),
  item('pressure'),
  item('no-vomiting'),
  item('oxygen'),
  company,
  item('no-driving'),
]

export const readyToEnd: Instrument<null, ReadyToEndReadings> = {
  code: 'ready-to-end',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/ready-to-end.md',
  items,
  score: (answers) => {
    const readings = read(answers)
    return decided(items, answers, readings, readings.allYes !== 'undetermined')
  },
}

const read = (answers: Answers): ReadyToEndReadings => {
  const there = given(company, answers)
  return {
    allYes: holds(items, answers, (values) => items.every(({ linkId }) => values[linkId] === YES)),
    notYet: items.filter((one) => given(one, answers) !== YES).map(({ linkId }) => linkId),
    isAlone: there === undefined ? 'undetermined' : there === NO ? 'met' : 'not-met',
  }
}

/** Minutes since the dose. Absent = nobody signed it. */
export type ObservationLimits = { minObservationMinutes?: number; maxObservationMinutes?: number }

/** `contact`: somebody has to be reached at once. `escalate`: too long and still not ready. */
export type EndStep = 'ready' | 'not-yet' | 'contact' | 'escalate' | 'unknown'

/**
 * Whether the session may close now. Strongest first: alone, then too long, then not yet.
 *
 * @param minutesSinceDose whole minutes
 * @returns `unknown` without signed minutes: nothing closes on a number nobody signed
 */
export function endStep(answers: Answers, minutesSinceDose: number, limits: ObservationLimits): EndStep {
  const { allYes, isAlone } = read(answers)
  const { minObservationMinutes, maxObservationMinutes } = limits
  if (isAlone === 'met') return 'contact'
  if (minObservationMinutes === undefined || maxObservationMinutes === undefined) return 'unknown'
  if (allYes === 'met' && minutesSinceDose >= minObservationMinutes) return 'ready'
  return minutesSinceDose >= maxObservationMinutes ? 'escalate' : 'not-yet'
}
