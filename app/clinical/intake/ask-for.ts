/** What a prescriber may ask more about: kept as the reason's first word, and read to the patient in kind words. */
import type { PartKey } from './parts.ts'

/** Each with the part it leads back to. */
export const ASK_FOR = {
  medicines: 'list',
  readings: 'readings',
  history: 'health',
  'hard-things': 'before',
  home: 'home',
  'last-questions': 'now',
  talk: undefined,
} as const satisfies Record<string, PartKey | undefined>

export type AskFor = keyof typeof ASK_FOR

export const isAskFor = (word: string): word is AskFor => Object.hasOwn(ASK_FOR, word)

/** What was asked for, out of the reason of a step. */
export const askedFor = (reason: string | null): AskFor | undefined =>
  Object.keys(ASK_FOR)
    .filter(isAskFor)
    .find((word) => reason === word || reason?.startsWith(`${word}:`))
