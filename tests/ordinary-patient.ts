/** Facts about an invented person whose day is ordinary, and a protocol in which every number is invented. */

import type { AssessmentFacts } from '../app/clinical/facts/assessment.ts'
import { STORAGE_NEEDS } from '../app/clinical/facts/conditions.ts'
import type { CourseFacts } from '../app/clinical/facts/course.ts'
import type { IntakeFacts } from '../app/clinical/facts/intake.ts'
import { alcoholQuestion } from '../app/clinical/instruments/alcohol-question.ts'
import { dssB } from '../app/clinical/instruments/dss-b.ts'
import { gad2 } from '../app/clinical/instruments/gad2.ts'
import type { Answers } from '../app/clinical/instruments/instrument.ts'
import { itq } from '../app/clinical/instruments/itq.ts'
import { pcPtsd5 } from '../app/clinical/instruments/pc-ptsd5.ts'
import { pcl5 } from '../app/clinical/instruments/pcl5.ts'
import { phq2 } from '../app/clinical/instruments/phq2.ts'
import { phq9 } from '../app/clinical/instruments/phq9.ts'
import { taps1 } from '../app/clinical/instruments/taps1.ts'
import type { Limits } from '../app/clinical/protocol.ts'

/** Answers that add up to `total`, handed out from the first item on, no item above `highest`. */
export function answersOf(linkIds: readonly string[], total: number, highest: number): Answers {
  let left = total
  return Object.fromEntries(
    linkIds.map((linkId) => {
      const value = Math.min(left, highest)
      left -= value
      return [linkId, value]
    }),
  )
}

const linkIds = ({ items }: { items: readonly { linkId: string }[] }) => items.map(({ linkId }) => linkId)

export const pcl5Of = (total: number) => pcl5.score(answersOf(linkIds(pcl5), total, 4))
/** Item 9 stays at 0 up to a total of 24. */
export const phq9Of = (total: number) =>
  phq9.score({ ...answersOf(linkIds(phq9).slice(0, 9), total, 3), 'phq9-10': 0 })
export const dssBOf = (total: number) => dssB.score(answersOf(linkIds(dssB), total, 4))

/** `endorsed`: which of the two parts has every item at 2. */
export const itqOf = (endorsed: { ptsd?: boolean; selfOrganisation?: boolean }) =>
  itq.score(
    Object.fromEntries(
      linkIds(itq).map((linkId) => [
        linkId,
        (linkId.startsWith('itq-p') ? endorsed.ptsd : endorsed.selfOrganisation) ? 2 : 0,
      ]),
    ),
  )

export const tapsOf = (uses: Answers) =>
  taps1.score({ 'taps1-tobacco': 0, 'taps1-alcohol': 0, 'taps1-drugs': 0, 'taps1-medicines': 0, ...uses })

export const SIGNED: Limits = {
  assessment: {
    minimumAgeYears: 18,
    statesServed: ['FL', 'NJ'],
    pcPtsd5Count: 3,
    phq2Total: 3,
    gad2Total: 3,
  },
  intake: {
    reviewAgeYears: 65,
    recentEventDays: 30,
    pdmpMaxAgeDays: 1,
    pdmpPrescriberCount: 3,
    pdmpWindowDays: 90,
    plausibleWeightFromKg: 35,
    plausibleWeightToKg: 250,
    plausibleHeightFromCm: 120,
    plausibleHeightToCm: 230,
    requiredConsents: ['treatment', 'telehealth'],
  },
  instruments: {
    pcl5: {
      cutOffTotal: 33,
      worseningPoints: 10,
      reliableChangePoints: 15,
      meaningfulChangePoints: 10,
      endpointTotal: 28,
    },
    phq9: { reviewTotal: 20, worseningPoints: 5, meaningfulChangePoints: 5, reliableChangePoints: 6 },
    des: { reviewMean: 30, reviewTaxonMean: 20 },
    dssB: { reviewTotal: 12, risePoints: 8, repeatedRisePoints: 4 },
    auditC: { adviseTotalMen: 4, adviseTotalOthers: 3, reviewTotal: 7 },
    dast10: { reviewTotal: 3 },
    pq16: { reviewCount: 6 },
    icsi: { reviewTotal: 8, risePoints: 3 },
  },
  dose: {
    unitStrengthsMg: [10, 20],
    isWeightBased: false,
    firstMinMg: 5,
    firstMaxMg: 20,
    stepMaxMg: 10,
    absoluteMaxMg: 60,
    absoluteMaxMgPerKg: 1,
    minDaysBetweenSteps: 14,
    stepsWithoutImprovementCount: 2,
  },
  course: {
    maxSessions: 6,
    minDaysBetweenSessions: 7,
    maxMonths: 6,
    reviewAfterSessions: 4,
    expiryNoticeDays: 30,
  },
  medicines: {
    classes: [
      { class: 'theophylline', action: 'block' },
      { class: 'benzodiazepine', action: 'review' },
      { class: 'alpha-blocker-or-agonist', action: 'review' },
      { class: 'antidepressant', action: 'inform' },
    ],
  },
  vitals: {
    atHome: {
      reviewSystolicMmHg: 140,
      holdSystolicMmHg: 160,
      reviewDiastolicMmHg: 90,
      holdDiastolicMmHg: 100,
    },
  },
  refill: { maxUnits: 8, earlyDays: 3, blockFromTimes: 2, cravingPoints: 1, cravingTimes: 2 },
  monitoring: {
    altReviewTimesUpperLimit: 1.5,
    altHoldTimesUpperLimit: 3,
    liverEveryMonths: 6,
    missedCheckIns: 2,
  },
}

