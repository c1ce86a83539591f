/** What intake brings together before anything is ordered. */
import type { AlcoholQuestionReadings } from '../instruments/alcohol-question.ts'
import type { Bounds } from '../instruments/answers.ts'
import type { CssrsReadings } from '../instruments/cssrs.ts'
import type { ScoreResult } from '../instruments/instrument.ts'
import type { ItqReadings, ItqScore } from '../instruments/itq.ts'
import type { Pcl5Readings, Pcl5Score } from '../instruments/pcl5.ts'
import type { Phq9Band, Phq9Readings } from '../instruments/phq9.ts'
import type { BandedTotal } from '../instruments/sum-scale.ts'
import type { Taps1Readings } from '../instruments/taps1.ts'
import type { Bounded, Total } from '../instruments/total.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type {
  FeelsUnreal,
  HeartCondition,
  Order,
  PregnancyTest,
  SexAtBirth,
  StorageNeed,
} from './conditions.ts'
import {
  type AboutFacts,
  general,
  type Known,
  partnerSafety,
  pregnancy,
  readFrom,
  type Slot,
  substanceUse,
} from './fact.ts'

/** A total or mean stands as its bounds while answers are missing: the least and the most it can still be. */
type Facts = {
  ageYears: number
  sexAtBirth: SexAtBirth

  /** `not-loaded`: the ASQ stands in, and rules S01 to S03 judge it. */
  cssrsLevel: Slot<CssrsReadings['level']>
  cssrsItemsSkipped: Slot<number>
  phq9: ScoreResult<BandedTotal<Phq9Band>, Phq9Readings>
  /** C-SSRS or ASQ answered on the day of the PHQ-9. */
  isSuicideScreenSameDay: boolean

  pcl5: ScoreResult<Pcl5Score, Pcl5Readings>
  itq: ScoreResult<ItqScore, ItqReadings>
  /** Means, 0 to 100. */
  desMean: Slot<number | Bounds>
  desTaxonMean: Slot<number | Bounds>
  /** Stands in for the DES. */
  dssB: Slot<ScoreResult<Total, Bounded>>
  /** Stands in for both, where neither is loaded. */
  feelsUnreal: FeelsUnreal
  hasDissociativeDisorder: boolean
  hasPtsdDiagnosis: boolean

  everPsychosis: boolean
  hasVoicesOrStrangeBeliefsNow: boolean
  everPsychoticOrManicOnSubstance: boolean
  hasRelativeWithSchizophrenia: boolean
  /** Endorsed items, 0 to 16. */
  pq16Count: Slot<number>
  hasManiaNow: boolean
  everManiaOrHospitalForIt: boolean
  /** MDQ or RMS, by their own rules. */
  isBipolarScreenPositive: Slot<boolean>

  auditCTotal: Slot<number | Bounds>
  /** Stands in for the AUDIT-C. */
  alcoholQuestion: ScoreResult<null, AlcoholQuestionReadings>
  dast10Total: Slot<number | Bounds>
  /** Stands in for the DAST-10. */
  taps1: ScoreResult<null, Taps1Readings>
  hasCurrentDependence: boolean
  everOpioidUseDisorder: boolean
  everMisusedKetamineOrPcp: boolean

  /** Days since the monitoring programme was asked, 0 for today. */
  pdmpAgeDays: number
  pdmpShowsOpioid: boolean
  pdmpShowsBenzodiazepine: boolean
  pdmpShowsOtherKetamine: boolean
  /** Prescribers of controlled substances within the protocol's window. */
  pdmpPrescribers: number

  /** Classes of everything taken: medicines, supplements, what is bought without a prescription. */
  medicineClasses: readonly MedicineClass[]
  /** Those whose class would tell of a substance somebody uses: kept apart from the others. */
  substanceClasses: readonly MedicineClass[]
  /** Lines of the list with a text that matched no ingredient, or one of which nothing is written. */
  unmatchedMedicines: number

  /** Means of the readings at home on two days. */
  homeSystolicMmHg: number
  homeDiastolicMmHg: number
  stopBangRisk: 'low' | 'intermediate' | 'high'
  icsiTotal: Slot<number | Bounds>
  hasBladderWarningSign: boolean
  hasBloodInUrine: boolean
  hasSevereLiverDisease: boolean
  /** A multiple of the laboratory's own upper limit. */
  altTimesUpperLimit: number | 'not-needed'
  isPregnancyTestNeeded: boolean
  pregnancyTest: PregnancyTest
  isBreastfeeding: boolean
  hasKetamineAllergy: boolean
  heartConditions: readonly HeartCondition[]
  hasRaisedIntracranialPressure: boolean
  hasHeadInjuryWithSymptoms: boolean
  hasAngleClosureGlaucoma: boolean
  hasSeizureDisorder: boolean
  hasUntreatedHyperthyroidism: boolean

  hasConfirmedSupportPerson: boolean
  isUnsafeAtHome: boolean
  fearsSupportPerson: boolean
  hasTherapist: boolean
  hasVoiceLine: boolean
  hasConfirmableAddress: boolean
  /** Self-harm, an assault or a death of somebody close, the nearest of them. */
  daysSinceRecentEvent: number | 'none'
  isHardAnniversary: boolean
  storageConfirmed: readonly StorageNeed[]

  /** Consents in force, by their keys. */
  consentsInForce: readonly string[]
  telehealthBasis: 'none' | 'in-person' | 'temporary-extension' | 'special-registration' | 'va' | 'referral'
  /** Negative: over. `no-end`: the basis has none. */
  telehealthBasisDaysLeft: number | 'no-end'
  isEncounterAudioVideo: boolean
  /** Two-letter code, attested at the visit. */
  stateOfLocation: string
  order: Order | 'none-yet'
  weightKg: number
  heightCm: number
}

