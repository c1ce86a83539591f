import type { InstrumentWords } from './instrument-words.ts'

/**
 * PHQ-2: the first two items of the PHQ-9. Spitzer, Williams, Kroenke and colleagues; © Pfizer, no permission required to reproduce. Word
 * for word; what it was compared with stands in docs/clinical/phq2.md
 */
export const phq2: InstrumentWords = {
  title: 'Your mood in the last two weeks',
  why: 'Two short questions about mood. They show whether to ask more.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    instruction: null,
    list: [],
    stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
    items: {
      'phq2-01': 'Little interest or pleasure in doing things',
      'phq2-02': 'Feeling down, depressed, or hopeless',
    },
    labels: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
    labelsOf: {},
  },
}
