import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/wsas.md */
export const wsas: InstrumentWords = {
  title: 'Your days',
  why: 'It shows where daily life is hard at the moment.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