export type IntakeFacts = Known<Facts>

export const INTAKE_FACTS: AboutFacts<Facts> = {
  ageYears: general,
  sexAtBirth: general,
  cssrsLevel: readFrom('c-ssrs'),
  cssrsItemsSkipped: readFrom('c-ssrs'),
  phq9: readFrom('phq-9'),
  isSuicideScreenSameDay: general,
  pcl5: readFrom('pcl-5'),
  itq: readFrom('itq'),
  desMean: readFrom('des'),
  desTaxonMean: readFrom('des'),
  dssB: readFrom('dss-b'),
  feelsUnreal: general,
  hasDissociativeDisorder: general,
  hasPtsdDiagnosis: general,
  everPsychosis: readFrom('psychosis-items'),
  hasVoicesOrStrangeBeliefsNow: readFrom('psychosis-items'),
  everPsychoticOrManicOnSubstance: readFrom('psychosis-items', 'substance-use'),
  hasRelativeWithSchizophrenia: readFrom('psychosis-items'),
  pq16Count: readFrom('pq-16'),
  hasManiaNow: readFrom('mania-items'),
  everManiaOrHospitalForIt: readFrom('mania-items'),
  isBipolarScreenPositive: readFrom('mdq'),
  auditCTotal: readFrom('audit-c', 'substance-use'),
  alcoholQuestion: readFrom('alcohol-question', 'substance-use'),
  dast10Total: readFrom('dast-10', 'substance-use'),
  taps1: readFrom('taps-1', 'substance-use'),
  hasCurrentDependence: substanceUse,
  everOpioidUseDisorder: substanceUse,
  everMisusedKetamineOrPcp: readFrom('ketamine-history', 'substance-use'),
  pdmpAgeDays: general,
  pdmpShowsOpioid: readFrom('monitoring-programme', 'substance-use'),
  pdmpShowsBenzodiazepine: readFrom('monitoring-programme', 'substance-use'),
  pdmpShowsOtherKetamine: readFrom('monitoring-programme', 'substance-use'),
  pdmpPrescribers: readFrom('monitoring-programme', 'substance-use'),
  medicineClasses: general,
  substanceClasses: substanceUse,
  unmatchedMedicines: general,
  homeSystolicMmHg: general,
  homeDiastolicMmHg: general,
  stopBangRisk: readFrom('stop-bang'),
  icsiTotal: readFrom('icsi'),
  hasBladderWarningSign: readFrom('bladder-signs'),
  hasBloodInUrine: readFrom('bladder-signs'),
  hasSevereLiverDisease: general,
  altTimesUpperLimit: general,
  isPregnancyTestNeeded: pregnancy,
  pregnancyTest: pregnancy,
  isBreastfeeding: pregnancy,
  hasKetamineAllergy: general,
  heartConditions: general,
  hasRaisedIntracranialPressure: general,
  hasHeadInjuryWithSymptoms: general,
  hasAngleClosureGlaucoma: general,
  hasSeizureDisorder: general,
  hasUntreatedHyperthyroidism: general,
  hasConfirmedSupportPerson: general,
  isUnsafeAtHome: partnerSafety,
  fearsSupportPerson: partnerSafety,
  hasTherapist: general,
  hasVoiceLine: general,
  hasConfirmableAddress: general,
  daysSinceRecentEvent: general,
  isHardAnniversary: general,
  storageConfirmed: general,
  consentsInForce: general,
  telehealthBasis: general,
  telehealthBasisDaysLeft: general,
  isEncounterAudioVideo: general,
  stateOfLocation: general,
  order: general,
  weightKg: general,
  heightCm: general,
}
