import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const readyToEnd: InstrumentWords = {
  title: 'Antes de terminar la sesión',
  why: 'Todo esto tiene que ser así antes de descansar. No hay prisa.',
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
      'end-awake': 'Está despierta, y dice nombre, lugar y día',
      'end-calm': 'Está en calma, o como antes de la sesión',
      'end-walks': 'Camina sin ayuda, o como siempre',
      'end-pressure': 'La presión está dentro del plan',
      'end-no-vomiting': 'No tiene vómitos',
      'end-oxygen': 'El oxígeno está dentro del plan',
      'end-company': 'La persona de apoyo está ahí y se queda',
      'end-no-driving': 'Sabe que no debe manejar hasta mañana, después de dormir',
    },
    labels: ['Todavía no', 'Sí'],
    labelsOf: {},
  },
}
