import type { DayOfFacts } from '../../facts/day-of.ts'
import { standsAbove } from '../comparing.ts'
import { against, block, both, is, isPositive, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C16: more unreal than before treatment: once by much, or twice in a row by less. */
export const moreUnreal: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C16',
  version: 2,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['instruments.dssB.risePoints', 'instruments.dssB.repeatedRisePoints'],
  sections: ['I-8'],
  judge: (facts, limits) => {
    const value = facts.dssB === 'not-loaded' ? ('none' as const) : facts.dssB?.bounds
    const now = { name: 'dssB', value }
    const baseline = { name: 'dssBBaseline', value: facts.dssBBaseline }
    const repeated = 'instruments.dssB.repeatedRisePoints'
    return judged(
      review(
        standsAbove(now, baseline, limits, 'instruments.dssB.risePoints'),
        both(
          standsAbove(now, baseline, limits, repeated),
          against('at-least', 'previousDssBRise', facts.previousDssBRise, limits, repeated),
        ),
      ),
    )
  },
}

/**
 * C19: trauma symptoms or mood clearly worse than last time, or a finding of F01 that nobody has looked at: small rises
 * in a row add up there, and none of them shows here. A total that could not be made is not called better.
 */
export const worseSinceLast: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C19',
  version: 2,
  severities: ['review'],
  whenUnknown: 'review',
  isSafety: true,
  limits: ['instruments.pcl5.worseningPoints', 'instruments.phq9.worseningPoints'],
  sections: ['I-2', 'I-5'],
  judge: (facts, limits) =>
    judged(
      review(
        standsAbove(
          { name: 'pcl5', value: facts.pcl5?.bounds },
          { name: 'previousPcl5Total', value: facts.previousPcl5Total },
          limits,
          'instruments.pcl5.worseningPoints',
        ),
        standsAbove(
          { name: 'phq9', value: facts.phq9?.bounds },
          { name: 'previousPhq9Total', value: facts.previousPhq9Total },
          limits,
          'instruments.phq9.worseningPoints',
        ),
        isPositive(facts, 'openWorsenings'),
      ),
    ),
}

/** C25: voices, beliefs that others find strange, or little sleep with much energy: a call the same day. */
export const voicesOrMuchEnergy: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C25',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-7'],
  judge: (facts) =>
    judged(block(is(facts, 'hasVoicesOrStrangeBeliefs'), is(facts, 'hasLittleSleepMuchEnergy'))),
}
