import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const isi: InstrumentWords = {
  title: 'Su sueño',
  why: 'El sueño dice mucho de cómo van las cosas.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
