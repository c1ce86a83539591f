import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/stop-bang.md */
export const stopBang: InstrumentWords = {
  title: 'Breathing in your sleep',
  why: 'This medicine can make you sleepy. We would like to know how you breathe at night.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
