import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const waking: InstrumentWords = {
  title: '¿Qué tan despierta está la persona?',
  why: 'Diga su nombre en voz normal. Nunca sacuda fuerte, pellizque ni lastime.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'es',
    notice: null,
    instruction: null,
    list: [],
    stem: null,
    items: {
      waking: 'Cuando usted dice su nombre, ¿qué pasa?',
    },
    labels: [
      'No responde, o solo si se le sacude',
      'Responde solo si se le llama fuerte o varias veces',
      'Tiene sueño, responde cuando se le habla',
      'Responde enseguida',
    ],
    labelsOf: {},
  },
}
