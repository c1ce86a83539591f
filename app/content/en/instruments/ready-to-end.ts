import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const readyToEnd: InstrumentWords = {
  title: 'Before the session ends',
  why: 'All of these have to be true before you rest. There is no hurry.',
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
      'end-awake': 'Awake, and says name, place and day',
      'end-calm': 'Calm, or as calm as before the session',
      'end-walks': 'Walks without help, or as usual',
      'end-pressure': 'Blood pressure within the plan',
      'end-no-vomiting': 'Not being sick',
      'end-oxygen': 'Oxygen within the plan',
      'end-company': 'The support person is there and stays',
      'end-no-driving': 'Knows not to drive until tomorrow, after sleep',
    },
    labels: ['Not yet', 'Yes'],
    labelsOf: {},
  },
}
