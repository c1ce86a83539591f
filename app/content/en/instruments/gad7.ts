import type { InstrumentWords } from './instrument-words.ts'

/**
 * Generalized Anxiety Disorder scale (GAD-7). Spitzer, Williams, Kroenke and colleagues; © Pfizer, no permission required to reproduce. Word
 * for word; what it was compared with stands in docs/clinical/gad7.md
 */
export const gad7: InstrumentWords = {
  title: 'Worry in the last two weeks',
  why: 'Worry can make a session harder. We would like to know how much there is.',
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
      'gad7-01': 'Feeling nervous, anxious, or on edge',
      'gad7-02': 'Not being able to stop or control worrying',
      'gad7-03': 'Worrying too much about different things',
      'gad7-04': 'Trouble relaxing',
      'gad7-05': 'Being so restless that it is hard to sit still',
      'gad7-06': 'Becoming easily annoyed or irritable',
      'gad7-07': 'Feeling afraid as if something awful might happen',
    },
    labels: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
    labelsOf: {},
  },
}
