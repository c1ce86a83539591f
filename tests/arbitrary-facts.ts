/** Any facts at all, also impossible ones: rules are total, and meet whatever comes. */
import fc from 'fast-check'
import type { AssessmentFacts } from '../app/clinical/facts/assessment.ts'
import {
  FEELS_UNREAL,
  HEART_CONDITIONS,
  type Order,
  STORAGE_NEEDS,
} from '../app/clinical/facts/conditions.ts'
import type { CourseFacts } from '../app/clinical/facts/course.ts'
import type { IntakeFacts } from '../app/clinical/facts/intake.ts'
import { alcoholQuestion } from '../app/clinical/instruments/alcohol-question.ts'
import { dssB } from '../app/clinical/instruments/dss-b.ts'
import { gad2 } from '../app/clinical/instruments/gad2.ts'
import type { Answers, Item } from '../app/clinical/instruments/instrument.ts'
import { itq } from '../app/clinical/instruments/itq.ts'
import { pcPtsd5 } from '../app/clinical/instruments/pc-ptsd5.ts'
import { pcl5 } from '../app/clinical/instruments/pcl5.ts'
import { phq2 } from '../app/clinical/instruments/phq2.ts'
import { phq9 } from '../app/clinical/instruments/phq9.ts'
import { taps1 } from '../app/clinical/instruments/taps1.ts'
import { MEDICINE_CLASSES } from '../app/clinical/protocol/course.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import { SIGNED } from './ordinary-patient.ts'

/** One arbitrary for every fact there is, of its type: a new fact does not compile until it has one. */
export type Arbitraries<Facts> = {
  [Name in keyof Required<Facts>]: fc.Arbitrary<Exclude<Facts[Name], undefined>>
}

export const yesNo = fc.boolean()
/** Around every cut point, and far beyond; also what a broken device sends. */
export const number = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -5, max: 270 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.5) },
)
export const or = <const Word extends string>(word: Word) =>
  fc.oneof({ weight: 4, arbitrary: number }, fc.constant(word))
export const slot = or('not-loaded')
/** A total or mean, also one with answers missing. */
const scale = fc.oneof(
  { weight: 4, arbitrary: slot },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  },
)
export const some = <Name extends string>(names: readonly Name[]) => fc.subarray([...names])
const totals = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 4 })
const state = fc.constantFrom('FL', 'NJ', 'GA', '')

/** Scored answers, with skips and gaps. */
export function scored<Result>(instrument: { items: readonly Item[]; score: (answers: Answers) => Result }) {
  const answers: Record<string, fc.Arbitrary<number | 'skipped' | undefined>> = Object.fromEntries(
    instrument.items.map(({ linkId, values }) => [
      linkId,
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...values) },
        { weight: 1, arbitrary: fc.constantFrom('skipped' as const, undefined) },
      ),
    ]),
  )
  return fc.record(answers).map((given) => instrument.score(given))
}

export const assessmentArbitraries: Arbitraries<AssessmentFacts> = {
  ageYears: number,
  stateOfLocation: state,
  isNotSafeNow: yesNo,
  saysCrisisWords: yesNo,
  isPregnantOrTrying: yesNo,
  hasPsychosisDiagnosis: yesNo,
  hasManiaNow: yesNo,
  heartConditions: some(HEART_CONDITIONS),
  pcPtsd5: scored(pcPtsd5),
  phq2: scored(phq2),
  gad2: scored(gad2),
}

const order: fc.Arbitrary<Order> = fc.record({
  unitStrengthMg: fc.constantFrom(10, 15, 20),
  doseMg: number,
  stepMg: or('first-order'),
  units: number,
  daysBetweenSessions: number,
  daysSinceLastStep: or('never'),
  departsIn: fc.subarray(['doseMg', 'stepMg', 'daysSinceLastStep', 'daysBetweenSessions']),
})

