import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const integration: InstrumentWords = {
  title: 'Esta semana',
  why: 'Les ayuda a usted y a su terapeuta a ver qué se mueve. No hay una manera correcta.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'es',
    notice: null,
    instruction: 'También puede escribir una frase para usted. Solo si quiere.',
    list: [],
    stem: null,
    items: {
      'integration-change': '¿Cambió algo esta semana, de 0 a 10?',
      'integration-therapist': '¿Vio a su terapeuta en los tres días después de la sesión?',
    },
    labels: ['No', 'Sí'],
    labelsOf: { 'integration-change': { lowest: 'nada', highest: 'muchísimo' } },
  },
}
