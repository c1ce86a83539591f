import type { InSessionRuleId } from '../../../clinical/rules/in-session/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

const emergency = 'Call 911. Roll them onto their side. Stay.'

/** Group D: between the dose and the end. Read by the patient and by whoever is with them: few words. */
export const inSession: Record<InSessionRuleId, RuleWords> = {
  D01: {
    condition: 'Does not answer, or only to shaking',
    patient: emergency,
    clinician: 'Cannot be woken. 911 to the address on the page; call the support person.',
  },
  D02: {
    condition: 'Answers only when called loudly or several times',
    patient: 'Call the on-call number now. Stay beside them.',
    clinician: 'Hard to wake. Call now.',
  },
  D03: {
    condition:
      'Breaths below the emergency limit, a pause longer than its limit, blue or gasping, or oxygen at or below the emergency limit; breaths below or above the limits for a person: review',
    patient: ({ severity }) =>
      severity === 'review' ? 'Call the on-call number now. Count the breaths again.' : emergency,
    clinician: 'Breathing. Emergency unless only the count is near the limit: then call now.',
  },
  D04: {
    condition: 'Oxygen below the review limit, above the emergency one',
    patient: 'Sit up. Breathe slowly. Look again in a minute.',
    clinician: 'Oxygen a little low. Position, wake, look again.',
  },
  D05: {
    condition:
      'Chest pain, a stroke sign, a severe headache or a change of sight, at any pressure; two readings at or above the high limit: review',
    patient: ({ team, severity }) =>
      severity === 'review' ? `Sit and rest. ${team}` : 'Call 911 now. Sit or lie down. Stay.',
    clinician: 'High pressure twice: call now. Any symptom: 911.',
  },
  D06: {
    condition: 'Distress at or above the grounding limit',
    patient: 'Feet on the floor. A slow breath out. Use what you chose.',
    clinician: 'Distress high. Grounding is offered; it is asked again.',
  },
  D07: {
    condition:
      'Distress at or above the grounding limit twice or after the limit of tools tried, at or above the limit for a person once, or without relief for the limit of minutes',
    patient: ({ team }) => `Feet on the floor. A slow breath out. ${team}`,
    clinician: 'Distress needs a person now.',
  },
  D08: {
    condition: '"I want help" pressed',
    patient: ({ team }) => `You asked for help. ${team}`,
    clinician: 'Help was asked for. Call now.',
  },
  D09: {
    condition:
      'A check was missed: a nudge; silence for the limits of minutes: support person, clinician, emergency guidance. Not when it was announced',
    patient: ({ team, severity }) => {
      if (severity === 'advise') return 'Please tap once, to show that someone is there.'
      if (severity === 'review') return `Please tap, or pick up the phone. ${team}`
      return 'Go and look now. Cannot be woken, or not breathing well: call 911. Not sure: call 911.'
    },
    clinician: 'Silence that nobody announced. Climb the ladder: support person, backup person, emergency.',
  },
  D10: {
    condition: 'More than the one dose taken; and drowsy besides: block',
    patient: ({ team, severity }) =>
      severity === 'review'
        ? `Do not take any more. ${team}`
        : 'Do not take any more. Call 911 and say what was taken. Roll onto the side.',
    clinician: 'Took more than the dose. Drowsy: 911 and poison control.',
  },
  D11: {
    condition: 'Vomited and drowsy: block; vomited more often than the limit: review',
    patient: ({ team, severity }) => (severity === 'review' ? `Roll onto the side. ${team}` : emergency),
    clinician: 'Vomiting. Drowsy besides: the airway is in danger.',
  },
  D12: {
    condition: 'Frozen or in a flashback for longer than the limit',
    patient: ({ team }) => `Use their name, softly. Ask before touch. ${team}`,
    clinician: 'Frozen or in a flashback for some time. Join now.',
  },
  D13: {
    condition: 'Words about ending their life',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'Words about suicide in the session. Join now; the C-SSRS when they can answer.',
  },
  D14: {
    condition: 'The support person has gone or cannot be reached',
    patient: ({ team }) => `Stay sitting or lying down. Breathe slowly. ${team}`,
    clinician:
      'Nobody at their side. Call patient, support person, backup person, then emergency. The session stays open.',
  },
  D15: {
    condition: 'A questionnaire at the peak',
    patient: null,
    clinician: 'No questions at the peak.',
  },
  D16: {
    condition: 'Blood pressure at or above the review limit, or high for the first time',
    patient: ({ team }) => `Sit quietly. Then take it once more. ${team}`,
    clinician: 'Pressure raised. Take it again at the signed time and call.',
  },
  D17: {
    condition: 'Pulse outside the limits',
    patient: ({ team }) => `Sit quietly. Then take it once more. ${team}`,
    clinician: 'Pulse outside the band.',
  },
  D18: {
    condition: 'Dizzy on standing, a fall, or a systolic pressure below the limit',
    patient: ({ team }) => `Sit or lie down. Do not stand alone. ${team}`,
    clinician: 'Dizzy, fallen or low pressure. Ask about injuries.',
  },
  D19: {
    condition: 'Afraid of the support person, or acting on voices',
    patient: ({ team }) => `You decide who is near you. ${team}`,
    clinician:
      'Afraid of the support person, or acting on voices. The support person steps back and does not touch; do not tell them why.',
  },
  D20: {
    condition:
      'After the limit of minutes, sleepier than at a look within the limit before; where nobody looked then, than the one before',
    patient: null,
    clinician: 'Sleepier again, late. Not to be slept off: look now.',
  },
  D21: {
    condition: 'Wants to stop, leave or drive after the dose',
    patient: 'You can stop. Lights on, music off. Stay until you are steady.',
    clinician: 'Wants to stop, leave or drive. Stopping is their right; leaving waits.',
  },
}
