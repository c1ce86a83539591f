import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/mdq.md */
export const mdq: InstrumentWords = {
  title: 'Times of very high energy',
  why: 'Such times can come back with this medicine. We would like to know before.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
