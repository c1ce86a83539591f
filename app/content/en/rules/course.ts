import type { CourseRuleId } from '../../../clinical/rules/course/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

/** Group F: what is watched over a whole course. */
export const course: Record<CourseRuleId, RuleWords> = {
  F01: {
    condition:
      'PCL-5 total above the lowest earlier total of the same version and window by the limit or more',
    patient: ({ team }) => `This looks harder than before. ${team}`,
    clinician: 'PCL-5 has risen. Look before the next dose.',
  },
  F02: {
    condition:
      'PCL-5 below the first total by the limit of reliable change or more, and at or below the endpoint',
    patient: 'You have marked changes. How do you see them?',
    clinician: 'PCL-5 reliably lower, and nearer to people without PTSD. Ask how the person sees it.',
  },
  F03: {
    condition:
      'After the protocol’s number of sessions, neither PCL-5 nor PHQ-9, where it was asked again, has fallen by the limit from its first total',
    patient: 'It is time to talk about whether this is helping.',
    clinician: 'No meaningful improvement. Decide with the person whether to stop or go on.',
  },
  F04: {
    condition: 'PHQ-9 above the previous total by the limit or more',
    patient: ({ team }) => `This looks harder than last time. ${team}`,
    clinician: 'PHQ-9 has risen since last time.',
  },
  F05: {
    condition: 'As many sessions as a course has, or more',
    patient: 'This course is complete. A new one starts with a talk and your consent.',
    clinician: 'Course complete. No new order before re-consent and review.',
  },
  F06: {
    condition: 'Longer than the protocol’s months',
    patient: 'Time to look at the whole plan.',
    clinician: 'Long course. Review with laboratory values.',
  },
  F07: {
    condition:
      'New blood in the urine, new pain on urination, or ICSI above its baseline by the limit or more',
    patient: 'Bladder first. There is no next session before a clinician has looked.',
    clinician: 'Bladder has changed. No next dose before review.',
  },
  F08: {
    condition: 'ALT at or above the review or the hold limit, or older than the protocol’s months',
    patient: ({ neutral }) => neutral,
    clinician: 'Liver value high or overdue.',
  },
  F09: {
    condition: 'Supply asked for earlier than the limit, or lost; as often as the limit in a course, block',
    patient: ({ neutral }) => neutral,
    clinician: 'Early or lost supply. Ask, before judging.',
  },
  F10: {
    condition:
      'Craving at or above the limit, or told without a number, as many times in a row; use outside sessions; or sharing',
    patient: 'Thank you for telling us. There is help for this, and you are not in trouble.',
    clinician: 'Craving, use outside sessions or sharing. Offer addiction care; no supply before that.',
  },
  F11: {
    condition: 'Monitoring program shows a controlled substance from another prescriber since last time',
    patient: null,
    clinician: 'New prescriber of a controlled substance.',
  },
  F12: {
    condition: 'As many steps up as the limit without recorded improvement',
    patient: null,
    clinician: 'Steps up without improvement. Depth is not the aim: no more for the sake of it.',
  },
  F13: {
    condition: 'Pregnant or trying, a new heart event, or a new psychiatric diagnosis',
    patient: ({ neutral }) => neutral,
    clinician: 'Something new: pregnancy, heart, or diagnosis.',
  },
  F14: {
    condition:
      'AUDIT-C or DAST-10 has reached a limit it had not reached before; where one is not loaded, the built-in questions answered worse',
    patient: ({ neutral }) => neutral,
    clinician: 'Alcohol or other substances worse than three months ago.',
  },
  F15: {
    condition: 'Signed protocol or telehealth basis within the days of notice, or over',
    patient: null,
    clinician: 'Protocol or telehealth basis ends soon, or is over: no orders after it.',
  },
  F16: {
    condition: 'As many check-ins in a row unanswered as the limit',
    patient: 'We missed you. No pressure.',
    clinician: 'Check-ins unanswered. Reach out, kindly.',
  },
  F17: {
    condition: 'An enzyme inducer or inhibitor started or stopped',
    patient:
      'One of your medicines needs a check first. Please keep taking it as usual unless your clinician says otherwise.',
    clinician: 'Exposure changes at an unchanged dose, whether it was started or stopped.',
  },
}
