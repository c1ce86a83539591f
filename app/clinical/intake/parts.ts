/**
 * What the intake asks, in short parts that can be told in any order.
 *
 * Of what happened only the kind and the rough time are asked, never the story. Page and sources:
 * docs/clinical/intake.md. Words of each question are in content.
 */
import { FEELS_UNREAL, HEART_CONDITIONS, STORAGE_NEEDS } from '../facts/conditions.ts'
import { asq } from '../instruments/asq.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { pcl5Week } from '../instruments/pcl-5-week.ts'
import { pcl5 } from '../instruments/pcl5.ts'
import { phq9 } from '../instruments/phq9.ts'
import { NO_OR_YES, NO_YES_UNSURE, type Question, type Told, wordOf } from './question.ts'
import type { ScalePart } from './scales.ts'

/** Beside the heart: what stops or changes treatment at home. */
export const OTHER_CONDITIONS = [
  'severe-liver-disease',
  'raised-pressure-in-head',
  'head-injury-with-symptoms',
  'angle-closure-glaucoma',
  'seizures',
  'untreated-thyroid',
] as const

/** From never to daily, as the questions on substances count it. */
export const HOW_OFTEN = ['never', 'less-than-monthly', 'monthly', 'weekly', 'daily'] as const

/** The least number of days since then that the choice allows: the nearest is never guessed farther away. */
export const SINCE: Readonly<Record<string, number | 'none'>> = {
  'this-week': 0,
  'this-month': 8,
  'three-months': 31,
  no: 'none',
}

const yesNo = (name: string): Question => ({ name, kind: 'one-of', options: NO_OR_YES })
const yesNoUnsure = (name: string): Question => ({ name, kind: 'one-of', options: NO_YES_UNSURE })
const note = (name: string): Question => ({ name, kind: 'text', longest: 400 })
const within = (segment: NonNullable<Question['segment']>, ...questions: Question[]): Question[] =>
  questions.map((question) => ({ ...question, segment }))
const pressure = (name: string, from: number, to: number): Question => ({ name, kind: 'number', from, to })

/** Asked as questions of our own. The key stands in the address, and says nothing about health. */
export const QUESTION_PARTS = {
  you: [
    { name: 'sexAtBirth', kind: 'one-of', options: ['female', 'male', 'intersex'] },
    { name: 'heightCm', kind: 'measure', of: 'height' },
    { name: 'weightKg', kind: 'measure', of: 'weight' },
  ],
  readings: [
    pressure('firstUpper', 60, 260),
    pressure('firstLower', 30, 180),
    pressure('secondUpper', 60, 260),
    pressure('secondLower', 30, 180),
  ],
  health: [
    { name: 'heartConditions', kind: 'several', options: HEART_CONDITIONS },
    { name: 'otherConditions', kind: 'several', options: OTHER_CONDITIONS },
    yesNoUnsure('ketamineAllergy'),
  ],
  nights: [
    yesNo('bladder-blood'),
    yesNo('bladder-pain'),
    yesNo('bladder-leak'),
    { name: 'bladder-night', kind: 'number', from: 0, to: 20 },
  ],
  private: within(
    'pregnancy',
    yesNoUnsure('couldBePregnant'),
    { name: 'pregnancyTest', kind: 'one-of', options: ['negative', 'positive', 'not-done'] },
    yesNo('breastfeeding'),
  ),
  before: [
    {
      name: 'kinds',
      kind: 'several',
      options: [
        'childhood',
        'violence',
        'sexual',
        'accident',
        'loss',
        'illness',
        'service',
        'disaster',
        'other',
      ],
    },
    {
      name: 'roughTime',
      kind: 'one-of',
      options: ['as-a-child', 'as-a-grown-up', 'both', 'still-going-on'],
    },
    yesNoUnsure('ptsdDiagnosis'),
    { name: 'recentEvent', kind: 'one-of', options: Object.keys(SINCE) },
    yesNo('hardAnniversary'),
  ],
  support: [
    { name: 'unreal', kind: 'one-of', options: FEELS_UNREAL },
    yesNoUnsure('dissociativeDisorder'),
    { name: 'therapist', kind: 'one-of', options: ['yes-knows', 'yes-does-not-know', 'no'] },
  ],
  helps: [note('triggers'), note('calms'), note('goodWords'), note('badWords')],
  thoughts: [
    yesNo('psychosis-diagnosis'),
    yesNo('psychosis-now'),
    ...within('substance-use', yesNo('psychosis-substance')),
    yesNo('psychosis-family'),
    yesNo('mania-hospital'),
    yesNo('mania-now'),
  ],
  habits: within(
    'substance-use',
    { name: 'alcohol-days', kind: 'number', from: 0, to: 366 },
    { name: 'drugs', kind: 'one-of', options: HOW_OFTEN },
    { name: 'medicinesBeyond', kind: 'one-of', options: HOW_OFTEN },
    yesNo('dependence'),
    yesNo('opioidDisorder'),
  ),
  earlier: within(
    'substance-use',
    yesNo('ketamine-non-medical'),
    yesNo('ketamine-treatment-before'),
    yesNo('ketamine-prescribers'),
  ),
  home: [
    { name: 'supportPerson', kind: 'one-of', options: ['somebody', 'perhaps', 'nobody'] },
    { name: 'storage', kind: 'several', options: STORAGE_NEEDS },
    yesNo('voiceLine'),
    { name: 'state', kind: 'one-of', options: ['FL', 'NJ', 'elsewhere'] },
    yesNo('addressFound'),
    { name: 'street', kind: 'text', longest: 200 },
    { name: 'phone', kind: 'text', longest: 40, holds: 'phone' },
  ],
  alone: within('partner-safety', yesNo('safeAtHome'), yesNo('fearsSupportPerson')),
} as const satisfies Record<string, readonly Question[]>

