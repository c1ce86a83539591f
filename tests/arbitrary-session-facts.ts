/** Any facts of a session day, before, during and after: also impossible ones. */
import fc from 'fast-check'
import type { AfterSessionFacts } from '../app/clinical/facts/after-session.ts'
import type { DayOfFacts } from '../app/clinical/facts/day-of.ts'
import type { InSessionFacts } from '../app/clinical/facts/in-session.ts'
import type { SuicideScreenFacts } from '../app/clinical/facts/suicide-screen.ts'
import { asq } from '../app/clinical/instruments/asq.ts'
import { dssB } from '../app/clinical/instruments/dss-b.ts'
import { pcl5Week } from '../app/clinical/instruments/pcl-5-week.ts'
import { phq9 } from '../app/clinical/instruments/phq9.ts'
import { WAKING_WORDS } from '../app/clinical/instruments/waking.ts'
import { MEDICINE_CLASSES } from '../app/clinical/protocol/course.ts'
import { type Arbitraries, number, or, scored, slot, some, yesNo } from './arbitrary-facts.ts'

export const suicideScreenArbitraries: Arbitraries<SuicideScreenFacts> = {
  cssrsLevel: fc.constantFrom('none', 'low', 'moderate', 'high', 'undetermined', 'not-loaded'),
  asq: scored(asq),
}

const yesNoUnsure = fc.constantFrom('yes', 'no', 'unsure')
const total = fc.integer({ min: 0, max: 80 })
const exempt = or('exempt')
const held = fc.array(
  fc.record({ class: fc.constantFrom(...MEDICINE_CLASSES), hoursAgo: fc.option(number, { nil: undefined }) }),
  { maxLength: 3 },
)

export const dayOfArbitraries: Arbitraries<DayOfFacts> = {
  ...suicideScreenArbitraries,
  ageYears: number,
  cssrsItemsSkipped: slot,
  isCrisisDay: yesNo,
  distress: number,
  usualDistress: number,
  saysNotToday: yesNo,
  hoursSinceFood: number,
  minutesSinceClearLiquids: number,
  tookAlcohol: yesNoUnsure,
  tookSedative: yesNoUnsure,
  tookCannabis: yesNoUnsure,
  sleptHours: number,
  plansToDrive: yesNo,
  hasFever: yesNo,
  hasVomited: yesNo,
  hasCough: yesNo,
  hasHeadInjury: yesNo,
  systolicMmHg: exempt,
  diastolicMmHg: exempt,
  pulsePerMinute: exempt,
  oxygenPercent: exempt,
  breathsPerMinute: exempt,
  temperatureCelsius: exempt,
  isRestedRepeat: yesNo,
  hasDeviceFault: yesNo,
  standingSystolicMmHg: number,
  isLightHeadedStanding: yesNo,
  newMedicineClasses: some(MEDICINE_CLASSES),
  newSubstanceClasses: some(MEDICINE_CLASSES),
  newUnmatchedMedicines: number,
  startedMedicineClasses: some(MEDICINE_CLASSES),
  stoppedMedicineClasses: some(MEDICINE_CLASSES),
  heldMedicines: held,
  heldSubstances: held,
  takesAlphaMedicine: yesNo,
  hoursSinceAlphaMedicine: or('not-known'),
  missedUsualAlphaDose: yesNo,
  isSupportPersonHere: yesNo,
  isSupportPersonSober: yesNo,
  supportPersonAgeYears: number,
  isPhoneTested: yesNo,
  isAloneWithDependant: yesNo,
  isAddressConfirmedToday: yesNo,
  isEmergencyContactConfirmedToday: yesNo,
  stateOfLocation: fc.constantFrom('FL', 'NJ', 'elsewhere'),
  daysSinceLastSession: or('first-session'),
  unitsExpected: number,
  unitsCounted: number,
  openAdverseEvents: number,
  openWorsenings: number,
  isPreparationFinished: yesNo,
  isPreparationAgreed: yesNo,
  isFollowUpBooked: yesNo,
  isTherapyEssential: yesNo,
  keptIntegrationAppointment: yesNo,
  dssB: scored(dssB),
  dssBBaseline: fc.integer({ min: 0, max: 32 }),
  previousDssBRise: fc.oneof(fc.integer({ min: -32, max: 32 }), fc.constant('none' as const)),
  pcl5: scored(pcl5Week),
  previousPcl5Total: fc.oneof(total, fc.constant('none' as const)),
  phq9: scored(phq9),
  previousPhq9Total: fc.oneof(total, fc.constant('none' as const)),
  hasVoicesOrStrangeBeliefs: yesNo,
  hasLittleSleepMuchEnergy: yesNo,
  hasBladderPain: yesNo,
  hasBloodInUrine: yesNo,
  hasNewHeartEvent: yesNo,
  hasNewPsychiatricDiagnosis: yesNo,
  isPregnancyPossible: yesNo,
  pregnancyTest: fc.constantFrom('negative', 'positive', 'not-done'),
  hoursSincePregnancyTest: number,
  isPeriodLate: yesNo,
}

