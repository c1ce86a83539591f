import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/icsi.md */
export const icsi: InstrumentWords = {
  title: 'Your bladder in the past month',
  why: 'This medicine can bother the bladder. We would like to know early.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
