import type { DayOfFacts } from '../../facts/day-of.ts'
import { below, block, is, isNot, judged } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C10: somebody who is there, sober and grown up, with a phone that was tried. */
export const supportPersonNotReady: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C10',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['support.minimumAgeYears'],
  sections: ['S-6'],
  judge: (facts, limits) =>
    judged(
      block(
        isNot(facts, 'isSupportPersonHere'),
        isNot(facts, 'isSupportPersonSober'),
        below(facts, 'supportPersonAgeYears', limits, 'support.minimumAgeYears'),
        isNot(facts, 'isPhoneTested'),
      ),
    ),
}

/** C13: help is sent to an address, so it is confirmed on the day. */
export const placeNotConfirmed: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C13',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['T-5'],
  judge: (facts) =>
    judged(block(isNot(facts, 'isAddressConfirmedToday'), isNot(facts, 'isEmergencyContactConfirmedToday'))),
}

/** C15: no driving before the next day, after sleep. */
export const plansToDrive: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C15',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-6'],
  judge: (facts) => judged(block(is(facts, 'plansToDrive'))),
}

/** C24: a child or a dependant needs somebody else until after sleep. */
export const aloneWithDependant: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C24',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-6'],
  judge: (facts) => judged(block(is(facts, 'isAloneWithDependant'))),
}
