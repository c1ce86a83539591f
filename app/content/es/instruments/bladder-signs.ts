import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const bladderSigns: InstrumentWords = {
  title: 'Su vejiga',
  why: 'Este medicamento puede molestar a la vejiga. Queremos saberlo pronto.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'es',
    notice: null,
    instruction: null,
    list: [],
    stem: 'Desde la última vez que preguntamos, o en el último mes si es la primera vez:',
    items: {
      'bladder-blood': '¿Ha visto sangre en la orina?',
      'bladder-pain': '¿Le ha dolido o ardido al orinar?',
      'bladder-leak': '¿Se le ha escapado la orina por no llegar a tiempo al baño?',
      'bladder-night': 'En una noche normal, ¿cuántas veces se levanta a orinar?',
    },
    labels: ['No', 'Sí'],
    labelsOf: { 'bladder-night': { lowest: 'ninguna', highest: '20 veces o más' } },
  },
}
