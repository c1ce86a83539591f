import type { DayOfRuleId } from '../../../clinical/rules/day-of/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

/** Group C: the day of a session, before the dose. */
export const dayOf: Record<DayOfRuleId, RuleWords> = {
  C01: {
    condition: 'C-SSRS since last contact moderate or high, or any question skipped; low: review',
    patient: ({ crisis, team, severity }) =>
      severity === 'review'
        ? `Thank you for telling us. A safety plan can help, made together. ${team}`
        : `${crisis} ${team}`,
    clinician: 'C-SSRS since last contact positive, or questions skipped. Speak with the person first.',
  },
  C02: {
    condition:
      'A crisis day in the person’s own word, or distress at or above the limit and above their usual by its limit; high but usual for them: review',
    patient:
      'Today may not be the day. You can wait, talk to someone, or choose another day. Nothing is lost.',
    clinician: 'A hard day by their own word, or distress above their usual.',
  },
  C03: {
    condition:
      'Ate less than the limit of hours ago, or drank clear liquids less than the limit of minutes ago',
    patient: 'Let’s wait a little longer.',
    clinician: 'Not fasted long enough yet. The timer runs.',
  },
  C04: {
    condition:
      'Alcohol, a sedative or cannabis within the limit of hours, or a medicine of the list taken nearer to the dose than the hours signed for its class; unsure: review',
    patient: 'Let’s wait. Thank you for being honest. Please keep taking what is prescribed to you as usual.',
    clinician:
      'Alcohol, a sedative, cannabis or a medicine with signed hours too near to the dose, or not sure. Ask what and when. Nobody stops a prescribed medicine for this without its prescriber.',
  },
  C05: {
    condition:
      'Blood pressure before the dose, mean of two, at or above the hold limit; at or above the review limit: review',
    patient: ({ severity }) =>
      severity === 'review'
        ? 'Rest quietly for a while. Then take it once more.'
        : 'Your blood pressure is higher than our plan allows today. Nothing is lost.',
    clinician: 'Blood pressure before the dose. See both numbers and whether it was taken after a rest.',
  },
  C06: {
    condition: 'Pulse, oxygen, breathing or temperature in the hold band; in the review band: review',
    patient: ({ neutral }) => neutral,
    clinician: 'A reading before the dose is out of its band.',
  },
  C07: {
    condition:
      'A reading that is missing without an exemption in the protocol, impossible, or from a device that failed',
    patient: 'A reading is missing or looks mistyped. Please take it once more.',
    clinician: 'Readings missing, impossible, or the device failed.',
  },
  C08: {
    condition:
      'A new medicine since the last session, or a text that matched none: review; of a class the protocol does not allow: block',
    patient: null,
    clinician: 'New medicine since the last session. Compare the lists.',
  },
  C09: {
    condition: 'Fever, vomiting, cough or a head injury',
    patient: 'Rest first. The session can wait.',
    clinician: 'Ill, or a head injury. Ask before naming another day.',
  },
  C10: {
    condition: 'Support person not there, not sober, too young, or their phone not tried',
    patient: 'A sober adult with a working phone needs to be with you before we start.',
    clinician: 'Support person not ready: see what is open.',
  },
  C11: {
    condition: 'Fewer days since the last session than the limit',
    patient: 'It is a little early for the next session. The day is in your plan.',
    clinician: 'Too few days since the last session.',
  },
  C12: {
    condition: 'What was counted is not what should be there',
    patient: ({ team }) => `The count does not match. That can happen. ${team}`,
    clinician: 'Count differs: expected and counted are below. Ask, without blame.',
  },
  C13: {
    condition: 'Address or emergency contact not confirmed today',
    patient: 'Where are you right now? Please confirm the place and who to call.',
    clinician: 'Address or emergency contact not confirmed today.',
  },
  C14: {
    condition: 'Slept fewer hours than the limit',
    patient: 'Very little sleep can make it harder.',
    clinician: 'Very little sleep.',
  },
  C15: {
    condition: 'Plans to drive today',
    patient: 'No driving until tomorrow, after you sleep.',
    clinician: 'Plans to drive today.',
  },
  C16: {
    condition:
      'DSS-B above the person’s own total before treatment by the limit, or twice in a row by the lower limit',
    patient: 'You have felt more unreal lately. Let’s talk first.',
    clinician: 'More dissociation than before treatment. Look before the dose.',
  },
  C17: {
    condition: 'An adverse event of an earlier session still open',
    patient: ({ neutral }) => neutral,
    clinician: 'An adverse event is open. Close it first.',
  },
  C18: {
    condition: 'The person says “not today”, at any time and without a reason',
    patient: 'Of course. Nothing is lost.',
    clinician: 'They said “not today”. Honor it and ask for no reason; nobody can open this.',
  },
  C19: {
    condition:
      'PCL-5 or PHQ-9 total above the one before by the limit or more, or a finding of F01 that nobody has closed',
    patient: ({ team }) => `This week looks harder. ${team}`,
    clinician: 'PCL-5 or PHQ-9 has risen, or a rise found earlier was not looked at. Look before the dose.',
  },
  C20: {
    condition:
      'Takes prazosin, doxazosin, clonidine or guanfacine, and the last one is not known, outside the limits of hours, or a usual one was missed',
    patient: 'Your nightmare or blood pressure medicine matters today. When did you last take it?',
    clinician: 'Alpha medicine: time of the last one unknown, outside the hours, or one missed.',
  },
  C21: {
    condition:
      'On standing a fall at or above the limit, a pressure below the limit, or light-headed; looked for in those who take C20’s medicines or are at or above the limit of age',
    patient: 'Sit a while. Let’s look at this first.',
    clinician: 'Pressure drops on standing, or light-headed. Both readings are below.',
  },
  C22: {
    condition:
      'Preparation not finished or not agreed, or follow-up not booked: block before the first session, review later',
    patient: 'A few things first, so that today can be calm.',
    clinician: 'Preparation or follow-up still open: see which.',
  },
  C23: {
    condition:
      'Therapy is essential for this plan, and no appointment was kept in the window after the last session',
    patient: 'Let’s make sure someone is there for you after.',
    clinician: 'Therapy is essential here and no appointment was kept. Talk first.',
  },
  C24: {
    condition: 'Alone with a child or a dependent person from the dose until after sleep',
    patient: 'Someone else needs to be there for the person you care for, until you have slept.',
    clinician: 'Alone caring for a child or dependent.',
  },
  C25: {
    condition: 'Voices, beliefs others find strange, or little sleep with much energy since last contact',
    patient: ({ neutral, team }) => `${neutral} ${team}`,
    clinician: 'Possible psychosis or mania since last contact. Call the same day.',
  },
  C26: {
    condition:
      'Pregnancy is possible, and the test is positive, not done, or older than the limit, or a period is late',
    patient: 'There is one private step first.',
    clinician: 'Pregnancy test due, too old or positive, or a late period. Private.',
  },
  C27: {
    condition: 'Bladder pain or blood in the urine since the last session',
    patient: 'Bladder first. A clinician needs to look at this.',
    clinician: 'Bladder pain or blood since the last session.',
  },
}
