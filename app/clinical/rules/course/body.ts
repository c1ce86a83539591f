import type { CourseFacts } from '../../facts/course.ts'
import { CHANGES_EXPOSURE } from '../../medicines/interactions.ts'
import type { Limits } from '../../protocol.ts'
import { above, against, atLeast, block, type Condition, hasAny, is, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { COURSE } from './about.ts'

/** F07: the bladder. What counts is the change; stopping ketamine is the first thing that helps. */
export const bladderChange: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F07',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['instruments.icsi.risePoints'],
  sections: ['I-18', 'S-11'],
  judge: (facts, limits) =>
    judged(
      block(is(facts, 'hasNewBloodInUrine'), is(facts, 'hasNewPainOnUrination'), icsiRose(facts, limits)),
    ),
}

/** Where the ICSI is not loaded, the warning signs stand in, and they are asked in any case. */
function icsiRose({ icsiTotal, icsiBaseline }: CourseFacts, limits: Limits): Condition {
  const isNotLoaded = icsiTotal === 'not-loaded' || icsiBaseline === 'not-loaded'
  const isKnown = typeof icsiTotal === 'number' && typeof icsiBaseline === 'number'
  const rise = isNotLoaded ? 'not-loaded' : isKnown ? icsiTotal - icsiBaseline : undefined
  const condition = against('at-least', 'icsiTotal', rise, limits, 'instruments.icsi.risePoints')
  if (!isKnown) return condition
  return { ...condition, evidence: { ...condition.evidence, icsiTotal: `${icsiBaseline} to ${icsiTotal}` } }
}

/** F08: the liver, where the protocol asks for values: too high, or too old. */
export const liverValues: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F08',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [
    'monitoring.altHoldTimesUpperLimit',
    'monitoring.altReviewTimesUpperLimit',
    'monitoring.liverEveryMonths',
  ],
  sections: ['S-11'],
  judge: (facts, limits) =>
    judged(
      block(atLeast(facts, 'altTimesUpperLimit', limits, 'monitoring.altHoldTimesUpperLimit')),
      review(
        atLeast(facts, 'altTimesUpperLimit', limits, 'monitoring.altReviewTimesUpperLimit'),
        above(facts, 'altAgeMonths', limits, 'monitoring.liverEveryMonths'),
      ),
    ),
}

/** F13: something new that may change everything. */
export const newCondition: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F13',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2', 'S-8'],
  judge: (facts) =>
    judged(
      block(
        is(facts, 'isPregnantOrTrying'),
        is(facts, 'hasNewHeartEvent'),
        is(facts, 'hasNewPsychiatricDiagnosis'),
      ),
    ),
}

/** F17: begun or stopped: exposure changes either way, at an unchanged dose. */
export const exposureChange: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F17',
  version: 2,
  severities: ['review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-4'],
  judge: (facts) =>
    judged(
      review(
        hasAny(facts, 'startedMedicineClasses', CHANGES_EXPOSURE),
        hasAny(facts, 'stoppedMedicineClasses', CHANGES_EXPOSURE),
      ),
    ),
}
