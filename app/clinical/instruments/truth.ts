/**
 * Yes, no, or not to be said with what was answered. A third value all the way,
 * so that a skipped answer never turns into a no.
 */
import { type Bounds, type Filled, filled } from './answers.ts'
import type { Answers, Item } from './instrument.ts'

export type Truth = 'met' | 'not-met' | 'undetermined'

export const truth = (holds: boolean | undefined): Truth =>
  holds === undefined ? 'undetermined' : holds ? 'met' : 'not-met'

/** And back again. */
export const truthOf = (read: Truth): boolean | undefined =>
  read === 'undetermined' ? undefined : read === 'met'

/**
 * Decides, if the decision is the same whatever the missing answers are.
 *
 * @param decide must be monotone: a higher answer never takes back what a lower one had decided. Then the two
 *   ends speak for everything between them.
 */
export function settle<T>(
  items: readonly Item[],
  answers: Answers,
  decide: (values: Filled) => T,
): T | 'undetermined' {
  const least = decide(filled(items, answers, 'lowest'))
  const most = decide(filled(items, answers, 'highest'))
  return least === most ? least : 'undetermined'
}

/** `settle` for a question of yes or no. */
export function holds(items: readonly Item[], answers: Answers, decide: (values: Filled) => boolean): Truth {
  const settled = settle(items, answers, decide)
  return truth(settled === 'undetermined' ? undefined : settled)
}

/** Whether a total reaches a cut-off, as far as its bounds tell. Without a signed cut-off nobody can say. */
export function reaches({ from, to }: Bounds, cutOff: number | undefined): Truth {
  if (cutOff === undefined) return 'undetermined'
  return from >= cutOff ? 'met' : to < cutOff ? 'not-met' : 'undetermined'
}
