import type { AssessmentFacts } from '../../facts/assessment.ts'
import { block, hasAny, is, judged } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { ASSESSMENT } from './about.ts'

/** A03: help comes before every other result. */
export const notSafeNow: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A03',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['T-5'],
  judge: (facts) => judged(block(is(facts, 'isNotSafeNow'), is(facts, 'saysCrisisWords'))),
}

/** A04: pregnant, or trying to be. */
export const pregnantOrTrying: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A04',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2', 'S-8'],
  judge: (facts) => judged(block(is(facts, 'isPregnantOrTrying'))),
}

/** A05: a psychosis ever diagnosed, or mania now. */
export const psychosisOrMania: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A05',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2'],
  judge: (facts) => judged(block(is(facts, 'hasPsychosisDiagnosis'), is(facts, 'hasManiaNow'))),
}

/** A06: ketamine raises blood pressure, so heart and vessels are looked at first. */
export const heartOrVessels: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A06',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2', 'label'],
  judge: (facts) => judged(block(hasAny(facts, 'heartConditions'))),
}
