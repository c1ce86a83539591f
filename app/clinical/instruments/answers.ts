/**
 * Reading a set of answers: what was given, what is missing, and between which
 * ends the missing ones could still move a result. Shared by every scorer.
 */
import type { Answers, Item, Missing } from './instrument.ts'

/** The answer given to an item; undefined for a skip, for nothing, and for what the item does not take. */
export function given(item: Item, answers: Answers): number | undefined {
  const answer = answers[item.linkId]
  return typeof answer === 'number' && item.values.includes(answer) ? answer : undefined
}

/** The items this person was to be asked, by the answers given so far. */
export const asked = (items: readonly Item[], answers: Answers): Item[] =>
  items.filter((item) => isAsked(item, answers))

const isAsked = ({ askedWhen }: Item, answers: Answers): boolean =>
  askedWhen === undefined || askedWhen.some(({ linkId, is }) => answers[linkId] === is)

/** What is missing among the items that were to be asked, in their order. */
export function missing(items: readonly Item[], answers: Answers): Missing {
  const found: Missing = { skipped: [], notReached: [], invalid: [] }
  for (const item of asked(items, answers)) {
    if (given(item, answers) !== undefined) continue
    const answer = answers[item.linkId]
    const why = answer === undefined ? 'notReached' : answer === 'skipped' ? 'skipped' : 'invalid'
    found[why].push(item.linkId)
  }
  return found
}

export const missingCount = ({ skipped, notReached, invalid }: Missing): number =>
  skipped.length + notReached.length + invalid.length

/** A value for every item, by `linkId`. */
export type Filled = Readonly<Record<string, number>>

/**
 * The answers with every gap filled by the lowest or by the highest value its
 * item takes. An item that is not asked counts as its lowest; one that hangs on
 * a missing answer is asked at the end where that answer asks for it.
 */
export function filled(items: readonly Item[], answers: Answers, end: 'lowest' | 'highest'): Filled {
  const values: Record<string, number> = {}
  for (const item of items) {
    const lowest = item.values[0] ?? 0
    const edge = end === 'lowest' ? lowest : (item.values.at(-1) ?? 0)
    const isOpen = isAsked(item, answers) || isAsked(item, values)
    values[item.linkId] = isOpen ? (given(item, answers) ?? edge) : lowest
  }
  return values
}

/** The least and the most a total can still be. Equal when nothing is missing. */
export type Bounds = { from: number; to: number }

export const bounds = (items: readonly Item[], answers: Answers): Bounds => ({
  from: sum(Object.values(filled(items, answers, 'lowest'))),
  to: sum(Object.values(filled(items, answers, 'highest'))),
})

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
