import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const cssrs: InstrumentWords = {
  title: 'Su seguridad, un poco más',
  why: 'Les hacemos estas preguntas a todas las personas, cada vez. Lo que diga se toma en serio.',
  note: 'Son sobre la muerte y sobre quitarse la vida. Si responde que sí u omite una, puede que alguien le llame. Si necesita ayuda ahora, llame o escriba al 988.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
