/** What an ordinary invented person tells in the intake, on the day of a session and after it, and what is recorded. */
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { MedicinesTold } from '../../app/clinical/intake/medicines-told.ts'
import type { QuestionPart } from '../../app/clinical/intake/parts.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import type { OffRamp } from '../../app/clinical/off-ramp.ts'
import type { Wishes } from '../../app/clinical/preparation.ts'
import type { Happening } from '../../app/clinical/session/events.ts'

/** Told first; somebody who is half-way has told these and no more. */
export const FIRST_PARTS: Partial<Record<QuestionPart, Told>> = {
  readings: { firstUpper: 124, firstLower: 78, secondUpper: 120, secondLower: 76 },
  health: { heartConditions: [], otherConditions: [], ketamineAllergy: 'no' },
}

export const OTHER_PARTS: Partial<Record<QuestionPart, Told>> = {
  nights: { 'bladder-blood': 'no', 'bladder-pain': 'no', 'bladder-leak': 'no', 'bladder-night': 1 },
  before: {
    ...{ kinds: ['accident'], roughTime: 'as-a-grown-up', ptsdDiagnosis: 'yes' },
    ...{ recentEvent: 'no', hardAnniversary: 'no' },
  },
  support: { unreal: 'sometimes', dissociativeDisorder: 'no', therapist: 'yes-knows' },
  helps: { triggers: 'Doors that slam', calms: 'A blanket, and quiet', goodWords: 'I am here', badWords: '' },
  thoughts: {
    ...{ 'psychosis-diagnosis': 'no', 'psychosis-now': 'no', 'psychosis-substance': 'no' },
    ...{ 'psychosis-family': 'no', 'mania-hospital': 'no', 'mania-now': 'no' },
  },
  habits: {
    ...{ 'alcohol-days': 0, drugs: 'never', medicinesBeyond: 'never' },
    ...{ dependence: 'no', opioidDisorder: 'no' },
  },
  earlier: { 'ketamine-non-medical': 'no', 'ketamine-treatment-before': 'no', 'ketamine-prescribers': 'no' },
  alone: { safeAtHome: 'yes', fearsSupportPerson: 'no' },
}

export const bodyOf = (sexAtBirth: 'female' | 'male'): Told => ({
  ...{ sexAtBirth, heightCm: 170, weightKg: 72 },
})
/** Asked of whoever could be pregnant. */
export const PRIVATE_PART: Told = { couldBePregnant: 'no', pregnancyTest: 'negative', breastfeeding: 'no' }
export const homeIn = (state: string): Told => ({
  ...{ supportPerson: 'somebody', voiceLine: 'yes', state, addressFound: 'yes' },
  ...{ street: '12 Harbour Street, back door', phone: '(305) 555-0160' },
  storage: ['lockbox', 'away-from-children', 'away-from-pets', 'weapons-locked'],
})
export const MEDICINES: MedicinesTold = {
  lines: [{ kind: 'prescribed', text: 'sertraline', taking: 'taking' }],
  none: ['without-prescription', 'supplement-or-herb'],
  declined: [],
  prazosin: 'no',
}

/** @param on the day of the look-up; `until`: the last day of the basis. Both 'YYYY-MM-DD' */
export const recordedIn = (state: string, on: string, until: string): Told => ({
  ...{ pdmpAskedOn: on, pdmpShows: [], pdmpPrescribers: 1, encounter: 'audio-video' },
  ...{ stateOfLocation: state, telehealthBasis: 'in-person', telehealthBasisUntil: until },
  ...{ stopBangRisk: 'low', altNeeded: 'no', supportPersonConfirmed: 'yes' },
})

export const WISHES: Wishes = {
  ...{ words: 'You are at home. I am here.', touch: 'only-where', touchWhere: 'My hand' },
  ...{ handSign: 'An open palm', callFirst: 'My sister', callFirstPhone: '(305) 555-0170' },
  stopMusic: 'Two taps',
}

