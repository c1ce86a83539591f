import type { InstrumentWords } from './instrument-words.ts'

/**
 * The single alcohol question of the US National Institute on Alcohol Abuse and Alcoholism, its two forms in one
 * sentence; what it was compared with stands in docs/clinical/alcohol-question.md
 */
export const alcoholQuestion: InstrumentWords = {
  title: 'Alcohol in the past year',
  why: 'Alcohol and this medicine do not mix on session days. There is no wrong answer.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: 'US National Institute on Alcohol Abuse and Alcoholism.',
    instruction: null,
    list: [],
    stem: null,
    items: {
      'alcohol-days':
        'How many times in the past year have you had 5 or more drinks in a day (for men), or 4 or more drinks in a day (for women)?',
    },
    labels: { lowest: 'never', highest: 'every day' },
    labelsOf: {},
  },
}
