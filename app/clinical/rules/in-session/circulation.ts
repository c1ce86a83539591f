/** Blood pressure and pulse between the dose and the end: the one ladder of pressure. */
import type { InSessionFacts, Pressure } from '../../facts/in-session.ts'
import { type Limits, limitAt, type NumberPath } from '../../protocol.ts'
import {
  above,
  against,
  below,
  block,
  both,
  type Condition,
  either,
  is,
  judged,
  not,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'
import { pressuresInOrder } from './looks.ts'

type NumberedPath = `vitals.during.${string}` & NumberPath
type Pair = readonly [systolic: NumberedPath, diastolic: NumberedPath]
const HIGH: Pair = ['vitals.during.highSystolicMmHg', 'vitals.during.highDiastolicMmHg']
const REVIEW: Pair = ['vitals.during.reviewSystolicMmHg', 'vitals.during.reviewDiastolicMmHg']

/** D05: chest pain, a stroke sign, a very bad headache or a change of sight: an emergency at any pressure. High twice: a clinician now. */
export const pressureHighTwice: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D05',
  version: 1,
  severities: ['block', 'review'],
  limits: [...HIGH, 'vitals.during.readingAtMinutes'],
  sections: ['S-5', 'S-7'],
  judge: (facts, limits) =>
    judged(
      block(
        is(facts, 'hasChestPain'),
        is(facts, 'hasStrokeSign'),
        is(facts, 'hasSevereHeadache'),
        is(facts, 'hasVisionChange'),
      ),
      review(isHighTwice(facts, limits)),
    ),
}

/** D16: in the review band, or high for the first time: sit, take it again, and call. */
export const pressureRaised: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D16',
  version: 1,
  severities: ['review'],
  limits: [...HIGH, ...REVIEW, 'vitals.during.repeatMinutes', 'vitals.during.readingAtMinutes'],
  sections: ['S-5'],
  judge: (facts, limits) => {
    const latest = pressuresInOrder(facts, limits)
    const isRaised = latest ? reaches(latest.at(-1), REVIEW, limits) : notTaken(limits)
    const isFirst = both(isRaised, not(isHighTwice(facts, limits)))
    // Without a signed time to take it again, nobody can be told what to do.
    const again = limitAt(limits, 'vitals.during.repeatMinutes')
    const evidence = { 'vitals.during.repeatMinutes': again }
    const isSigned: Condition = {
      holds: again === undefined ? undefined : true,
      evidence,
      missing: again === undefined ? [{ kind: 'limit', name: 'vitals.during.repeatMinutes' }] : [],
    }
    return judged(review(both(isFirst, isSigned)))
  },
}

/** D17: pulse outside the protocol's band. */
export const pulse: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D17',
  version: 1,
  severities: ['review'],
  limits: ['vitals.during.pulseFromPerMinute', 'vitals.during.pulseToPerMinute'],
  sections: ['S-5'],
  judge: (facts, limits) =>
    judged(
      review(
        below(facts, 'pulsePerMinute', limits, 'vitals.during.pulseFromPerMinute'),
        above(facts, 'pulsePerMinute', limits, 'vitals.during.pulseToPerMinute'),
      ),
    ),
}

/** D18: dizzy on standing, a fall, or a low pressure. */
export const lowOrFallen: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D18',
  version: 1,
  severities: ['review'],
  limits: ['vitals.during.lowSystolicMmHg', 'vitals.during.readingAtMinutes'],
  sections: ['S-5'],
  judge: (facts, limits) => {
    const ordered = pressuresInOrder(facts, limits)
    // Of two readings in one minute the lower counts here.
    const last = ordered?.at(-1)?.atMinutes
    const lowest = ordered?.find(({ atMinutes }) => atMinutes === last)?.systolicMmHg
    const isLow = ordered
      ? lowest === undefined
        ? none
        : against('below', 'pressures', lowest, limits, 'vitals.during.lowSystolicMmHg')
      : notTaken(limits)
    return judged(review(is(facts, 'isDizzyStanding'), is(facts, 'hasFallen'), isLow))
  },
}

const none: Condition = { holds: false, evidence: {}, missing: [] }

/** Any two high readings of the session count, with whatever in between. */
function isHighTwice(facts: InSessionFacts, limits: Limits): Condition {
  const ordered = pressuresInOrder(facts, limits)
  const judgedEach = (facts.pressures ?? []).map((pressure) => reaches(pressure, HIGH, limits))
  const high = judgedEach.filter(({ holds }) => holds === true)
  if (high.length > 1) {
    const all = facts.pressures?.map((pressure) => written(pressure)).join(', ')
    return { holds: true, evidence: { pressures: all }, missing: [] }
  }
  if (ordered === undefined) return notTaken(limits)
  return judgedEach.find(({ holds }) => holds === undefined) ?? none
}

function reaches(pressure: Pressure | undefined, [systolic, diastolic]: Pair, limits: Limits): Condition {
  if (pressure === undefined) return none
  const condition = either(
    against('at-least', 'pressures', pressure.systolicMmHg, limits, systolic),
    against('at-least', 'pressures', pressure.diastolicMmHg, limits, diastolic),
  )
  return { ...condition, evidence: { ...condition.evidence, pressures: written(pressure) } }
}

const written = ({ atMinutes, systolicMmHg, diastolicMmHg }: Pressure) =>
  `${systolicMmHg}/${diastolicMmHg} at ${Math.floor(atMinutes)}`

/**
 * When a reading is taken again that was in the review band or above it: the signed minutes after it. Undefined where
 * it was not, or where nobody signed them.
 *
 * @param pressure the latest of the session
 * @returns minutes since the dose
 */
export function repeatAtMinutes(pressure: Pressure, limits: Limits): number | undefined {
  const after = limitAt(limits, 'vitals.during.repeatMinutes')
  const isRaised = reaches(pressure, REVIEW, limits).holds === true
  return isRaised && after !== undefined ? pressure.atMinutes + after : undefined
}

function notTaken(limits: Limits): Condition {
  const path = 'vitals.during.readingAtMinutes'
  const isUnsigned = limitAt(limits, path) === undefined
  return {
    holds: undefined,
    evidence: { pressures: undefined },
    missing: [
      { kind: 'fact', name: 'pressures' },
      ...(isUnsigned ? [{ kind: 'limit' as const, name: path }] : []),
    ],
  }
}
