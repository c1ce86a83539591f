/**
 * Waking in four words: what the person who is there can say of somebody's sleepiness without a medical test. Each
 * word stands for a step of the MOAA/S. Nobody is ever told to cause pain to find out.
 *
 * Source, steps and sign-off: docs/clinical/waking.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import type { Instrument, Item } from './instrument.ts'

export const WAKING_WORDS = ['at-once', 'when-spoken-to', 'when-called-loudly', 'not'] as const
export type WakingWord = (typeof WAKING_WORDS)[number]

/** The step of the MOAA/S, 5 wide awake. The last word covers 2 and everything below it. */
const MOAAS: Record<WakingWord, number> = {
  'at-once': 5,
  'when-spoken-to': 4,
  'when-called-loudly': 3,
  not: 2,
}

/** `unknown` is nothing recorded: the silence has a clock of its own, and is never taken for sleep. */
export type WakingStep = 'fine' | 'call-clinician' | 'call-911' | 'unknown'

export type WakingReadings = { word: WakingWord | undefined; step: WakingStep }

const item: Item = { linkId: 'waking', values: [2, 3, 4, 5], isSafety: true }

export const waking: Instrument<null, WakingReadings> = {
  code: 'waking',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/waking.md',
  items: [item],
  score: (answers) => {
    const step = given(item, answers)
    const word = WAKING_WORDS.find((candidate) => MOAAS[candidate] === step)
    return decided([item], answers, { word, step: stepOf(word) }, word !== undefined)
  },
}

/** What a word asks for, at any time after the dose: late sleepiness is not slept off. */
function stepOf(word: WakingWord | undefined): WakingStep {
  if (word === undefined) return 'unknown'
  if (word === 'not') return 'call-911'
  return word === 'when-called-loudly' ? 'call-clinician' : 'fine'
}
