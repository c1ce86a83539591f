import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const icsi: InstrumentWords = {
  title: 'Su vejiga en el último mes',
  why: 'Este medicamento puede molestar a la vejiga. Queremos saberlo pronto.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