export const intakeArbitraries: Arbitraries<IntakeFacts> = {
  ageYears: number,
  sexAtBirth: fc.constantFrom('female', 'male', 'intersex'),
  cssrsLevel: fc.constantFrom('none', 'low', 'moderate', 'high', 'undetermined', 'not-loaded'),
  cssrsItemsSkipped: slot,
  phq9: scored(phq9),
  isSuicideScreenSameDay: yesNo,
  pcl5: scored(pcl5),
  itq: scored(itq),
  desMean: scale,
  desTaxonMean: scale,
  dssB: fc.oneof(scored(dssB), fc.constant('not-loaded' as const)),
  feelsUnreal: fc.constantFrom(...FEELS_UNREAL),
  hasDissociativeDisorder: yesNo,
  hasPtsdDiagnosis: yesNo,
  everPsychosis: yesNo,
  hasVoicesOrStrangeBeliefsNow: yesNo,
  everPsychoticOrManicOnSubstance: yesNo,
  hasRelativeWithSchizophrenia: yesNo,
  pq16Count: slot,
  hasManiaNow: yesNo,
  everManiaOrHospitalForIt: yesNo,
  isBipolarScreenPositive: fc.constantFrom(true, false, 'not-loaded' as const),
  auditCTotal: scale,
  alcoholQuestion: scored(alcoholQuestion),
  dast10Total: scale,
  taps1: scored(taps1),
  hasCurrentDependence: yesNo,
  everOpioidUseDisorder: yesNo,
  everMisusedKetamineOrPcp: yesNo,
  pdmpAgeDays: number,
  pdmpShowsOpioid: yesNo,
  pdmpShowsBenzodiazepine: yesNo,
  pdmpShowsOtherKetamine: yesNo,
  pdmpPrescribers: number,
  medicineClasses: some(MEDICINE_CLASSES),
  substanceClasses: some(MEDICINE_CLASSES),
  unmatchedMedicines: number,
  homeSystolicMmHg: number,
  homeDiastolicMmHg: number,
  stopBangRisk: fc.constantFrom('low', 'intermediate', 'high'),
  icsiTotal: scale,
  hasBladderWarningSign: yesNo,
  hasBloodInUrine: yesNo,
  hasSevereLiverDisease: yesNo,
  altTimesUpperLimit: or('not-needed'),
  isPregnancyTestNeeded: yesNo,
  pregnancyTest: fc.constantFrom('negative', 'positive', 'not-done'),
  isBreastfeeding: yesNo,
  hasKetamineAllergy: yesNo,
  heartConditions: some(HEART_CONDITIONS),
  hasRaisedIntracranialPressure: yesNo,
  hasHeadInjuryWithSymptoms: yesNo,
  hasAngleClosureGlaucoma: yesNo,
  hasSeizureDisorder: yesNo,
  hasUntreatedHyperthyroidism: yesNo,
  hasConfirmedSupportPerson: yesNo,
  isUnsafeAtHome: yesNo,
  fearsSupportPerson: yesNo,
  hasTherapist: yesNo,
  hasVoiceLine: yesNo,
  hasConfirmableAddress: yesNo,
  daysSinceRecentEvent: or('none'),
  isHardAnniversary: yesNo,
  storageConfirmed: some(STORAGE_NEEDS),
  consentsInForce: some(['treatment', 'telehealth', 'touch']),
  telehealthBasis: fc.constantFrom(
    'none',
    'in-person',
    'temporary-extension',
    'special-registration',
    'va',
    'referral',
  ),
  telehealthBasisDaysLeft: or('no-end'),
  isEncounterAudioVideo: yesNo,
  stateOfLocation: state,
  order: fc.oneof({ weight: 4, arbitrary: order }, fc.constant('none-yet' as const)),
  weightKg: number,
  heightCm: number,
}

export const courseArbitraries: Arbitraries<CourseFacts> = {
  sexAtBirth: fc.constantFrom('female', 'male', 'intersex'),
  pcl5: scored(pcl5),
  earlierTotals: totals,
  phq9: fc.oneof({ weight: 9, arbitrary: scored(phq9) }, fc.constant('not-asked-again' as const)),
  earlierPhq9Totals: totals,
  sessionsInCourse: number,
  monthsInCourse: number,
  doseStepsWithoutImprovement: number,
  icsiTotal: slot,
  icsiBaseline: slot,
  hasNewBloodInUrine: yesNo,
  hasNewPainOnUrination: yesNo,
  altTimesUpperLimit: or('not-needed'),
  altAgeMonths: or('not-needed'),
  refillEarlyDays: number,
  earlyOrLostSupplies: number,
  lostSuppliesNow: number,
  cravings: fc.array(fc.constantFrom(0, 1, 2, 'some' as const), { maxLength: 4 }),
  usesOutsideSessions: yesNo,
  sharesMedicine: yesNo,
  pdmpShowsNewPrescriber: yesNo,
  auditCTotal: scale,
  previousAuditCTotal: scale,
  dast10Total: scale,
  previousDast10Total: scale,
  isSubstanceUseWorse: yesNo,
  isPregnantOrTrying: yesNo,
  hasNewHeartEvent: yesNo,
  hasNewPsychiatricDiagnosis: yesNo,
  protocolDaysLeft: number,
  telehealthBasisDaysLeft: or('no-end'),
  missedCheckIns: number,
  startedMedicineClasses: some(MEDICINE_CLASSES),
  stoppedMedicineClasses: some(MEDICINE_CLASSES),
}

/** Where something is signed, in the invented protocol. */
export const SIGNED_PATHS = pathsOf(SIGNED)

export function pathsOf(group: object, at = ''): string[] {
  return Object.entries(group).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? pathsOf(value, `${at}${key}.`)
      : [`${at}${key}`],
  )
}

/** A protocol of which only these places are signed; numbers are those of `signed`, by weight or not. */
export function signedOnly(
  paths: readonly string[],
  isWeightBased: boolean,
  signed: Limits = SIGNED,
): Limits {
  const limits: Record<string, unknown> = {}
  for (const path of paths) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let [from, to]: [unknown, Record<string, unknown>] = [signed, limits]
    for (const key of keys) {
      from = (from as Record<string, unknown>)[key]
      to[key] ??= {}
      to = to[key] as Record<string, unknown>
    }
    to[last] = path === 'dose.isWeightBased' ? isWeightBased : (from as Record<string, unknown>)[last]
  }
  return limits as Limits
}
