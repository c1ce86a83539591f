/**
 * The facts that the gate reads, made here and nowhere else: from the record, from the patient's own device and
 * from the support person's. A half that has not been handed in leaves its facts unknown.
 *
 * Source and sign-off: docs/clinical/day-check.md
 */
import type { DayOfFacts } from '../facts/day-of.ts'
import { asq } from '../instruments/asq.ts'
import type { Answers } from '../instruments/instrument.ts'
import { listOf, numberOf, type Told, wordOf, yesOf } from '../intake/question.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { medicinesOfDay } from './medicines-of-day.ts'
import type { DayKnown } from './own-questions.ts'

export type PatientHalf = { asq: Answers; told: Told }
export type SupportHalf = { told: Told }

/** What the record knows without asking anybody. */
export type DayRecord = Pick<
  DayOfFacts,
  | 'ageYears'
  | 'daysSinceLastSession'
  | 'unitsExpected'
  | 'openAdverseEvents'
  | 'openWorsenings'
  | 'isPreparationFinished'
  | 'isPreparationAgreed'
  | 'isFollowUpBooked'
  | 'isTherapyEssential'
  | 'keptIntegrationAppointment'
  | 'pcl5'
  | 'previousPcl5Total'
  | 'phq9'
  | 'previousPhq9Total'
>

export const dayOfFacts = (
  record: DayRecord,
  known: DayKnown,
  patient: PatientHalf | undefined,
  support: SupportHalf | undefined,
  limits: Limits,
): DayOfFacts => ({
  ...record,
  // The text a practice may load looks back on a lifetime: on the day the ASQ is asked.
  ...TOLD_BY_NOTHING.C01,
  ...(known.unreal ?? { dssB: 'not-loaded', previousDssBRise: 'none' }),
  ...(patient && patientFacts(patient, known, limits)),
  ...(support && supportFacts(support, limits)),
})

function patientFacts({ asq: answers, told }: PatientHalf, known: DayKnown, limits: Limits): DayOfFacts {
  const ownWord = wordOf(told, 'ownWord')
  const ill = listOf(told, 'ill')
  const since = listOf(told, 'since')
  const pregnant = wordOf(told, 'pregnant')
  const test = wordOf(told, 'pregnancyTest')
  return {
    asq: asq.score(answers),
    isCrisisDay: ownWord === undefined ? undefined : ownWord === 'hard',
    saysNotToday: ownWord === undefined ? undefined : ownWord === 'not-today',
    distress: numberOf(told, 'distress'),
    usualDistress: numberOf(told, 'usualDistress'),
    sleptHours: numberOf(told, 'sleptHours'),
    hoursSinceFood: numberOf(told, 'foodHours'),
    minutesSinceClearLiquids: numberOf(told, 'drinkMinutes'),
    tookAlcohol: taken(told, 'alcohol'),
    tookSedative: taken(told, 'sedative'),
    tookCannabis: taken(told, 'cannabis'),
    hasFever: ill?.includes('fever'),
    hasVomited: ill?.includes('vomited'),
    hasCough: ill?.includes('cough'),
    hasHeadInjury: ill?.includes('head-injury'),
    hasVoicesOrStrangeBeliefs: since?.includes('voices'),
    hasLittleSleepMuchEnergy: since?.includes('much-energy'),
    hasBladderPain: since?.includes('bladder-pain'),
    hasBloodInUrine: since?.includes('blood-in-urine'),
    hasNewHeartEvent: since?.includes('heart-event'),
    hasNewPsychiatricDiagnosis: since?.includes('new-diagnosis'),
    ...medicinesOfDay(known.medicines, told, known.today, limits),
    isPregnancyPossible: isPregnancyPossible(pregnant, test, known),
    pregnancyTest: (['negative', 'positive', 'not-done'] as const).find((word) => word === test),
    hoursSincePregnancyTest: numberOf(told, 'pregnancyTestHours'),
    isPeriodLate: yesOf(told, 'periodLate'),
    isAloneWithDependant: yesOf(told, 'dependants'),
    plansToDrive: yesOf(told, 'drives'),
    stateOfLocation: wordOf(told, 'inState'),
  }
}

