import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const suds: InstrumentWords = {
  title: 'Cómo se siente en este momento',
  why: 'Nos dice si usted necesita a alguien.',
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
      suds: '¿Cuánto malestar siente en este momento, de 0 a 10?',
    },
    labels: { lowest: 'calma completa', highest: 'lo peor que pueda imaginar' },
    labelsOf: {},
  },
}
