import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const stopBang: InstrumentWords = {
  title: 'La respiración al dormir',
  why: 'Este medicamento puede dar sueño. Queremos saber cómo respira de noche.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
