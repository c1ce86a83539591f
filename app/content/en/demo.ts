/** The demo's own pages. */
export const demo = {
  title: 'Who would you like to be?',
  intro:
    'Everybody here is invented. One click, and you see the house with their eyes. Nothing you do reaches a real person.',
  coming:
    'Some of these people are still on their way to where they will be. It takes a few seconds. Then load this page again.',
  be: (name: string) => `Be ${name}`,
  mailLink: 'See the mail the demo has sent',
  roles: {
    patient: 'Patients',
    'on-the-way': 'Patients, one at each step of the program',
    'support-person': 'Support people',
    therapist: 'Therapists',
    prescriber: 'Prescribers',
    'care-coordinator': 'Care coordinators',
    'medical-director': 'Medical director',
    admin: 'Practice owner',
    'protocol-reviewer': 'Reviewers of the protocol',
  },
  clock: {
    title: 'What time it is in the demo',
    intro:
      'A session and the days after it take hours and days. Here the demo’s own time goes forward, for everybody in it. It never goes back.',
    now: 'It is now',
    link: 'Put the demo’s time forward',
    steps: {
      'five-minutes': '5 minutes later',
      'a-quarter': '15 minutes later',
      'an-hour': 'An hour later',
      'a-day': 'A day later',
      'a-week': 'A week later',
    },
  },
  mail: {
    title: 'Mail the demo has sent',
    intro: 'The demo sends nothing out. What it would have sent is kept here, newest first.',
    none: 'No mail yet.',
    noneHint: 'Ask for a link on the sign-in page as a support person, and it will be here.',
    to: 'To',
    sent: 'Sent',
    back: 'Back to the people',
  },
}
