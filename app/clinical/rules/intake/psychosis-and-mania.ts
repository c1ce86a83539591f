import type { IntakeFacts } from '../../facts/intake.ts'
import { atLeast, block, is, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B11: any of the practice's own hard questions blocks. PTSD raises the PQ-16, so its count only asks for a look. */
export const psychosis: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B11',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['instruments.pq16.reviewCount'],
  sections: ['I-12', 'S-2'],
  judge: (facts, limits) =>
    judged(
      block(
        is(facts, 'everPsychosis'),
        is(facts, 'hasVoicesOrStrangeBeliefsNow'),
        is(facts, 'everPsychoticOrManicOnSubstance'),
        is(facts, 'hasRelativeWithSchizophrenia'),
      ),
      review(atLeast(facts, 'pq16Count', limits, 'instruments.pq16.reviewCount')),
    ),
}

/** B12: mania now blocks; a history or a positive screen is looked at. A negative screen excludes nothing. */
export const mania: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B12',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['I-11', 'S-2'],
  judge: (facts) =>
    judged(
      block(is(facts, 'hasManiaNow')),
      review(is(facts, 'everManiaOrHospitalForIt'), is(facts, 'isBipolarScreenPositive')),
    ),
}