export const ORDINARY_ASSESSMENT: Required<AssessmentFacts> = {
  ageYears: 41,
  stateOfLocation: 'FL',
  isNotSafeNow: false,
  saysCrisisWords: false,
  isPregnantOrTrying: false,
  hasPsychosisDiagnosis: false,
  hasManiaNow: false,
  heartConditions: [],
  pcPtsd5: pcPtsd5.score({
    'pc-ptsd5-gate': 1,
    'pc-ptsd5-01': 1,
    'pc-ptsd5-02': 1,
    'pc-ptsd5-03': 1,
    'pc-ptsd5-04': 1,
    'pc-ptsd5-05': 0,
  }),
  phq2: phq2.score({ 'phq2-01': 1, 'phq2-02': 1 }),
  gad2: gad2.score({ 'gad2-01': 2, 'gad2-02': 1 }),
}

/** PTSD, a therapist, an antidepressant, a first order. */
export const ORDINARY_INTAKE: Required<IntakeFacts> = {
  ageYears: 41,
  sexAtBirth: 'female',
  cssrsLevel: 'none',
  cssrsItemsSkipped: 0,
  phq9: phq9Of(11),
  isSuicideScreenSameDay: true,
  pcl5: pcl5Of(48),
  itq: itqOf({ ptsd: true }),
  desMean: 14,
  desTaxonMean: 10,
  dssB: dssBOf(5),
  feelsUnreal: 'sometimes',
  hasDissociativeDisorder: false,
  hasPtsdDiagnosis: true,
  everPsychosis: false,
  hasVoicesOrStrangeBeliefsNow: false,
  everPsychoticOrManicOnSubstance: false,
  hasRelativeWithSchizophrenia: false,
  pq16Count: 2,
  hasManiaNow: false,
  everManiaOrHospitalForIt: false,
  isBipolarScreenPositive: false,
  auditCTotal: 1,
  alcoholQuestion: alcoholQuestion.score({ 'alcohol-days': 0 }),
  dast10Total: 0,
  taps1: tapsOf({}),
  hasCurrentDependence: false,
  everOpioidUseDisorder: false,
  everMisusedKetamineOrPcp: false,
  pdmpAgeDays: 0,
  pdmpShowsOpioid: false,
  pdmpShowsBenzodiazepine: false,
  pdmpShowsOtherKetamine: false,
  pdmpPrescribers: 1,
  medicineClasses: ['antidepressant'],
  substanceClasses: [],
  unmatchedMedicines: 0,
  homeSystolicMmHg: 122,
  homeDiastolicMmHg: 78,
  stopBangRisk: 'low',
  icsiTotal: 2,
  hasBladderWarningSign: false,
  hasBloodInUrine: false,
  hasSevereLiverDisease: false,
  altTimesUpperLimit: 'not-needed',
  isPregnancyTestNeeded: true,
  pregnancyTest: 'negative',
  isBreastfeeding: false,
  hasKetamineAllergy: false,
  heartConditions: [],
  hasRaisedIntracranialPressure: false,
  hasHeadInjuryWithSymptoms: false,
  hasAngleClosureGlaucoma: false,
  hasSeizureDisorder: false,
  hasUntreatedHyperthyroidism: false,
  hasConfirmedSupportPerson: true,
  isUnsafeAtHome: false,
  fearsSupportPerson: false,
  hasTherapist: true,
  hasVoiceLine: true,
  hasConfirmableAddress: true,
  daysSinceRecentEvent: 'none',
  isHardAnniversary: false,
  storageConfirmed: STORAGE_NEEDS,
  consentsInForce: ['treatment', 'telehealth', 'touch'],
  telehealthBasis: 'temporary-extension',
  telehealthBasisDaysLeft: 38,
  isEncounterAudioVideo: true,
  stateOfLocation: 'FL',
  order: {
    unitStrengthMg: 10,
    doseMg: 10,
    stepMg: 'first-order',
    units: 4,
    daysBetweenSessions: 7,
    daysSinceLastStep: 'never',
    departsIn: [],
  },
  weightKg: 70,
  heightCm: 168,
}

export const ORDINARY_COURSE: Required<CourseFacts> = {
  sexAtBirth: 'female',
  pcl5: pcl5Of(38),
  earlierTotals: [48, 44, 40],
  phq9: phq9Of(7),
  earlierPhq9Totals: [11, 9, 8],
  sessionsInCourse: 3,
  monthsInCourse: 1,
  doseStepsWithoutImprovement: 0,
  icsiTotal: 2,
  icsiBaseline: 2,
  hasNewBloodInUrine: false,
  hasNewPainOnUrination: false,
  altTimesUpperLimit: 'not-needed',
  altAgeMonths: 'not-needed',
  refillEarlyDays: 0,
  earlyOrLostSupplies: 0,
  lostSuppliesNow: 0,
  cravings: [0, 0, 0],
  usesOutsideSessions: false,
  sharesMedicine: false,
  pdmpShowsNewPrescriber: false,
  auditCTotal: 1,
  previousAuditCTotal: 1,
  dast10Total: 0,
  previousDast10Total: 0,
  isSubstanceUseWorse: false,
  isPregnantOrTrying: false,
  hasNewHeartEvent: false,
  hasNewPsychiatricDiagnosis: false,
  protocolDaysLeft: 200,
  telehealthBasisDaysLeft: 38,
  missedCheckIns: 0,
  startedMedicineClasses: [],
  stoppedMedicineClasses: [],
}

/** The same protocol with one limit that nobody signed. */
export function unsigned(path: string): Limits {
  const copy: Record<string, unknown> = structuredClone(SIGNED)
  const keys = path.split('.')
  let at: unknown = copy
  for (const key of keys.slice(0, -1)) at = (at as Record<string, unknown>)[key]
  delete (at as Record<string, unknown>)[keys.at(-1) ?? '']
  return copy as Limits
}
