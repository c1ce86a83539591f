import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const mdq: InstrumentWords = {
  title: 'Épocas de muchísima energía',
  why: 'Esas épocas pueden volver con este medicamento. Queremos saberlo antes.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