export type QuestionPart = keyof typeof QUESTION_PARTS

/** Published questionnaires: handed in as responses. */
export const QUESTIONNAIRE_PARTS = {
  month: pcl5,
  week: pcl5Week,
  fortnight: phq9,
  now: asq,
} as const satisfies Record<string, Instrument<unknown>>

export type QuestionnairePart = keyof typeof QUESTIONNAIRE_PARTS

/** `list`: the medicines, which have a form of their own. */
export type PartKey = QuestionPart | QuestionnairePart | ScalePart | 'list'

/** How the overview shows them. Inside a group, and from group to group, any order will do. */
export const PART_GROUPS = {
  body: ['you', 'readings', 'health', 'nights', 'four', 'eight', 'rest', 'private'],
  medicines: ['list'],
  hard: ['before', 'support', 'often', 'lately', 'helps'],
  mind: ['thoughts', 'ups', 'habits', 'year', 'ten', 'twelve', 'earlier'],
  place: ['home', 'alone'],
  questions: ['month', 'patterns', 'week', 'fortnight', 'well', 'days', 'now', 'also'],
} as const satisfies Record<string, readonly PartKey[]>

export type PartGroup = keyof typeof PART_GROUPS

export const PART_KEYS: readonly PartKey[] = Object.values(PART_GROUPS).flat()

export const isQuestionPart = (key: string): key is QuestionPart => Object.hasOwn(QUESTION_PARTS, key)
export const isQuestionnairePart = (key: string): key is QuestionnairePart =>
  Object.hasOwn(QUESTIONNAIRE_PARTS, key)
export const isPartKey = (key: string): key is PartKey => PART_KEYS.some((known) => known === key)

/** Of the questions of our own. */
export const PARTS_VERSION = 2

export const sheetKind = (part: PartKey): string => `intake-${part}`
/** What a clinician recorded beside it. */
export const CLINICIAN_SHEET = 'intake-clinician'
/** That it was handed in: which answers were judged together. */
export const HANDED_IN_SHEET = 'intake-handed-in'

/** Whether a part is for this person. Where nobody said, it is asked. */
export const applies = (part: PartKey, you: Told | undefined): boolean =>
  part !== 'private' || wordOf(you, 'sexAtBirth') !== 'male'