const minute = fc.integer({ min: -5, max: 300 })
const few = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { maxLength: 4 })

export const inSessionArbitraries: Arbitraries<InSessionFacts> = {
  minutesSinceDose: minute,
  waking: few(fc.record({ atMinutes: minute, waking: fc.constantFrom(...WAKING_WORDS) })),
  breathsPerMinute: number,
  hasBreathingPauses: yesNo,
  longestPauseSeconds: number,
  isBlueOrGasping: yesNo,
  oxygenPercent: exempt,
  pressures: few(fc.record({ atMinutes: minute, systolicMmHg: number, diastolicMmHg: number })),
  pulsePerMinute: number,
  hasChestPain: yesNo,
  hasStrokeSign: yesNo,
  hasSevereHeadache: yesNo,
  hasVisionChange: yesNo,
  isDizzyStanding: yesNo,
  hasFallen: yesNo,
  distress: few(fc.record({ atMinutes: minute, points: number })),
  toolsTriedSinceDistress: number,
  pressedHelp: yesNo,
  saysSuicidalWords: yesNo,
  frozenOrFlashbackMinutes: number,
  vomitedTimes: number,
  tookExtraDose: yesNo,
  fearsSupportPerson: yesNo,
  actsOnVoices: yesNo,
  wantsToStopOrLeave: yesNo,
  wantsToDrive: yesNo,
  silentMinutes: number,
  missedChecks: number,
  isOfflineAnnounced: yesNo,
  isSupportPersonPresent: yesNo,
  isSupportPersonReachable: yesNo,
  isQuestionnaireRequested: yesNo,
  phase: fc.constantFrom('onset', 'peak', 'return', 'recovery'),
}

export const afterSessionArbitraries: Arbitraries<AfterSessionFacts> = {
  ...suicideScreenArbitraries,
  minutesSinceDose: number,
  isReadyToEnd: yesNo,
  isAsleep: yesNo,
  minutesSinceRoused: number,
  isFirstTimeStanding: yesNo,
  sleptSinceDose: yesNo,
  isNextDay: yesNo,
  plansToDrive: yesNo,
  isSessionClosed: yesNo,
  isDrowsierThanAtClose: yesNo,
  isConfused: yesNo,
  isShortOfBreath: yesNo,
  hoursSinceDose: number,
  isNextDayCheckDone: yesNo,
  isFirstSession: yesNo,
  hadSessionEvent: yesNo,
  daysSincePositiveSuicideScreen: or('none'),
  cssrsItemsSkipped: slot,
  worstSideEffect: fc.constantFrom(0, 1, 2, 3),
  hasBladderBlood: yesNo,
  hasVisionLoss: yesNo,
  hasCraving: yesNo,
  unrealForHours: number,
  hearsVoices: yesNo,
  hasLessSleepMoreEnergy: yesNo,
  seriousEvents: some(['death', 'emergency-room', 'admission', 'overdose']),
  hasIntegrationAppointment: yesNo,
  hoursToIntegrationAppointment: number,
  integration: number,
}
