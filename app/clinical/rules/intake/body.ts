import type { IntakeFacts } from '../../facts/intake.ts'
import {
  atLeast,
  block,
  both,
  either,
  hasAny,
  is,
  isNotLoaded,
  isOneOf,
  judged,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'
import { showsOpioidOrBenzodiazepine } from './monitoring-programme.ts'

/** B21: blood pressure at home, the mean over two days. */
export const bloodPressureAtHome: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B21',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [
    'vitals.atHome.holdSystolicMmHg',
    'vitals.atHome.holdDiastolicMmHg',
    'vitals.atHome.reviewSystolicMmHg',
    'vitals.atHome.reviewDiastolicMmHg',
  ],
  sections: ['S-5'],
  judge: (facts, limits) =>
    judged(
      block(
        atLeast(facts, 'homeSystolicMmHg', limits, 'vitals.atHome.holdSystolicMmHg'),
        atLeast(facts, 'homeDiastolicMmHg', limits, 'vitals.atHome.holdDiastolicMmHg'),
      ),
      review(
        atLeast(facts, 'homeSystolicMmHg', limits, 'vitals.atHome.reviewSystolicMmHg'),
        atLeast(facts, 'homeDiastolicMmHg', limits, 'vitals.atHome.reviewDiastolicMmHg'),
      ),
    ),
}

/** B22: sleep apnea, and with a medicine that slows breathing, told or shown by the monitoring programme, more so. */
export const sleepApnea: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B22',
  version: 2,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['I-21', 'S-2', 'S-4'],
  judge: (facts) => {
    const isHigh = isOneOf(facts, 'stopBangRisk', ['high'])
    const slowsBreathing = either(
      hasAny(facts, 'medicineClasses', [
        'benzodiazepine',
        'opioid-full-agonist',
        'buprenorphine-or-methadone',
      ]),
      showsOpioidOrBenzodiazepine(facts),
    )
    return judged(block(both(isHigh, slowsBreathing)), review(isHigh))
  },
}

/** B23: the bladder before the first dose, so that a change can be seen later. */
export const bladderBaseline: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B23',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['instruments.icsi.reviewTotal'],
  sections: ['I-18', 'S-11'],
  judge: (facts, limits) =>
    judged(
      review(
        is(facts, 'hasBloodInUrine'),
        atLeast(facts, 'icsiTotal', limits, 'instruments.icsi.reviewTotal'),
        both(isNotLoaded(facts, 'icsiTotal'), is(facts, 'hasBladderWarningSign')),
      ),
    ),
}

/** B24: a severe liver disease, or a liver value beyond the limit. Where no test is needed, none is missing. */
export const liver: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B24',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['monitoring.altHoldTimesUpperLimit', 'monitoring.altReviewTimesUpperLimit'],
  sections: ['S-2', 'S-11'],
  judge: (facts, limits) =>
    judged(
      block(
        is(facts, 'hasSevereLiverDisease'),
        atLeast(facts, 'altTimesUpperLimit', limits, 'monitoring.altHoldTimesUpperLimit'),
      ),
      review(atLeast(facts, 'altTimesUpperLimit', limits, 'monitoring.altReviewTimesUpperLimit')),
    ),
}

/** B25: where a pregnancy test applies, it is negative before anything is ordered. */
export const pregnancyTest: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B25',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-8'],
  judge: (facts) =>
    judged(
      block(
        both(is(facts, 'isPregnancyTestNeeded'), isOneOf(facts, 'pregnancyTest', ['positive', 'not-done'])),
      ),
    ),
}

/** B26: breastfeeding is planned around. */
export const breastfeeding: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B26',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-8'],
  judge: (facts) => judged(review(is(facts, 'isBreastfeeding'))),
}

/** B27: from the protocol's age on, falls and blood pressure are looked at. */
export const olderAge: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B27',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['intake.reviewAgeYears'],
  sections: ['S-2', 'S-8'],
  judge: (facts, limits) => judged(review(atLeast(facts, 'ageYears', limits, 'intake.reviewAgeYears'))),
}
