/**
 * A question of the intake, and what somebody may answer.
 *
 * Three things are kept apart: an answer, a choice not to say, and (no key) a question that was never reached.
 * None of the last two is ever a no.
 */
import type { Segment } from '../facts/fact.ts'
import type { Measure } from './measures.ts'

export type Question = {
  name: string
  /** The part of the record its answer belongs to; `general` unless said. */
  segment?: Segment
} & (
  | { kind: 'one-of'; options: readonly string[] }
  /** Any of them, or in so many words none: an empty list was asked and answered. */
  | { kind: 'several'; options: readonly string[] }
  /** A whole number, both ends included. */
  | { kind: 'number'; from: number; to: number }
  | { kind: 'measure'; of: Measure }
  /** A calendar day, 'YYYY-MM-DD'. */
  | { kind: 'day' }
  /** `holds: 'phone'`: it is dialled as it stands. */
  | { kind: 'text'; longest: number; holds?: 'phone' }
)

/** Not this time, or please never again. */
export type Declined = { declined: 'now' | 'for-good' }
export type Answer = string | number | readonly string[] | Declined
/** Answers by the questions' names. */
export type Told = Readonly<Record<string, Answer | undefined>>

export const NO_OR_YES = ['no', 'yes'] as const
export const NO_YES_UNSURE = ['no', 'yes', 'not-sure'] as const

export const isDeclined = (answer: Answer | undefined): answer is Declined =>
  typeof answer === 'object' && 'declined' in answer

/** One of several words; undefined when it was not said. */
export function wordOf(told: Told | undefined, name: string): string | undefined {
  const answer = told?.[name]
  return typeof answer === 'string' ? answer : undefined
}

export function numberOf(told: Told | undefined, name: string): number | undefined {
  const answer = told?.[name]
  return typeof answer === 'number' ? answer : undefined
}

/** Empty: asked, and none of them. */
export function listOf(told: Told | undefined, name: string): readonly string[] | undefined {
  const answer = told?.[name]
  return answer !== undefined && typeof answer === 'object' && !isDeclined(answer) ? answer : undefined
}

/** Yes or no; not sure is neither. */
export function yesOf(told: Told | undefined, name: string): boolean | undefined {
  const word = wordOf(told, name)
  return word === 'yes' ? true : word === 'no' ? false : undefined
}

/** The question in a sheet that came out of storage: as it was told, or as if never reached. */
export const toldIn = (answers: unknown): Told =>
  typeof answers === 'object' && answers !== null
    ? Object.fromEntries(
        Object.entries(answers).filter((entry): entry is [string, Answer] => isAnswer(entry[1])),
      )
    : {}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) ||
  (typeof value === 'object' &&
    value !== null &&
    'declined' in value &&
    (value.declined === 'now' || value.declined === 'for-good'))
