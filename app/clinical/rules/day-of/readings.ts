/** Readings before the dose. An exemption counts only where the signed protocol gives it. */
import type { DayOfFacts } from '../../facts/day-of.ts'
import { type Limits, limitAt } from '../../protocol.ts'
import {
  above,
  atLeast,
  below,
  block,
  both,
  type Condition,
  either,
  is,
  judged,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

const REST = 'vitals.before.restMinutes'

/** C05: blood pressure, mean of two. In the review band it is taken again after a rest, and a prescriber looks. */
export const bloodPressureBefore: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C05',
  version: 2,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [
    'vitals.before.reviewSystolicMmHg',
    'vitals.before.holdSystolicMmHg',
    'vitals.before.reviewDiastolicMmHg',
    'vitals.before.holdDiastolicMmHg',
    REST,
  ],
  sections: ['S-5'],
  judge: (facts, limits) => {
    const judgement = judged(
      block(
        atLeast(facts, 'systolicMmHg', limits, 'vitals.before.holdSystolicMmHg'),
        atLeast(facts, 'diastolicMmHg', limits, 'vitals.before.holdDiastolicMmHg'),
      ),
      review(
        both(
          either(
            atLeast(facts, 'systolicMmHg', limits, 'vitals.before.reviewSystolicMmHg'),
            atLeast(facts, 'diastolicMmHg', limits, 'vitals.before.reviewDiastolicMmHg'),
          ),
          restSigned(limits),
        ),
      ),
    )
    if (facts.isRestedRepeat === undefined) return judgement
    const isRestedRepeat = facts.isRestedRepeat ? 'yes' : 'no'
    return { ...judgement, evidence: { ...judgement.evidence, isRestedRepeat } }
  },
}

/** Without a signed rest nobody can be told when to take it again. */
function restSigned(limits: Limits): Condition {
  const minutes = limitAt(limits, REST)
  return {
    holds: minutes === undefined ? undefined : true,
    evidence: { [REST]: minutes },
    missing: minutes === undefined ? [{ kind: 'limit', name: REST }] : [],
  }
}

/** C06: pulse, oxygen, breathing and temperature, each in its own bands. */
export const otherReadingsBefore: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C06',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [
    'vitals.before.holdBelowPulsePerMinute',
    'vitals.before.reviewBelowPulsePerMinute',
    'vitals.before.reviewAbovePulsePerMinute',
    'vitals.before.holdAbovePulsePerMinute',
    'vitals.before.reviewBelowOxygenPercent',
    'vitals.before.holdBelowOxygenPercent',
    'vitals.before.holdBelowBreathsPerMinute',
    'vitals.before.reviewAboveBreathsPerMinute',
    'vitals.before.holdAboveBreathsPerMinute',
    'vitals.before.reviewTemperatureCelsius',
    'vitals.before.holdTemperatureCelsius',
  ],
  sections: ['S-5'],
  judge: (facts, limits) =>
    judged(
      block(
        below(facts, 'pulsePerMinute', limits, 'vitals.before.holdBelowPulsePerMinute'),
        above(facts, 'pulsePerMinute', limits, 'vitals.before.holdAbovePulsePerMinute'),
        below(facts, 'oxygenPercent', limits, 'vitals.before.holdBelowOxygenPercent'),
        below(facts, 'breathsPerMinute', limits, 'vitals.before.holdBelowBreathsPerMinute'),
        above(facts, 'breathsPerMinute', limits, 'vitals.before.holdAboveBreathsPerMinute'),
        atLeast(facts, 'temperatureCelsius', limits, 'vitals.before.holdTemperatureCelsius'),
      ),
      review(
        below(facts, 'pulsePerMinute', limits, 'vitals.before.reviewBelowPulsePerMinute'),
        above(facts, 'pulsePerMinute', limits, 'vitals.before.reviewAbovePulsePerMinute'),
        below(facts, 'oxygenPercent', limits, 'vitals.before.reviewBelowOxygenPercent'),
        above(facts, 'breathsPerMinute', limits, 'vitals.before.reviewAboveBreathsPerMinute'),
        atLeast(facts, 'temperatureCelsius', limits, 'vitals.before.reviewTemperatureCelsius'),
      ),
    ),
}

const READINGS = [
  ['systolicMmHg', 'blood-pressure'],
  ['diastolicMmHg', 'blood-pressure'],
  ['pulsePerMinute', 'pulse'],
  ['oxygenPercent', 'oxygen'],
  ['breathsPerMinute', 'breathing'],
  ['temperatureCelsius', 'temperature'],
] as const

/** C07: no reading, a device that failed, or a pair that cannot be true: not before there is one. */
export const readingMissing: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C07',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: ['vitals.before.mayGoWithout'],
  sections: ['S-5'],
  judge: (facts, limits) =>
    judged(
      block(
        ...READINGS.map((reading) => isNotTaken(facts, reading, limits)),
        cannotBeTrue(facts),
        is(facts, 'hasDeviceFault'),
      ),
    ),
}

function isNotTaken(facts: DayOfFacts, [name, kind]: (typeof READINGS)[number], limits: Limits): Condition {
  const value = facts[name]
  if (value === undefined || Number.isNaN(value))
    return { holds: undefined, evidence: { [name]: undefined }, missing: [{ kind: 'fact', name }] }
  if (value !== 'exempt') return { holds: false, evidence: {}, missing: [] }
  const path = 'vitals.before.mayGoWithout'
  const signed = limitAt(limits, path)
  if (signed === undefined)
    return { holds: undefined, evidence: { [name]: value }, missing: [{ kind: 'limit', name: path }] }
  return { holds: !signed.includes(kind), evidence: { [name]: value }, missing: [] }
}

/** The lower number at or above the upper one is no reading, whatever the two are. */
function cannotBeTrue({ systolicMmHg, diastolicMmHg }: DayOfFacts): Condition {
  const isPair = typeof systolicMmHg === 'number' && typeof diastolicMmHg === 'number'
  const holds = isPair && diastolicMmHg >= systolicMmHg
  return { holds, evidence: holds ? { systolicMmHg, diastolicMmHg } : {}, missing: [] }
}
