import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const dssB: InstrumentWords = {
  title: 'Sentir que nada es real en la última semana',
  why: 'Es importante para su plan. Sentirse así más seguido es una razón para hablar antes.',
  note: 'Algunas de estas sensaciones pueden ser extrañas de leer. Puede omitir cualquiera.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