/** A positive test speaks for itself, whatever else was said or stands on record. */
function isPregnancyPossible(
  pregnant: string | undefined,
  test: string | undefined,
  { canBePregnant }: DayKnown,
): boolean | undefined {
  if (test === 'positive') return true
  if (!canBePregnant) return false
  return pregnant === undefined ? undefined : pregnant === 'possible'
}

/** "Not sure" leaves everything that was not named unsure. */
function taken(told: Told, what: string): 'yes' | 'no' | 'unsure' | undefined {
  const list = listOf(told, 'taken')
  if (list === undefined) return undefined
  if (list.includes(what)) return 'yes'
  return list.includes('not-sure') ? 'unsure' : 'no'
}

function supportFacts({ told }: SupportHalf, limits: Limits): DayOfFacts {
  const mayGoWithout = limitAt(limits, 'vitals.before.mayGoWithout') ?? []
  const orExempt = (value: number | undefined, kind: (typeof mayGoWithout)[number]) =>
    value ?? (mayGoWithout.includes(kind) ? 'exempt' : undefined)
  // One of the two numbers, or one of the two readings, is a device that is there and a value that is not known.
  const isMeasured = PRESSURE_NAMES.some((name) => numberOf(told, name) !== undefined)
  const noPressure = isMeasured ? undefined : orExempt(undefined, 'blood-pressure')
  return {
    isSupportPersonHere: yesOf(told, 'here'),
    isSupportPersonSober: yesOf(told, 'sober'),
    supportPersonAgeYears: numberOf(told, 'ageYears'),
    isPhoneTested: yesOf(told, 'phone'),
    isAddressConfirmedToday: yesOf(told, 'address'),
    isEmergencyContactConfirmedToday: yesOf(told, 'contact'),
    systolicMmHg: meanOf(told, 'firstUpper', 'secondUpper') ?? noPressure,
    diastolicMmHg: meanOf(told, 'firstLower', 'secondLower') ?? noPressure,
    pulsePerMinute: orExempt(numberOf(told, 'pulse'), 'pulse'),
    oxygenPercent: orExempt(numberOf(told, 'oxygen'), 'oxygen'),
    breathsPerMinute: orExempt(numberOf(told, 'breaths'), 'breathing'),
    temperatureCelsius: orExempt(celsius(wordOf(told, 'temperature')), 'temperature'),
    isRestedRepeat: yesOf(told, 'rested'),
    hasDeviceFault: yesOf(told, 'deviceFault'),
    standingSystolicMmHg: numberOf(told, 'standingUpper'),
    isLightHeadedStanding: yesOf(told, 'lightHeaded'),
    unitsCounted: numberOf(told, 'units'),
  }
}

const PRESSURE_NAMES = ['firstUpper', 'firstLower', 'secondUpper', 'secondLower']

/** The mean of two, and of two only: one reading is none. */
function meanOf(told: Told, first: string, second: string): number | undefined {
  const [a, b] = [numberOf(told, first), numberOf(told, second)]
  return a === undefined || b === undefined ? undefined : (a + b) / 2
}

/** A thermometer of either kind: what no living person has in the one is read as the other. */
export function celsius(written: string | undefined): number | undefined {
  const value = Number(written?.trim().replace(',', '.') || Number.NaN)
  if (value >= 30 && value <= 45) return value
  if (value >= 86 && value <= 113) return Math.round(((value - 32) / 1.8) * 10) / 10
  return undefined
}

/** Rules that speak of what the support person looks after; the others are the patient's half. */
const SUPPORT_RULES: readonly string[] = ['C05', 'C06', 'C07', 'C10', 'C12', 'C13', 'C21']
export const partOfRule = (ruleId: string): 'patient' | 'support-person' =>
  SUPPORT_RULES.includes(ruleId) ? 'support-person' : 'patient'
