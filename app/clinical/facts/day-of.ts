/** What the gate of a session day looks at, from the patient's own device, the support person's and the record. */
import type { ScoreResult } from '../instruments/instrument.ts'
import type { Pcl5Readings, Pcl5Score } from '../instruments/pcl5.ts'
import type { Phq9Band, Phq9Readings } from '../instruments/phq9.ts'
import type { BandedTotal } from '../instruments/sum-scale.ts'
import type { Bounded, Total } from '../instruments/total.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { PregnancyTest } from './conditions.ts'
import { type AboutFacts, general, type Known, pregnancy, readFrom, type Slot, substanceUse } from './fact.ts'
import { SUICIDE_SCREEN_FACTS, type SuicideScreenFacts } from './suicide-screen.ts'

export type YesNoUnsure = 'yes' | 'no' | 'unsure'

/** A medicine of the recorded list that counts today. Undefined: the hours were not said, or not asked. */
export type HeldMedicine = { class: MedicineClass; hoursAgo: number | undefined }

type Facts = {
  ageYears: number
  /** Questions of the C-SSRS since last contact that were skipped. */
  cssrsItemsSkipped: Slot<number>

  /** In the person's own word. */
  isCrisisDay: boolean
  /** Distress, 0 to 10, and the person's own usual. */
  distress: number
  usualDistress: number
  saysNotToday: boolean

  hoursSinceFood: number
  minutesSinceClearLiquids: number
  /** Within the protocol's window before the dose. */
  tookAlcohol: YesNoUnsure
  tookSedative: YesNoUnsure
  tookCannabis: YesNoUnsure
  sleptHours: number
  plansToDrive: boolean
  hasFever: boolean
  hasVomited: boolean
  hasCough: boolean
  hasHeadInjury: boolean

  /**
   * Means of two, one minute apart, seated five minutes. `exempt`: not taken, because the protocol lets this
   * person go without; where it does not say so, that is no reading.
   */
  systolicMmHg: number | 'exempt'
  diastolicMmHg: number | 'exempt'
  pulsePerMinute: number | 'exempt'
  oxygenPercent: number | 'exempt'
  breathsPerMinute: number | 'exempt'
  temperatureCelsius: number | 'exempt'
  /** Taken again after the rest the protocol asks for. */
  isRestedRepeat: boolean
  hasDeviceFault: boolean
  standingSystolicMmHg: number
  isLightHeadedStanding: boolean

  /** Classes begun since the last session. */
  newMedicineClasses: readonly MedicineClass[]
  newSubstanceClasses: readonly MedicineClass[]
  newUnmatchedMedicines: number
  /** Begun or stopped, and read: for F17. */
  startedMedicineClasses: readonly MedicineClass[]
  stoppedMedicineClasses: readonly MedicineClass[]
  heldMedicines: readonly HeldMedicine[]
  heldSubstances: readonly HeldMedicine[]
  takesAlphaMedicine: boolean
  /** `not-known`: asked, and the person does not remember. */
  hoursSinceAlphaMedicine: number | 'not-known'
  missedUsualAlphaDose: boolean

  isSupportPersonHere: boolean
  isSupportPersonSober: boolean
  supportPersonAgeYears: number
  isPhoneTested: boolean
  isAloneWithDependant: boolean
  isAddressConfirmedToday: boolean
  isEmergencyContactConfirmedToday: boolean
  /** The state where the person is right now, in two letters. */
  stateOfLocation: string

  daysSinceLastSession: number | 'first-session'
  unitsExpected: number
  unitsCounted: number
  openAdverseEvents: number
  /** Findings of F01 that nobody has closed. */
  openWorsenings: number
  isPreparationFinished: boolean
  isPreparationAgreed: boolean
  isFollowUpBooked: boolean
  isTherapyEssential: boolean
  keptIntegrationAppointment: boolean

  /** `not-loaded`: the practice has no text of it, and nothing was asked. */
  dssB: Slot<ScoreResult<Total, Bounded>>
  /** The person's own total before treatment, and how far the time before this one was above it. */
  dssBBaseline: number
  previousDssBRise: number | 'none'
  pcl5: ScoreResult<Pcl5Score, Pcl5Readings>
  previousPcl5Total: number | 'none'
  phq9: ScoreResult<BandedTotal<Phq9Band>, Phq9Readings>
  previousPhq9Total: number | 'none'

  hasVoicesOrStrangeBeliefs: boolean
  hasLittleSleepMuchEnergy: boolean
  hasBladderPain: boolean
  hasBloodInUrine: boolean
  /** Since we last asked. */
  hasNewHeartEvent: boolean
  hasNewPsychiatricDiagnosis: boolean
  isPregnancyPossible: boolean
  pregnancyTest: PregnancyTest
  hoursSincePregnancyTest: number
  isPeriodLate: boolean
}

