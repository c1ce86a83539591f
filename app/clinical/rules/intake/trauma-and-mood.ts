import type { IntakeFacts } from '../../facts/intake.ts'
import type { Limits } from '../../protocol.ts'
import {
  advise,
  atLeast,
  block,
  both,
  type Condition,
  either,
  is,
  isNot,
  isNotLoaded,
  isOneOf,
  judged,
  reading,
  review,
  totalReaches,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B06: severe by the scale's own band, or from wherever the practice wants a prescriber to look. */
export const severeLowMood: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B06',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['instruments.phq9.reviewTotal'],
  sections: ['I-5'],
  judge: (facts, limits) =>
    judged(review(totalReaches(facts, 'phq9', limits, 'instruments.phq9.reviewTotal'))),
}

const isPcl5Positive = (facts: IntakeFacts, limits: Limits): Condition =>
  either(
    totalReaches(facts, 'pcl5', limits, 'instruments.pcl5.cutOffTotal'),
    reading('pcl5', facts.pcl5?.symptomPattern, 'symptom pattern met'),
  )

/** Both parts of the ITQ: the pattern of ICD-11 complex PTSD. A pattern to talk about, no diagnosis. */
export const isItqComplex = ({ itq }: IntakeFacts): Condition =>
  both(
    reading('itq', itq?.ptsdCriteria, 'PTSD part met'),
    reading('itq', itq?.selfOrganisationCriteria, 'self-organisation part met'),
  )

/**
 * Dissociation outside sessions. The DSS-B is asked where the practice has no text of the DES, and our one question
 * where it has neither: often or most days asks for a look. No scale, and no cut-off anybody published; without an
 * answer to it, nobody can say.
 */
export const isDissociationHigh = (facts: IntakeFacts, limits: Limits): Condition =>
  either(
    atLeast(facts, 'desMean', limits, 'instruments.des.reviewMean'),
    atLeast(facts, 'desTaxonMean', limits, 'instruments.des.reviewTaxonMean'),
    both(isNotLoaded(facts, 'desMean'), insteadOfDes(facts, limits)),
  )

function insteadOfDes(facts: IntakeFacts, limits: Limits): Condition {
  const { dssB } = facts
  if (dssB === 'not-loaded') return isOneOf(facts, 'feelsUnreal', ['often', 'most-days'])
  return totalReaches({ dssB }, 'dssB', limits, 'instruments.dssB.reviewTotal')
}

const DISSOCIATION_LIMITS = [
  'instruments.des.reviewMean',
  'instruments.des.reviewTaxonMean',
  'instruments.dssB.reviewTotal',
] as const

/** B07: by total or by pattern. The two disagree in some people, and the clinician sees which held. */
export const pcl5Positive: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B07',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'nothing',
  limits: ['instruments.pcl5.cutOffTotal'],
  sections: ['I-2'],
  judge: (facts, limits) => judged(advise(isPcl5Positive(facts, limits))),
}

/** B08: slower, with preparation, a therapist and a careful plan. */
export const complexTrauma: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B08',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: [],
  sections: ['I-4', 'S-3'],
  judge: (facts) => judged(review(isItqComplex(facts))),
}

/** B09: something to talk about, not a reason to turn anybody away: half of people with PTSD reach the usual cut. */
export const dissociation: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B09',
  version: 2,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: DISSOCIATION_LIMITS,
  sections: ['I-8', 'S-3'],
  judge: (facts, limits) => judged(review(isDissociationHigh(facts, limits))),
}

/** B10: a dissociative disorder, or both patterns at once: not at home before a plan with the right therapist. */
export const dissociativeDisorder: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B10',
  version: 2,
  severities: ['block'],
  whenUnknown: 'review',
  limits: DISSOCIATION_LIMITS,
  sections: ['S-3'],
  judge: (facts, limits) =>
    judged(
      block(
        is(facts, 'hasDissociativeDisorder'),
        both(isItqComplex(facts), isDissociationHigh(facts, limits)),
      ),
    ),
}

/** B30: trauma without a therapist. */
export const traumaWithoutTherapist: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B30',
  version: 2,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['instruments.pcl5.cutOffTotal', ...DISSOCIATION_LIMITS],
  sections: ['practice', 'E-5'],
  judge: (facts, limits) => {
    const hasNone = isNot(facts, 'hasTherapist')
    const complex = isItqComplex(facts)
    const dissociates = isDissociationHigh(facts, limits)
    const hasTrauma = either(
      is(facts, 'hasPtsdDiagnosis'),
      isPcl5Positive(facts, limits),
      reading('itq', facts.itq?.ptsdCriteria, 'PTSD part met'),
      dissociates,
    )
    return judged(block(both(hasNone, complex, dissociates)), review(both(hasNone, hasTrauma)))
  },
}
