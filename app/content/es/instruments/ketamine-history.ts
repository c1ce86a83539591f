import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const ketamineHistory: InstrumentWords = {
  title: 'La ketamina antes de ahora',
  why: 'Nos ayuda a planear con cuidado. Nadie juzga una respuesta.',
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
      'ketamine-non-medical': '¿Alguna vez usó ketamina o PCP que no le dieron como medicamento?',
      'ketamine-treatment-before': '¿Ha recibido ketamina como tratamiento en otro lugar?',
      'ketamine-prescribers': '¿Recibe ahora ketamina de más de un profesional?',
    },
    labels: ['No', 'Sí'],
    labelsOf: {},
  },
}
