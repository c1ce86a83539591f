import type { GateWords } from '../../gate-words.ts'

/** The gate of a session day. */
export const gate: GateWords = {
  answer: {
    go: 'You can go on when you are ready. You can still say “not today”.',
    'talk-first': 'Talk to us first.',
    'not-today': 'Not today. Nothing is lost.',
  },
  stillMissing: 'An answer or a reading is still missing. Skipping is OK. Then we talk first.',
  syncTooOld: 'This phone has not reached us for a while. Please talk to us first.',
  rulesDiffer: 'This phone has to reach us once before you start.',
  alert: 'A clinician looks at this first. You can call us while you wait.',
  booking: {
    support:
      'Nobody is set to be with you for this day. You can ask someone under “Your people”, or talk to us.',
    backup:
      'Nobody is set to be in reserve for this day. You can ask someone under “Your people”, or talk to us.',
    duty: 'Nobody from the clinic is on duty for all of this day yet. That is for us to fix. It is on your care team’s list.',
  },
  otherDay: {
    aheadTitle: 'Not the day yet',
    overTitle: 'That day is over',
    ahead: (day) => `Your day is ${day}. The questions open on that day.`,
    over: 'The day that was booked is over. Nothing is lost. Call us, and another day can be booked.',
    besideAhead: (day) => `The day is ${day}. Your part opens on that day.`,
    besideOver:
      'The day that was booked is over. There is nothing for you to do. Nothing you did caused this.',
  },
  supportPerson: 'The clinic has moved today’s session. Nothing you did caused this.',
}
