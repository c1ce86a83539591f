import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const orientation: InstrumentWords = {
  title: 'Ask these four things aloud',
  why: 'Speak slowly and kindly. Mark what the person answers.',
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
      'orientation-name': 'Do they say their name?',
      'orientation-place': 'Do they know where they are?',
      'orientation-company': 'Do they know who is with them?',
      'orientation-safe-enough': 'Do they say that it feels safe enough?',
    },
    labels: ['No', 'Yes'],
    labelsOf: {},
  },
}
