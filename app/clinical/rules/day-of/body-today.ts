import type { DayOfFacts } from '../../facts/day-of.ts'
import { onlyIf } from '../comparing.ts'
import { above, below, block, either, is, isOneOf, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C09: whoever is ill rests first. */
export const ill: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C09',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['proposal'],
  judge: (facts) =>
    judged(
      block(
        is(facts, 'hasFever'),
        is(facts, 'hasVomited'),
        is(facts, 'hasCough'),
        is(facts, 'hasHeadInjury'),
      ),
    ),
}

/** C14: very little sleep. */
export const littleSleep: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C14',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['fitness.minimumSleepHours'],
  sections: ['proposal'],
  judge: (facts, limits) => judged(review(below(facts, 'sleptHours', limits, 'fitness.minimumSleepHours'))),
}

/** C26: where pregnancy is possible: a positive test, none, one too old, or a late period. Private. */
export const pregnancyToday: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C26',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: ['fitness.pregnancyTestMaxAgeHours'],
  sections: ['S-8'],
  judge: (facts, limits) =>
    judged(
      block(
        onlyIf(
          is(facts, 'isPregnancyPossible'),
          either(
            isOneOf(facts, 'pregnancyTest', ['positive', 'not-done']),
            above(facts, 'hoursSincePregnancyTest', limits, 'fitness.pregnancyTestMaxAgeHours'),
            is(facts, 'isPeriodLate'),
          ),
        ),
      ),
    ),
}

/** C27: bladder pain or blood since the last session. */
export const bladderSince: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C27',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-11'],
  judge: (facts) => judged(block(is(facts, 'hasBladderPain'), is(facts, 'hasBloodInUrine'))),
}
