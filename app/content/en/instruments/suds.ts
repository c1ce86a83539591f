import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const suds: InstrumentWords = {
  title: 'How you feel right now',
  why: 'It tells us whether you need someone.',
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
      suds: 'How much distress do you feel right now, from 0 to 10?',
    },
    labels: { lowest: 'completely calm', highest: 'the worst you can imagine' },
    labelsOf: {},
  },
}
