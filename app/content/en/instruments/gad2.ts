import type { InstrumentWords } from './instrument-words.ts'

/**
 * GAD-2: the first two items of the GAD-7. Spitzer, Williams, Kroenke and colleagues; © Pfizer, no permission required to reproduce. Word
 * for word; what it was compared with stands in docs/clinical/gad2.md
 */
export const gad2: InstrumentWords = {
  title: 'Worry in the last two weeks',
  why: 'Two short questions about worry. They show whether to ask more.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    instruction: null,
    list: [],
    stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
    items: {
      'gad2-01': 'Feeling nervous, anxious, or on edge',
      'gad2-02': 'Not being able to stop or control worrying',
    },
    labels: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
    labelsOf: {},
  },
}
