import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const wsas: InstrumentWords = {
  title: 'Sus días',
  why: 'Muestra dónde cuesta ahora la vida diaria.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
