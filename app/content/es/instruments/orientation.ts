import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const orientation: InstrumentWords = {
  title: 'Pregunte estas cuatro cosas en voz alta',
  why: 'Hable despacio y con cariño. Marque lo que responda la persona.',
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
      'orientation-name': '¿Dice su nombre?',
      'orientation-place': '¿Sabe dónde está?',
      'orientation-company': '¿Sabe quién está con ella o con él?',
      'orientation-safe-enough': '¿Dice que se siente lo bastante a salvo?',
    },
    labels: ['No', 'Sí'],
    labelsOf: {},
  },
}
