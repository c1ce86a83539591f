/** What a therapist or a support person reads of somebody: what that person shows them, and nothing else. */
export const shared = {
  title: 'What is shared with you',
  lead: (name: string) =>
    `${name} decides what you see here, and until when. They can change it at any time, without a reason.`,
  onRecord: (name: string) => `${name} can see that you opened this page.`,
  until: 'until',
  appointment: {
    title: 'Your next appointment',
    none: 'No appointment with you is booked.',
    after: 'after the session of',
  },
  wishes: {
    title: 'Wishes card',
    none: 'No card is written yet.',
    words: 'Words that help',
    touch: 'Touch',
    touchChoices: {
      yes: 'Yes, after asking.',
      no: 'No.',
      'only-where': 'Only here:',
      open: 'Not answered. That means no.',
    },
    handSign: 'Sign to stop touch',
    callFirst: 'Call first',
    stopMusic: 'Music to stop',
    open: 'left open',
  },
  plan: { title: 'Plan', none: 'No plan is signed yet.' },
  scores: {
    title: 'How it went',
    none: 'Nothing was handed in yet.',
    columns: { on: 'Date', week: 'Past week', month: 'Past month' },
    range: 'PCL-5, 0 to 80; higher is more symptoms.',
    unscored: 'not scored',
  },
  session: {
    title: 'Sessions',
    none: 'No session is booked.',
    booked: 'booked',
    closed: 'closed',
  },
  back: 'All people',
}
