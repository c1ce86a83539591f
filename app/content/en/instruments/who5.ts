import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/who5.md */
export const who5: InstrumentWords = {
  title: 'How well you feel',
  why: 'It looks at what is good, not only at what is hard.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
