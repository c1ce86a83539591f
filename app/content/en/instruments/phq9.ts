import type { InstrumentWords } from './instrument-words.ts'

/**
 * Patient Health Questionnaire (PHQ-9). Spitzer, Williams, Kroenke and colleagues; © Pfizer, no permission required to reproduce. Word
 * for word; what it was compared with stands in docs/clinical/phq9.md
 */
export const phq9: InstrumentWords = {
  title: 'Your mood in the last two weeks',
  why: 'Mood can shift, for better or worse. We would like to notice in time.',
  note: 'Question nine is about death and hurting yourself. If you say yes or skip it, someone may call you. We send that when you go on, even if you stop after it. For help now, call or text 988.',
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
      'phq9-01': 'Little interest or pleasure in doing things',
      'phq9-02': 'Feeling down, depressed, or hopeless',
      'phq9-03': 'Trouble falling or staying asleep, or sleeping too much',
      'phq9-04': 'Feeling tired or having little energy',
      'phq9-05': 'Poor appetite or overeating',
      'phq9-06':
        'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'phq9-07': 'Trouble concentrating on things, such as reading the newspaper or watching television',
      'phq9-08':
        'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'phq9-09': 'Thoughts that you would be better off dead or of hurting yourself in some way',
      'phq9-10':
        'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    },
    labels: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
    labelsOf: {
      'phq9-10': ['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
    },
  },
}
