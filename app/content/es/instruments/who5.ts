import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const who5: InstrumentWords = {
  title: 'Qué tan bien se siente',
  why: 'Mira lo que está bien, no solo lo difícil.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
