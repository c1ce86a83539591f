/**
 * The free assessment: what it asks, on which screen, and which answers it takes. It never asks what happened.
 *
 * Nobody is a patient yet. Every question can be left out, and a left-out one is no answer, never a no.
 * Source and sign-off: docs/clinical/assessment.md
 */

import { HEART_CONDITIONS } from '../facts/conditions.ts'
import { gad2 } from '../instruments/gad2.ts'
import type { Item } from '../instruments/instrument.ts'
import { pcPtsd5 } from '../instruments/pc-ptsd5.ts'
import { phq2 } from '../instruments/phq2.ts'

/** Raised when a question or an answer changes; kept with what was answered. */
export const ASSESSMENT_VERSION = 2

/** What is kept, when somebody registers and wants it to be. */
export const ASSESSMENT_SHEET = 'assessment'

/** Where somebody is, when it is no state the practice serves. No state has these codes. */
export const ELSEWHERE_IN_US = 'US'
export const OUTSIDE_US = 'ZZ'

export const SKIP = 'skip'
export const NONE_OF_THESE = 'none'

export type Question = {
  name: string
  /** `one` of the values or a skip; any of `many`; a `number` between the first and the last value. */
  kind: 'one' | 'many' | 'number'
  values: readonly string[]
}

/** One value, or several of a question that takes many. A question that was left empty has no entry. */
export type AssessmentAnswers = Readonly<Record<string, string | readonly string[]>>

/** As it was stored; whatever is no answer is left out. */
export function assessmentAnswersIn(value: unknown): AssessmentAnswers {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string | string[]] =>
        typeof entry[1] === 'string' ||
        (Array.isArray(entry[1]) && entry[1].every((part) => typeof part === 'string')),
    ),
  )
}

const one = (name: string, ...values: string[]): Question => ({ name, kind: 'one', values })
const many = (name: string, ...values: string[]): Question => ({ name, kind: 'many', values })
const asked = ({ linkId, values }: Item): Question => one(linkId, ...values.map(String))

const [gate, ...symptoms] = pcPtsd5.items.map(asked)

/** The parts in their order. The second half of `event` comes only after a yes to its first question. */
export const SCREENS = ['where', 'now', 'event', 'event-month', 'weeks', 'health', 'people'] as const
export type Screen = (typeof SCREENS)[number]

const QUESTIONS: Record<Screen, readonly Question[]> = {
  where: [
    { name: 'where', kind: 'one', values: [] },
    { name: 'age', kind: 'number', values: ['0', '120'] },
  ],
  now: [
    one('safe', 'yes', 'no', 'unsure'),
    many('brings', 'memories', 'sleep', 'mood', 'worry', 'guard', 'closeness', 'tried-much', 'else'),
  ],
  event: gate ? [gate] : [],
  'event-month': symptoms,
  weeks: [...phq2.items.map(asked), ...gad2.items.map(asked)],
  health: [
    one('pregnant', 'no', 'yes', 'unsure'),
    one('psychosis', 'no', 'yes', 'unsure'),
    one('mania', 'no', 'yes', 'unsure'),
    many('heart', ...HEART_CONDITIONS, NONE_OF_THESE),
  ],
  people: [one('therapist', 'yes', 'looking', 'no'), one('support', 'yes', 'maybe', 'no')],
}

/** @param states two-letter codes the practice serves: the answers to where somebody is */
export const questionsOf = (screen: Screen, states: readonly string[]): Question[] =>
  QUESTIONS[screen].map((question) =>
    question.name === 'where' ? { ...question, values: [...states, ELSEWHERE_IN_US, OUTSIDE_US] } : question,
  )

const isAsked = (screen: Screen, answers: AssessmentAnswers) =>
  screen !== 'event-month' || answers[gate?.name ?? ''] === '1'

/** The screen after or before this one, by what was answered; undefined at either end. */
export function screenBeside(
  screen: Screen,
  way: 'next' | 'back',
  answers: AssessmentAnswers,
): Screen | undefined {
  const all = SCREENS.filter((each) => each === screen || isAsked(each, answers))
  return all[all.indexOf(screen) + (way === 'next' ? 1 : -1)]
}

/** Which part of how many, for the reader: the two halves about hard events are one. */
const PARTS: readonly Screen[] = SCREENS.filter((screen) => screen !== 'event-month')
export const PART_COUNT = PARTS.length
export const partOf = (screen: Screen): number =>
  PARTS.indexOf(screen === 'event-month' ? 'event' : screen) + 1

export type ReadScreen = { answers: AssessmentAnswers; unclear: readonly string[] }

/**
 * What was answered on one screen, put among the answers so far. Only what the page offers is taken, so that a
 * damaged answer is asked again and never bent into another.
 *
 * @param fields as they were posted: a text, or several under one name
 */
export function readScreen(
  questions: readonly Question[],
  fields: Readonly<Record<string, unknown>>,
  before: AssessmentAnswers,
): ReadScreen {
  const here = new Set(questions.map(({ name }) => name))
  const answers: Record<string, string | readonly string[]> = Object.fromEntries(
    Object.entries(before).filter(([name]) => !here.has(name)),
  )
  const unclear: string[] = []
  for (const question of questions) {
    const given = fields[question.name]
    if (given === undefined || given === '') continue // left out
    const read = readAnswer(question, given)
    if (read === undefined) unclear.push(question.name)
    else answers[question.name] = read
  }
  return { answers, unclear }
}

function readAnswer({ kind, values }: Question, given: unknown): string | readonly string[] | undefined {
  if (kind === 'many') {
    const all: readonly unknown[] = Array.isArray(given) ? given : [given]
    const known = values.filter((value) => all.includes(value))
    return known.length === all.length ? known : undefined
  }
  if (typeof given !== 'string') return undefined
  if (kind === 'one') return given === SKIP || values.includes(given) ? given : undefined
  const text = given.trim()
  const [from, to] = [Number(values[0]), Number(values.at(-1))]
  return /^\d{1,3}$/.test(text) && Number(text) >= from && Number(text) <= to ? text : undefined
}
