import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const itq: InstrumentWords = {
  title: 'Cómo le llega todavía el pasado',
  why: 'Le muestra a su equipo qué tipo de ayuda le conviene.',
  note: 'Estas preguntas son sobre lo que dejó un tiempo muy duro. No preguntan qué pasó. Puede omitir cualquiera.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
