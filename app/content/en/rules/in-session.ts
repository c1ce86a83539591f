import type { InSessionRuleId } from '../../../clinical/rules/in-session/rules.ts'
import type { WordsOf } from '../../rule-words.ts'

const emergency = 'Call 911. Roll them onto their side. Stay.'

/** Group D: between the dose and the end. Few words: for the patient, and others for whoever is with them. */
export const inSession: WordsOf<InSessionRuleId> = {
  D01: {
    condition: 'Does not answer, or only to shaking',
    patient: null,
    beside: emergency,
    clinician: 'Cannot be woken. 911 to the address on the page; call the support person.',
  },
  D02: {
    condition: 'Answers only when called loudly or several times',
    patient: null,
    beside: 'They are hard to wake. Call the clinic now. Stay beside them.',
    clinician: 'Hard to wake. Call now.',
  },
  D03: {
    condition:
      'Breaths below the emergency limit, a pause longer than its limit, blue or gasping, or oxygen at or below the emergency limit; breaths below or above the limits for a person: review',
    patient: ({ severity }) =>
      severity === 'review'
        ? 'Sit up, if you can. Breathe slowly.'
        : 'Sit up, if you can. Call out, or call 911.',
    beside: ({ severity }) =>
      severity === 'review' ? 'Call the clinic now. Count their breaths again.' : emergency,
    clinician: 'Breathing. Emergency unless only the count is near the limit: then call now.',
  },
  D04: {
    condition: 'Oxygen below the review limit, above the emergency one',
    patient: 'Sit up. Breathe slowly. Check again in a minute.',
    beside: 'Help them sit up and breathe slowly. Check again in a minute.',
    clinician: 'Oxygen a little low. Position, wake, look again.',
  },
  D05: {
    condition:
      'Chest pain, a stroke sign, a severe headache or a change of sight, at any pressure; two readings at or above the high limit: review',
    patient: ({ team, severity }) =>
      severity === 'review' ? `Sit and rest. ${team}` : 'Call 911 now. Sit or lie down. Stay.',
    beside: ({ team, severity }) =>
      severity === 'review'
        ? `Help them sit and rest. ${team}`
        : 'Call 911 now. Help them sit or lie down. Stay.',
    clinician: 'High pressure twice: call now. Any symptom: 911.',
  },
  D06: {
    condition: 'Distress at or above the grounding limit',
    patient: 'Feet on the floor. A slow breath out. Use what you chose.',
    beside:
      'Say: “Feel your feet on the floor.” Then breathe out slowly, loud enough for them to hear. Use what they chose.',
    clinician: 'Distress high. Grounding is offered; it is asked again.',
  },
  D07: {
    condition:
      'Distress at or above the grounding limit twice or after the limit of tools tried, at or above the limit for a person once, or without relief for the limit of minutes',
    patient: ({ team }) => `Feet on the floor. A slow breath out. ${team}`,
    beside: ({ team }) =>
      `Say: “Feel your feet on the floor.” Then breathe out slowly, loud enough for them to hear. ${team}`,
    clinician: 'Distress needs a person now.',
  },
  D08: {
    condition: '"I want help" pressed',
    patient: ({ team }) => `You asked for help. ${team}`,
    beside: ({ team }) => `They asked for help. Go to them now. ${team}`,
    clinician: 'Help was asked for. Call now.',
  },
  D09: {
    condition:
      'A check was missed: a nudge; silence for the limits of minutes: support person, clinician, emergency guidance. Not when it was announced',
    patient: ({ team, severity }) => {
      if (severity === 'advise') return 'Please tap once, to show that someone is there.'
      if (severity === 'review') return `Please tap, or pick up the phone. ${team}`
      return 'Call out for the person with you. If you are not well, call 911.'
    },
    beside: ({ team, severity }) => {
      if (severity === 'advise') return 'Please tap once, to show that someone is there.'
      if (severity === 'review') return `Please tap, or pick up the phone. ${team}`
      return 'Go and look now. If they cannot be woken or do not breathe well, call 911. If you are not sure, call 911.'
    },
    clinician:
      'Silence that nobody announced. Climb the ladder: support person, person in reserve, emergency.',
  },
  D10: {
    condition: 'More than the one dose taken; and drowsy besides: block',
    patient: ({ team, severity }) =>
      severity === 'review'
        ? `Do not take any more. ${team}`
        : 'Do not take any more. Call 911 and say what was taken. Lie on your side.',
    beside: ({ team, severity }) =>
      severity === 'review'
        ? `Make sure no more is taken. Lock away what is left. ${team}`
        : 'Call 911 and say what was taken. Roll them onto their side. Make sure no more is taken.',
    clinician: 'Took more than the dose. Drowsy: 911 and poison control.',
  },
  D11: {
    condition: 'Vomited and drowsy: block; vomited more often than the limit: review',
    patient: ({ team, severity }) =>
      severity === 'review' ? `Lie on your side. ${team}` : 'Lie on your side. Call out, or call 911.',
    beside: ({ team, severity }) =>
      severity === 'review' ? `Help them lie on their side. ${team}` : emergency,
    clinician: 'Vomiting. Drowsy besides: the airway is in danger.',
  },
  D12: {
    condition: 'Frozen or in a flashback for longer than the limit',
    patient: ({ team }) => `You are here. Feel the floor under your feet. ${team}`,
    beside: ({ team }) => `Use their name, softly. Ask before touch. ${team}`,
    clinician: 'Frozen or in a flashback for some time. Join now.',
  },
  D13: {
    condition: 'Words about ending their life',
    patient: ({ crisis, team }) => `${crisis} ${team}`,
    beside: ({ crisis, team }) => `${crisis} ${team}`,
    clinician: 'Words about suicide in the session. Join now; the C-SSRS when they can answer.',
  },
  D14: {
    condition: 'The support person has gone or cannot be reached',
    patient: ({ team }) => `Stay sitting or lying down. Breathe slowly. ${team}`,
    beside: ({ team }) =>
      `Please go back in, or ask the person in reserve to. Help them stay lying down. ${team}`,
    clinician:
      'Nobody at their side. Call patient, support person, person in reserve, then emergency. The session stays open.',
  },
  D15: {
    condition: 'A questionnaire at the peak',
    patient: null,
    beside: 'No questions now. They can wait.',
    clinician: 'No questions at the peak.',
  },
  D16: {
    condition: 'Blood pressure at or above the review limit, or high for the first time',
    patient: ({ team }) => `Sit quietly. Then take your blood pressure again. ${team}`,
    beside: ({ team }) => `Help them sit quietly. Then take their blood pressure again. ${team}`,
    clinician: 'Pressure raised. Take it again at the signed time and call.',
  },
  D17: {
    condition: 'Pulse outside the limits',
    patient: ({ team }) => `Sit quietly. Then take your pulse again. ${team}`,
    beside: ({ team }) => `Help them sit quietly. Then take their pulse again. ${team}`,
    clinician: 'Pulse outside the band.',
  },
  D18: {
    condition: 'Dizzy on standing, a fall, or a systolic pressure below the limit',
    patient: ({ team }) => `Sit or lie down. Do not stand up alone. ${team}`,
    beside: ({ team }) => `Help them stay sitting or lying down. Do not let them stand up alone. ${team}`,
    clinician: 'Dizzy, fallen or low pressure. Ask about injuries.',
  },
  D19: {
    condition: 'Afraid of the support person, or acting on voices',
    patient: ({ team }) => `You decide who is near you. ${team}`,
    beside: ({ team }) => `Step back a little. No touch. Few words, in a low voice. ${team}`,
    clinician:
      'Afraid of the support person, or acting on voices. The support person steps back and does not touch; do not tell them why.',
  },
  D20: {
    condition:
      'After the limit of minutes, sleepier than at a look within the limit before; where nobody looked then, than the one before',
    patient: null,
    beside: ({ team }) => `They are sleepier than before. Say their name. Count their breaths. ${team}`,
    clinician: 'Sleepier again, late. Do not let it be slept off: look now.',
  },
  D21: {
    condition: 'Wants to stop, leave or drive after the dose',
    patient: 'You can stop. Lights on, music off. Stay until you are steady.',
    beside: 'They can stop. Lights on, music off. Help them stay until they are steady. No driving today.',
    clinician: 'Wants to stop, leave or drive. Stopping is their right; leaving waits.',
  },
}
