import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const bladderSigns: InstrumentWords = {
  title: 'Your bladder',
  why: 'This medicine can bother the bladder. We would like to know early.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: null,
    instruction: null,
    list: [],
    stem: 'Since we last asked, or in the past month if this is the first time:',
    items: {
      'bladder-blood': 'Have you seen blood in your urine?',
      'bladder-pain': 'Has it hurt or burned to pass urine?',
      'bladder-leak': 'Have you leaked urine because you could not get to the toilet in time?',
      'bladder-night': 'On a usual night, how many times do you get up to pass urine?',
    },
    labels: ['No', 'Yes'],
    labelsOf: { 'bladder-night': { lowest: 'not at all', highest: '20 times or more' } },
  },
}
