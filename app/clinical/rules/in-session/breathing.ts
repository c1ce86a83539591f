/** The one ladder of breathing, and of oxygen. */
import type { InSessionFacts } from '../../facts/in-session.ts'
import { type Limits, limitAt } from '../../protocol.ts'
import { above, atMost, below, block, both, type Condition, is, judged, not, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'

/** D03: too few breaths, a long pause, blue or gasping, too little oxygen: an emergency. Near it, a person now. */
export const breathing: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D03',
  version: 1,
  severities: ['block', 'review'],
  limits: [
    'vitals.during.emergencyBelowBreathsPerMinute',
    'vitals.during.personBelowBreathsPerMinute',
    'vitals.during.personAboveBreathsPerMinute',
    'vitals.during.emergencyPauseSeconds',
    'vitals.during.emergencyOxygenPercent',
    'vitals.before.mayGoWithout',
  ],
  sections: ['S-5', 'S-7', 'S-1'],
  judge: (facts, limits) =>
    judged(
      block(
        below(facts, 'breathsPerMinute', limits, 'vitals.during.emergencyBelowBreathsPerMinute'),
        both(
          is(facts, 'hasBreathingPauses'),
          above(facts, 'longestPauseSeconds', limits, 'vitals.during.emergencyPauseSeconds'),
        ),
        is(facts, 'isBlueOrGasping'),
        oxygen(facts, limits, atMost(facts, 'oxygenPercent', limits, 'vitals.during.emergencyOxygenPercent')),
      ),
      review(
        below(facts, 'breathsPerMinute', limits, 'vitals.during.personBelowBreathsPerMinute'),
        above(facts, 'breathsPerMinute', limits, 'vitals.during.personAboveBreathsPerMinute'),
      ),
    ),
}

/** D04: oxygen a little low, and above the emergency: sit up, breathe, look again. */
export const oxygenLow: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D04',
  version: 1,
  severities: ['review'],
  limits: [
    'vitals.during.reviewBelowOxygenPercent',
    'vitals.during.emergencyOxygenPercent',
    'vitals.before.mayGoWithout',
  ],
  sections: ['S-5'],
  judge: (facts, limits) =>
    judged(
      review(
        oxygen(
          facts,
          limits,
          both(
            below(facts, 'oxygenPercent', limits, 'vitals.during.reviewBelowOxygenPercent'),
            not(atMost(facts, 'oxygenPercent', limits, 'vitals.during.emergencyOxygenPercent')),
          ),
        ),
      ),
    ),
}

/** Without an oximeter there is an answer only where the signed protocol lets people go without. */
function oxygen({ oxygenPercent }: InSessionFacts, limits: Limits, condition: Condition): Condition {
  const path = 'vitals.before.mayGoWithout'
  if (oxygenPercent !== 'exempt') return condition
  const evidence = { oxygenPercent }
  const signed = limitAt(limits, path)
  if (signed?.includes('oxygen')) return { holds: false, evidence, missing: [] }
  const missing = [
    signed ? ({ kind: 'fact', name: 'oxygenPercent' } as const) : ({ kind: 'limit', name: path } as const),
  ]
  return { holds: undefined, evidence, missing }
}
