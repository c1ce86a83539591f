import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/dast10.md */
export const dast10: InstrumentWords = {
  title: 'Drugs in the past year',
  why: 'It helps us plan safely. Nobody is judged for an answer.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
