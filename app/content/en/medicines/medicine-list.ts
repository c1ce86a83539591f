import type { MedicineListWords } from '../../medicine-words.ts'

/** A patient's list of medicines. */
export const medicineList: MedicineListWords = {
  patient: {
    ask: {
      prescribed: 'What do you take that a doctor or nurse wrote for you?',
      'without-prescription':
        'What do you take from the store? For example for a cold, for sleep or for pain.',
      'supplement-or-herb': 'Do you take herbs, vitamins or other supplements? Do you have grapefruit?',
    },
    why: 'Why we ask: some of these change how the session medicine acts.',
    none: 'I take nothing of this kind',
    skip: 'You can skip this.',
    known: (name) => `We read this as ${name}. Is that right?`,
    choose: 'We are not sure which one this is. Is it one of these?',
    noneOfThese: 'None of these',
    unmatched:
      'This name is not on our list. That is fine. It stays just as you wrote it, for your clinician.',
    taking: {
      ask: 'Do you take it now?',
      taking: 'Yes',
      stopped: 'Not any more',
      stoppedOn: 'When was the last time? A rough day is fine.',
      unsure: 'I am not sure',
    },
    keep: 'This list changes nothing by itself. Please keep taking your medicines as usual unless your clinician says otherwise.',
  },
  clinician: {
    unmatched: (text) => `This name was not recognized: “${text}”.`,
    choices: (text, names) => `Not settled: “${text}” may be ${names}. Nothing was assumed.`,
    unjudged: (name) =>
      `Recognized, and no interaction is written here: ${name}. That is not the same as none.`,
    or: 'or',
    standing: {
      taking: 'Taken now.',
      'stops-later': 'Taken now; the last day is still to come.',
      'within-wash-out': (days, limitDays) =>
        `Stopped ${days} days ago; counts through day ${limitDays}, as signed.`,
      passed: (days, limitDays) => `Stopped ${days} days ago; the signed ${limitDays} days are over.`,
      unknown: {
        taking: 'Nobody said whether it is taken. It counts.',
        'stop-date': 'Stopped, day not known. It counts.',
        today: 'The day of today is not known. It counts.',
        limit: 'Stopped; no wash-out is signed for this class. It counts.',
      },
    },
    evidence: {
      A: 'label or human trial',
      B: 'measured or observed in people',
      C: 'single cases, or mechanism',
    },
  },
}
