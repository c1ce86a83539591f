import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const integration: InstrumentWords = {
  title: 'This week',
  why: 'It helps you and your therapist see what is moving. There is no right way.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: null,
    instruction: 'You can also write one sentence for yourself. Only if you want.',
    list: [],
    stem: null,
    items: {
      'integration-change': 'Did something change this week, from 0 to 10?',
      'integration-therapist': 'Did you meet your therapist within three days of the session?',
    },
    labels: ['No', 'Yes'],
    labelsOf: { 'integration-change': { lowest: 'nothing', highest: 'a great deal' } },
  },
}
