import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const ketamineHistory: InstrumentWords = {
  title: 'Ketamine before now',
  why: 'It helps us plan safely. Nobody is judged for an answer.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: null,
    instruction: null,
    list: [],
    stem: null,
    items: {
      'ketamine-non-medical': 'Have you ever used ketamine or PCP that was not given to you as a medicine?',
      'ketamine-treatment-before': 'Have you had ketamine as a treatment somewhere else?',
      'ketamine-prescribers': 'Do you get ketamine from more than one prescriber now?',
    },
    labels: ['No', 'Yes'],
    labelsOf: {},
  },
}