export type DayOfFacts = Known<Facts> & SuicideScreenFacts

/** Taken together, so that readings nobody took are one finding. */
const readings = readFrom('vital-signs')

export const DAY_OF_FACTS: AboutFacts<DayOfFacts> = {
  ...SUICIDE_SCREEN_FACTS,
  ageYears: general,
  cssrsItemsSkipped: readFrom('c-ssrs'),
  isCrisisDay: general,
  distress: readFrom('suds'),
  usualDistress: readFrom('suds'),
  saysNotToday: general,
  hoursSinceFood: general,
  minutesSinceClearLiquids: general,
  tookAlcohol: substanceUse,
  tookSedative: substanceUse,
  tookCannabis: substanceUse,
  sleptHours: general,
  plansToDrive: general,
  hasFever: general,
  hasVomited: general,
  hasCough: general,
  hasHeadInjury: general,
  systolicMmHg: readings,
  diastolicMmHg: readings,
  pulsePerMinute: readings,
  oxygenPercent: readings,
  breathsPerMinute: readings,
  temperatureCelsius: readings,
  isRestedRepeat: readings,
  hasDeviceFault: readings,
  standingSystolicMmHg: readFrom('standing-reading'),
  isLightHeadedStanding: readFrom('standing-reading'),
  newMedicineClasses: general,
  newSubstanceClasses: substanceUse,
  newUnmatchedMedicines: general,
  startedMedicineClasses: general,
  stoppedMedicineClasses: general,
  heldMedicines: general,
  heldSubstances: substanceUse,
  takesAlphaMedicine: general,
  hoursSinceAlphaMedicine: general,
  missedUsualAlphaDose: general,
  isSupportPersonHere: general,
  isSupportPersonSober: general,
  supportPersonAgeYears: general,
  isPhoneTested: general,
  isAloneWithDependant: general,
  isAddressConfirmedToday: general,
  isEmergencyContactConfirmedToday: general,
  stateOfLocation: general,
  daysSinceLastSession: general,
  unitsExpected: general,
  unitsCounted: general,
  openAdverseEvents: general,
  openWorsenings: general,
  isPreparationFinished: general,
  isPreparationAgreed: general,
  isFollowUpBooked: general,
  isTherapyEssential: general,
  keptIntegrationAppointment: general,
  dssB: readFrom('dss-b'),
  dssBBaseline: readFrom('dss-b'),
  previousDssBRise: readFrom('dss-b'),
  pcl5: readFrom('pcl-5-week'),
  previousPcl5Total: readFrom('pcl-5-week'),
  phq9: readFrom('phq-9'),
  previousPhq9Total: readFrom('phq-9'),
  hasVoicesOrStrangeBeliefs: readFrom('psychosis-items'),
  hasLittleSleepMuchEnergy: readFrom('mania-items'),
  hasBladderPain: readFrom('bladder-signs'),
  hasBloodInUrine: readFrom('bladder-signs'),
  hasNewHeartEvent: general,
  hasNewPsychiatricDiagnosis: general,
  isPregnancyPossible: pregnancy,
  pregnancyTest: pregnancy,
  hoursSincePregnancyTest: pregnancy,
  isPeriodLate: pregnancy,
}
