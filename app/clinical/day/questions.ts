/**
 * What is asked on the day of a session and on the day after, on whose device.
 *
 * The patient's own questions stand on their own device alone, the support person's on theirs; neither sees the
 * other's. Source: groups C and E of docs/clinical/rules.md. Sign-off: docs/clinical/day-check.md
 */
import { QUESTION_PARTS } from '../intake/parts.ts'
import { NO_OR_YES, type Question } from '../intake/question.ts'

/** `after`: a page shows it only beside this answer to another question. Whatever is told beside another stays told. */
export type DayQuestion = Question & { after?: { name: string; is: string } }

const yesNo = (name: string): Question => ({ name, kind: 'one-of', options: NO_OR_YES })
const number = (name: string, from: number, to: number): Question => ({ name, kind: 'number', from, to })
const after = (name: string, is: string, ...questions: readonly Question[]): DayQuestion[] =>
  questions.map((question) => ({ ...question, after: { name, is } }))
const [, , , { options: STATES }] = QUESTION_PARTS.home

/** Version of all of these, kept with every sheet. */
export const DAY_VERSION = 3
/** The first that asks, on the day after, of medicine taken outside a session and by others. */
export const ASKS_OF_USE = 3

/** Everything there is to ask. What one person is asked: `own-questions.ts`. */
export const PATIENT_DAY: readonly DayQuestion[] = [
  { name: 'ownWord', kind: 'one-of', options: ['fine', 'hard', 'not-today'] },
  number('distress', 0, 10),
  number('usualDistress', 0, 10),
  number('sleptHours', 0, 24),
  number('foodHours', 0, 72),
  number('drinkMinutes', 0, 1440),
  {
    name: 'taken',
    kind: 'several',
    options: ['alcohol', 'sedative', 'cannabis', 'not-sure'],
    segment: 'substance-use',
  },
  { name: 'ill', kind: 'several', options: ['fever', 'vomited', 'cough', 'head-injury'] },
  {
    name: 'since',
    kind: 'several',
    options: ['voices', 'much-energy', 'bladder-pain', 'blood-in-urine', 'heart-event', 'new-diagnosis'],
  },
  { name: 'medicineChange', kind: 'several', options: ['started', 'stopped'] },
  ...after('medicineChange', 'started', { name: 'newMedicineName', kind: 'text', longest: 200 }),
  ...after('medicineChange', 'stopped', { name: 'stoppedMedicineName', kind: 'text', longest: 200 }),
  yesNo('alpha'),
  ...after('alpha', 'yes', number('alphaHours', 0, 999), yesNo('alphaMissed')),
  {
    name: 'pregnant',
    kind: 'one-of',
    options: ['does-not-apply', 'no', 'possible'],
    segment: 'pregnancy',
  },
  ...after(
    'pregnant',
    'possible',
    {
      name: 'pregnancyTest',
      kind: 'one-of',
      options: ['negative', 'positive', 'not-done'],
      segment: 'pregnancy',
    },
    { name: 'pregnancyTestHours', kind: 'number', from: 0, to: 240, segment: 'pregnancy' },
    { name: 'periodLate', kind: 'one-of', options: NO_OR_YES, segment: 'pregnancy' },
  ),
  yesNo('dependants'),
  yesNo('drives'),
  { name: 'inState', kind: 'one-of', options: STATES },
]

export const SUPPORT_DAY: readonly Question[] = [
  yesNo('here'),
  yesNo('sober'),
  number('ageYears', 1, 120),
  yesNo('phone'),
  yesNo('address'),
  yesNo('contact'),
  number('firstUpper', 60, 260),
  number('firstLower', 30, 180),
  number('secondUpper', 60, 260),
  number('secondLower', 30, 180),
  number('pulse', 20, 250),
  number('oxygen', 50, 100),
  number('breaths', 1, 60),
  { name: 'temperature', kind: 'text', longest: 10 },
  number('standingUpper', 40, 260),
  yesNo('lightHeaded'),
  yesNo('deviceFault'),
  yesNo('rested'),
  number('units', 0, 99),
]

export const SIGNS = [
  'hasChestPain',
  'hasStrokeSign',
  'hasSevereHeadache',
  'hasVisionChange',
  'isBlueOrGasping',
  'vomitedTimes',
  'hasFallen',
  'isDizzyStanding',
  'saysSuicidalWords',
  'isFrozen',
  'actsOnVoices',
  'wantsToDrive',
] as const
export type Sign = (typeof SIGNS)[number]

/** Upper and lower number of one pressure, on the day and in the session. */
export const PRESSURES: readonly (readonly [upper: string, lower: string])[] = [
  ['firstUpper', 'firstLower'],
  ['secondUpper', 'secondLower'],
  ['systolicMmHg', 'diastolicMmHg'],
]

/** A look at somebody: how awake, what is seen, and how hard it is for them, as whoever looks sees or hears it. */
export const LOOK: readonly Question[] = [
  { name: 'waking', kind: 'one-of', options: ['at-once', 'when-spoken-to', 'when-called-loudly', 'not'] },
  { name: 'signs', kind: 'several', options: SIGNS },
  number('theirDistress', 0, 10),
]

/** Counted at each look while they sleep. */
export const BREATHS = number('breathsPerMinute', 1, 60)
export const LOOK_ASLEEP: readonly Question[] = [...LOOK, BREATHS]

/** The evening after the end: what is an emergency then, as rule E13 has it. */
export const TONIGHT_SIGNS = ['isDrowsierThanAtClose', 'isConfused', 'isShortOfBreath'] as const
export const TONIGHT: readonly Question[] = [{ name: 'tonight', kind: 'several', options: TONIGHT_SIGNS }]

/** Readings between the dose and the end. Each may be left out; what is left out is not invented. */
export const READINGS: readonly Question[] = [
  number('systolicMmHg', 60, 260),
  number('diastolicMmHg', 30, 180),
  number('pulsePerMinute', 20, 250),
  number('oxygenPercent', 50, 100),
  BREATHS,
]

export const NEXT_DAY: readonly Question[] = [
  yesNo('slept'),
  { name: 'sideEffects', kind: 'one-of', options: ['none', 'mild', 'moderate', 'severe'] },
  {
    name: 'effects',
    kind: 'several',
    options: ['blood-in-urine', 'vision-loss', 'craving', 'outside-session', 'shared'],
    segment: 'substance-use',
  },
  number('unrealHours', 0, 96),
  { name: 'changed', kind: 'several', options: ['voices', 'much-energy'] },
  { name: 'serious', kind: 'several', options: ['emergency-room', 'admission', 'overdose'] },
  yesNo('drives'),
  number('integration', 0, 10),
]
