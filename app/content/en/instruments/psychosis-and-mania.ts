import type { InstrumentWords } from './instrument-words.ts'

/** Our own words. */
export const psychosisAndMania: InstrumentWords = {
  title: 'A few questions about your mind',
  why: 'Some answers mean that this medicine may not be right. A clinician looks at each one with you.',
  note: 'You can skip any of these. If you say yes or skip, a clinician may talk with you first.',
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: null,
    instruction: null,
    list: [],
    stem: null,
    items: {
      'psychosis-diagnosis':
        'Has a doctor ever said that you have schizophrenia, schizoaffective disorder or psychosis?',
      'psychosis-now': 'Do you now hear voices, or believe things that other people find strange?',
      'psychosis-substance':
        'Did ketamine, cannabis or a stimulant ever make you lose touch with what is real, or feel far too high and awake for days?',
      'psychosis-family': 'Does a parent, brother, sister or child of yours have schizophrenia?',
      'mania-hospital': 'Were you ever in the hospital because you were manic?',
      'mania-now': 'Do you now sleep very little and still have a lot of energy?',
    },
    labels: ['No', 'Yes'],
    labelsOf: {},
  },
}