/** The patient’s half of the day’s check, wherever they are. */
export const ownDayIn = (state: string): Told => ({
  ...{ ownWord: 'fine', distress: 3, usualDistress: 3, sleptHours: 7, foodHours: 9, drinkMinutes: 90 },
  ...{ taken: [], ill: [], since: [], medicineChange: [], pregnant: 'does-not-apply' },
  ...{ dependants: 'no', drives: 'no', inState: state },
})
/** The half of whoever is beside them. */
export const DAY_BESIDE = (units: number): Told => ({
  ...{ here: 'yes', sober: 'yes', ageYears: 41, phone: 'yes', address: 'yes', contact: 'yes' },
  ...{ firstUpper: 122, firstLower: 76, secondUpper: 120, secondLower: 78, pulse: 68, oxygen: 98 },
  ...{ breaths: 14, deviceFault: 'no', units },
})

type Minute = { minute: number; what: Happening }
const look = (minute: number, waking: 'at-once' | 'when-spoken-to'): Minute => {
  return { minute, what: { kind: 'look-in', isWell: true, waking } }
}
const readings = (minute: number, systolicMmHg: number, pulsePerMinute: number): Minute => ({
  minute,
  what: {
    kind: 'vitals',
    readings: {
      ...{ systolicMmHg, diastolicMmHg: 78, pulsePerMinute },
      ...{ oxygenPercent: 98, breathsPerMinute: 14 },
    },
  },
})
const END_LIST = ['awake', 'calm', 'walks', 'pressure', 'no-vomiting', 'oxygen', 'company', 'no-driving']

/** A quiet session, in minutes since it was planned to begin. @param units by their plan */
export const quietSession = (units: number): readonly Minute[] => [
  { minute: 0, what: { kind: 'dose-started', units } },
  readings(1, 122, 68),
  look(14, 'at-once'),
  { minute: 20, what: { kind: 'distress', points: 3 } },
  look(28, 'when-spoken-to'),
  readings(40, 132, 76),
  look(42, 'when-spoken-to'),
  look(56, 'when-spoken-to'),
  { minute: 57, what: { kind: 'distress', points: 2 } },
  ...[70, 84, 98, 112].map((minute) => look(minute, 'at-once')),
  readings(121, 124, 70),
  ...[126, 139].map((minute) => look(minute, 'at-once')),
  { minute: 149, what: { kind: 'distress', points: 2 } },
  {
    minute: 150,
    what: { kind: 'end-list', answers: Object.fromEntries(END_LIST.map((item) => [`end-${item}`, 1])) },
  },
  { minute: 155, what: { kind: 'closed' } },
]

export const NEXT_DAY_TOLD: Told = {
  ...{ slept: 'yes', sideEffects: 'mild', effects: [], changed: [], serious: [], unrealHours: 0 },
  ...{ drives: 'no', integration: 4 },
}

export type Decided = 're-evaluation-due' | 'paused' | 'completed' | 'discharged'

/** What Dr. Okafor decided with somebody, from where, and how many days before their session: a negative one, after. */
export const DECISIONS: Readonly<
  Record<Decided, { from: EnrolmentState; reason: string; offRamp?: OffRamp; daysBefore: number }>
> = {
  're-evaluation-due': {
    ...{ from: 'integrating', daysBefore: -6 },
    reason: 'Steadier after the session. We look at the whole plan before another.',
  },
  paused: {
    ...{ from: 'ready', daysBefore: 4 },
    reason: 'His father is ill, and he travels to him. Asks for some weeks.',
    offRamp: {
      ...{ stopVisit: 'offered', lastMeasures: 'asked-for', therapist: 'no-leave' },
      ifItReturns: 'Call us whenever you want to go on, or to talk. In danger, call 911 or 988.',
    },
  },
  completed: {
    ...{ from: 'integrating', daysBefore: -6 },
    reason: 'Wants to go on with her therapist alone, as agreed at the start.',
    offRamp: {
      ...{ stopVisit: 'held', lastMeasures: 'handed-in', therapist: 'told-with-leave' },
      ifItReturns: 'Call us, or your own doctor. In danger, call 911 or 988.',
    },
  },
  discharged: {
    ...{ from: 'supplied', daysBefore: 5 },
    reason: 'Moves to a state where the practice may not treat. A doctor there has taken over.',
    offRamp: {
      ...{ stopVisit: 'held', lastMeasures: 'not-wanted', therapist: 'no-leave' },
      ifItReturns: 'Call your new doctor. We send them what you ask us to. In danger, call 911 or 988.',
    },
  },
}
