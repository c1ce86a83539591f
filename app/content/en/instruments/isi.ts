import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/isi.md */
export const isi: InstrumentWords = {
  title: 'Your sleep',
  why: 'Sleep tells a lot about how things are going.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
