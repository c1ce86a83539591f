import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const dast10: InstrumentWords = {
  title: 'Las drogas en el último año',
  why: 'Nos ayuda a planear con cuidado. Nadie juzga una respuesta.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
