/** The page of whoever meets people after their sessions. */
export const integration = {
  title: 'Appointments',
  lead: 'Appointments with you after a session. The hours are what some teams aim for; nobody has shown that they are better than others.',
  empty: { title: 'None right now', text: 'When one is booked with you, it appears here.' },
  upcoming: 'Booked',
  before: 'Before',
  sessionEnds: 'Session planned to end',
  sessionEnded: 'Session ended',
  hoursAfter: (hours: number) => `${hours} h after it`,
  kept: 'We met',
  cancel: 'I cannot make it',
  cancelNote:
    'They get a mail without details, are told kindly on their page, and choose how to go on. Nothing counts as a miss.',
  states: {
    booked: 'booked',
    kept: 'kept',
    'cancelled-by-therapist': 'called off by you',
    'cancelled-by-patient': 'called off by them',
    'cancelled-with-session': 'went with the session',
  },
  done: {
    kept: 'Noted: you met.',
    cancelled: 'Called off. They see it on their page, with ways to go on.',
    early: 'This appointment is still to come. It can be noted once its time has come.',
  },
}
