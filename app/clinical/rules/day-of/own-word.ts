import type { DayOfFacts } from '../../facts/day-of.ts'
import { standsAbove } from '../comparing.ts'
import { atLeast, block, both, is, isOneOf, isPositive, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C01: the C-SSRS since last contact, as B01 to B04. Where its text is not loaded, S01 to S03 judge the ASQ. */
export const suicideRiskSince: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C01',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['I-7', 'I-0'],
  judge: (facts) =>
    judged(
      block(isOneOf(facts, 'cssrsLevel', ['high', 'moderate']), isPositive(facts, 'cssrsItemsSkipped')),
      review(isOneOf(facts, 'cssrsLevel', ['low'])),
    ),
}

/** C02: the person's own word comes first; a high number counts by what is usual for them. */
export const hardDay: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C02',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['instruments.suds.highBeforePoints', 'instruments.suds.aboveUsualPoints'],
  sections: ['practice', 'I-14'],
  judge: (facts, limits) => {
    const high = atLeast(facts, 'distress', limits, 'instruments.suds.highBeforePoints')
    const aboveUsual = standsAbove(
      { name: 'distress', value: facts.distress },
      { name: 'usualDistress', value: facts.usualDistress },
      limits,
      'instruments.suds.aboveUsualPoints',
    )
    return judged(block(is(facts, 'isCrisisDay'), both(high, aboveUsual)), review(high))
  },
}

/** C18: "not today" is honoured without a reason, and nobody opens it for the person. */
export const saysNotToday: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C18',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  isFinal: true,
  limits: [],
  sections: ['T-1'],
  judge: (facts) => judged(block(is(facts, 'saysNotToday'))),
}
