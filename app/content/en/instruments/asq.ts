import type { InstrumentWords } from './instrument-words.ts'

/**
 * Ask Suicide-Screening Questions (ASQ). Horowitz and colleagues, US National Institute of Mental Health. Word for
 * word, without the two follow-up prompts for the person who asks; what it was compared with stands in
 * docs/clinical/asq.md
 */
export const asq: InstrumentWords = {
  title: 'Your safety',
  why: 'We ask everybody these questions, each time. What you say is taken seriously. A yes or a skip reaches us when you go on.',
  note: 'They are about death and killing yourself. If you say yes or skip one, someone may call you. We send that when you go on, even if you stop after it. For help now, call or text 988.',
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'en',
    notice: 'Ask Suicide-Screening Questions (ASQ), US National Institute of Mental Health.',
    instruction: null,
    list: [],
    stem: null,
    items: {
      'asq-01': 'In the past few weeks, have you wished you were dead?',
      'asq-02':
        'In the past few weeks, have you felt that you or your family would be better off if you were dead?',
      'asq-03': 'In the past week, have you been having thoughts about killing yourself?',
      'asq-04': 'Have you ever tried to kill yourself?',
      'asq-05': 'Are you having thoughts of killing yourself right now?',
    },
    labels: ['No', 'Yes'],
    labelsOf: {},
  },
}
