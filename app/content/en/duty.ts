/** The duty rota: who answers for the practice's sessions, and when. */
export const duty = {
  title: 'Duty rota',
  lead: 'No session can be booked without one clinician on duty from its start to the end of the watch.',
  now: 'On duty now',
  nobody: 'Nobody. Right now is outside cover, and patients are told so.',
  table: { who: 'Who', from: 'From', to: 'To', what: 'Change' },
  none: 'Nobody is on the rota from now on.',
  end: 'Take off',
  endOf: (name: string, from: string) => `Take ${name} off duty from ${from}`,
  allTheSame: (name: string, from: string) => `Take ${name} off duty from ${from} all the same`,
  zone: (zone: string) => `Times are the practice’s: ${zone}.`,
  add: {
    title: 'Put somebody on duty',
    who: 'Clinician',
    from: 'From',
    to: 'To',
    save: 'Put on duty',
    unclear:
      'Please choose a clinician and two times, the second after the first. An hour in which the clocks change cannot be used.',
  },
  done: {
    stored: 'On the rota.',
    withdrawn: 'Taken off.',
    needed:
      'A booked session rests on this turn, so it stays for now. Put somebody on duty in its place, or move that session. Taken off all the same, the session is held and stands on the list of people.',
  },
}
