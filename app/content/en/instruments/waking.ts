import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const waking: InstrumentWords = {
  title: 'How awake are they?',
  why: 'Say their name in a normal voice. Never shake hard, pinch or hurt.',
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
      waking: 'When you say their name, what happens?',
    },
    labels: [
      'Does not answer, or only to shaking',
      'Answers only when called loudly or several times',
      'Sleepy, answers when spoken to',
      'Answers at once',
    ],
    labelsOf: {},
  },
}
