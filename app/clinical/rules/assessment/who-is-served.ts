import type { AssessmentFacts } from '../../facts/assessment.ts'
import { below, block, judged } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { isOutsideServedStates } from '../served-states.ts'
import { ASSESSMENT } from './about.ts'

/** A01: the programme is for adults, and a teenager is shown where to turn instead. Nothing is stored. */
export const underAge: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A01',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  isFinal: true,
  limits: ['assessment.minimumAgeYears'],
  sections: ['S-8'],
  judge: (facts, limits) => judged(block(below(facts, 'ageYears', limits, 'assessment.minimumAgeYears'))),
}

/** A02: a physician may only treat where licensed. */
export const outsideServedStates: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A02',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  isFinal: true,
  limits: ['assessment.statesServed'],
  sections: ['practice', 'T-8'],
  judge: (facts, limits) => judged(block(isOutsideServedStates(facts, limits))),
}
