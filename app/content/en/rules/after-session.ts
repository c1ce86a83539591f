import type { AfterSessionRuleId } from '../../../clinical/rules/after-session/rules.ts'
import type { WordsOf } from '../../rule-words.ts'

/** Group E: from the end of a session to the days after. */
export const afterSession: WordsOf<AfterSessionRuleId> = {
  E01: {
    condition: 'The ready-to-end list is not complete, or fewer minutes since the dose than the limit',
    patient: 'A little more time.',
    beside: 'A little more time. Stay together, and see which point is open.',
    clinician: 'Not ready to end yet: see which point is open.',
  },
  E02: {
    condition: 'The ready-to-end list is not complete at the limit of minutes',
    patient: ({ team }) => `It is taking longer today. ${team}`,
    beside: ({ team }) => `It is taking longer today. Stay together. ${team}`,
    clinician: 'Not ready to end after the longest time. Call now.',
  },
  E03: {
    condition: 'Plans to drive on the same day, before sleep, or before the limit of hours',
    patient: 'No driving until tomorrow, after you sleep.',
    clinician: 'Plans to drive too early.',
  },
  E04: {
    condition:
      'No next-day check by the limits of hours, sooner after a first session, an event in the session, or a positive suicide screen within the limit of days: nudge and coordinator advise, clinician review',
    patient: ({ team, severity }) =>
      severity === 'advise'
        ? 'How are you today? A few short questions are here. You can skip any of them.'
        : `How are you today? We would like to hear from you. ${team}`,
    clinician: 'No word since the session. Call.',
  },
  E05: {
    condition: 'Any side effect severe; or blood in the urine, loss of sight or craving, however mild',
    patient: ({ team }) => `Thank you for telling us. ${team}`,
    clinician: 'Side effect to look at. Open an adverse event; if serious, report it.',
  },
  E06: {
    condition: 'C-SSRS on the next day moderate or high, or any question skipped; low: review',
    patient: ({ crisis, team, severity }) =>
      severity === 'review'
        ? `Thank you for telling us. A safety plan can help, made together. ${team}`
        : `${crisis} ${team}`,
    clinician: 'C-SSRS after the session positive, or questions skipped. Speak with the person now.',
  },
  E07: {
    condition: 'Feeling unreal for longer than the limit, hearing voices, or less sleep with more energy',
    patient: ({ team }) => `This is worth a talk today. ${team}`,
    clinician: 'Still changed after the session. Speak the same day; the next session stays closed.',
  },
  E08: {
    condition: 'No integration appointment, or one outside the window of hours',
    patient: 'Some people like to see their therapist soon after. Want help booking?',
    clinician: 'No appointment in the window. Where therapy is essential, see C23.',
  },
  E09: {
    condition: 'Death, emergency room, admission or overdose',
    patient: null,
    clinician:
      'Serious event: this person’s course is frozen. Fill in the event and FDA form 3500; the director decides on lot or program.',
  },
  E10: {
    condition: 'Integration answered, whatever the answer',
    patient: 'There is no right way.',
    clinician: 'Kept for the record. Never a measure of success.',
  },
  E11: {
    condition: 'First time standing after the dose',
    patient: 'Sit for a minute first. Then stand up slowly, with someone close by.',
    beside:
      'Have them sit for a minute first. Then let them stand up slowly, with you close by. Touch them only as agreed.',
    clinician: 'First time standing. A hand only where touch was agreed.',
  },
  E12: {
    condition: 'Asleep, or answering only when spoken to, before the ready-to-end list is complete',
    patient: null,
    beside:
      'They are sleepy or asleep, and the session is not over. Each time you check, say their name and count their breaths.',
    clinician: 'Sleepy or asleep before ready. Rouse at the signed times and count breaths.',
  },
  E13: {
    condition: 'Drowsier, confused or short of breath after the session was closed',
    patient: 'Call 911. Stay sitting or lying down.',
    beside: 'Call 911. Stay with them.',
    clinician: 'Worse after the close. 911 to the address on the page.',
  },
}
