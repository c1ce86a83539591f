import { PRESSURES } from '../clinical/day/questions.ts'
import { cannotBe } from '../clinical/intake/pressures.ts'
import type { Answer, Question, Told } from '../clinical/intake/question.ts'

export type ReadDay = { told: Told; unclear: string[] }

/**
 * Reads answers out of a submitted form. Only what the page offers is accepted: an empty number is one that was not
 * said and never zero, and no box ticked is not "none of these". A pressure whose upper number is not above its lower
 * one was written wrong, both of it.
 */
export function readDay(questions: readonly Question[], fields: Record<string, unknown>): ReadDay {
  const told: Record<string, Answer> = {}
  const unclear: string[] = []
  for (const question of questions) {
    const answer = answerTo(question, fields[question.name])
    if (answer === 'unclear') unclear.push(question.name)
    else if (answer !== undefined) told[question.name] = answer.is
  }
  unclear.push(...PRESSURES.filter((one) => cannotBe(one, told)).flat())
  return { told, unclear }
}

type Read = { is: Answer } | 'unclear' | undefined

function answerTo(question: Question, field: unknown): Read {
  if (question.kind === 'several') return several(question.options, field)
  if (field === undefined || field === '') return undefined
  if (typeof field !== 'string') return 'unclear'
  if (field === 'skip') return { is: { declined: 'now' } }
  if (question.kind === 'one-of') return question.options.includes(field) ? { is: field } : 'unclear'
  if (question.kind === 'text') return field.length <= question.longest ? { is: field.trim() } : 'unclear'
  if (question.kind !== 'number') return 'unclear'
  const value = /^\s*\d{1,4}\s*$/.test(field) ? Number(field) : Number.NaN
  return value >= question.from && value <= question.to ? { is: value } : 'unclear'
}

/** What is ticked beside "none of these" counts. */
function several(options: readonly string[], field: unknown): Read {
  const ticked = field === undefined ? [] : Array.isArray(field) ? field : [field]
  if (ticked.length === 0) return undefined
  if (ticked.includes('skip')) return { is: { declined: 'now' } }
  if (ticked.some((one) => one !== 'none' && !options.includes(one))) return 'unclear'
  return { is: options.filter((option) => ticked.includes(option)) }
}

/** What was written on this screen, each field as often as it was sent. */
export const sentIn = (fields: Record<string, unknown>, here: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => here.has(name))
      .map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
      ]),
  )
