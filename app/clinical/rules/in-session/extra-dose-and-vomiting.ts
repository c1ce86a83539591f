import type { InSessionFacts } from '../../facts/in-session.ts'
import { WAKING_WORDS } from '../../instruments/waking.ts'
import { above, block, both, is, isPositive, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'
import { isNowOneOf } from './looks.ts'

const DROWSY = WAKING_WORDS.filter((word) => word !== 'at-once')

/** D10: more than one dose. Drowsy besides: poison control and the emergency service. */
export const extraDose: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D10',
  version: 1,
  severities: ['block', 'review'],
  limits: ['session.lookInEveryMinutes'],
  sections: ['S-12'],
  judge: (facts, limits) => {
    const tookMore = is(facts, 'tookExtraDose')
    return judged(block(both(tookMore, isNowOneOf(facts, limits, DROWSY))), review(tookMore))
  },
}

/** D11: vomiting again and again; drowsy besides, the airway is in danger. */
export const vomiting: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D11',
  version: 1,
  severities: ['block', 'review'],
  limits: ['session.vomitingTimes', 'session.lookInEveryMinutes'],
  sections: ['S-7'],
  judge: (facts, limits) =>
    judged(
      block(both(isPositive(facts, 'vomitedTimes'), isNowOneOf(facts, limits, DROWSY))),
      review(above(facts, 'vomitedTimes', limits, 'session.vomitingTimes')),
    ),
}
