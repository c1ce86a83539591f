import { dayNumber } from '../clinical/calendar-day.ts'
import { PRESSURES } from '../clinical/day/questions.ts'
import type { Measure } from '../clinical/intake/measures.ts'
import { readMeasure } from '../clinical/intake/measures.ts'
import { cannotBe } from '../clinical/intake/pressures.ts'
import type { Answer, Question, Told } from '../clinical/intake/question.ts'
import { isDialable } from '../clinical/phone-number.ts'

/** What was unclear about an answer, for the sentence beside it. */
export type FormProblem = 'unclear' | 'number' | 'pressure' | Measure | 'both' | 'day' | 'long' | 'phone'

export type ReadPart = { told: Told; problems: ReadonlyMap<string, FormProblem> }

/** Chosen in the place of an answer. No option of a question is called like this. */
export const SKIP = '~skip'
export const NEVER = '~never'
export const NONE = '~none'
/** The field beside a question that is written or ticked, where not answering is chosen. */
export const insteadOf = (name: string) => `${name}~`

/**
 * Reads the answers to these questions out of a posted form. A field that is not there, or empty, was not reached;
 * only what the page offers is an answer, and choosing not to say outweighs whatever stands beside it. A pressure that
 * cannot be was written wrong, both of it.
 */
export function readPart(questions: readonly Question[], fields: Record<string, unknown>): ReadPart {
  const told: Record<string, Answer> = {}
  const problems = new Map<string, FormProblem>()
  for (const question of questions) {
    const read = readAnswer(question, fields[question.name], fields[insteadOf(question.name)])
    if (read === undefined) continue
    if ('problem' in read) problems.set(question.name, read.problem)
    else told[question.name] = read.answer
  }
  for (const pressure of PRESSURES.filter((one) => cannotBe(one, told)))
    for (const name of pressure) problems.set(name, 'pressure')
  return { told, problems }
}

type Read = { answer: Answer } | { problem: FormProblem } | undefined

const answered = (answer: Answer): Read => ({ answer })
const unclear = (problem: FormProblem): Read => ({ problem })

function readAnswer(question: Question, field: unknown, instead: unknown): Read {
  for (const chosen of [field, instead]) {
    if (chosen === SKIP) return answered({ declined: 'now' })
    if (chosen === NEVER) return answered({ declined: 'for-good' })
  }
  if (question.kind === 'several') return readSeveral(question.options, field)
  if (field === undefined || field === '') return undefined
  if (typeof field !== 'string') return unclear('unclear') // sent twice: nobody's answer
  return readWritten(question, field.trim())
}

function readWritten(question: Exclude<Question, { kind: 'several' }>, text: string): Read {
  if (text === '') return undefined
  switch (question.kind) {
    case 'one-of':
      return question.options.includes(text) ? answered(text) : unclear('unclear')
    case 'number': {
      const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
      return value >= question.from && value <= question.to ? answered(value) : unclear('number')
    }
    case 'measure': {
      const value = readMeasure(question.of, text)
      return value === undefined ? unclear(question.of) : answered(value)
    }
    case 'day':
      return dayNumber(text) === undefined ? unclear('day') : answered(text)
    case 'text':
      if (text.length > question.longest) return unclear('long')
      return question.holds === 'phone' && !isDialable(text) ? unclear('phone') : answered(text)
  }
}

function readSeveral(options: readonly string[], field: unknown): Read {
  if (field === undefined) return undefined
  const ticked = Array.isArray(field) ? field : [field]
  if (!ticked.every((one) => one === NONE || options.includes(one))) return unclear('unclear')
  if (!ticked.includes(NONE)) return answered(options.filter((option) => ticked.includes(option)))
  return ticked.length === 1 ? answered([]) : unclear('both')
}

/** The fields of a question as they were written, to be shown again. */
export const writtenIn = (
  questions: readonly Question[],
  fields: Record<string, unknown>,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    questions
      .flatMap(({ name }) => [name, insteadOf(name)])
      .map((name) => [name, [fields[name]].flat().filter((one): one is string => typeof one === 'string')]),
  )

/** What was kept, as the fields of the form that would have said it. */
export function writtenOf(
  questions: readonly Question[],
  told: Told,
): Readonly<Record<string, readonly string[]>> {
  const written: Record<string, readonly string[]> = {}
  for (const question of questions) {
    const answer = told[question.name]
    if (answer === undefined) continue
    if (typeof answer === 'string') written[question.name] = [answer]
    else if (typeof answer === 'number')
      written[question.name] = [question.kind === 'measure' ? measured(question.of, answer) : String(answer)]
    else if ('declined' in answer) {
      const chosen = answer.declined === 'now' ? SKIP : NEVER
      written[question.kind === 'one-of' ? question.name : insteadOf(question.name)] = [chosen]
    } else written[question.name] = answer.length === 0 ? [NONE] : answer
  }
  return written
}

const measured = (of: Measure, value: number) => `${value} ${of === 'height' ? 'cm' : 'kg'}`
