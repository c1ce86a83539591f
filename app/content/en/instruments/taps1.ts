import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/taps1.md */
export const taps1: InstrumentWords = {
  title: 'Tobacco, alcohol and other things',
  why: 'It helps us plan safely. Nobody is judged for an answer.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
