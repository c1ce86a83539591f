/** The patient's first page after signing in. No health words in the title. */
export const portal = {
  title: 'Today',
  greeting: {
    morning: (name: string) => `Good morning, ${name}.`,
    afternoon: (name: string) => `Good afternoon, ${name}.`,
    evening: (name: string) => `Good evening, ${name}.`,
  },
  due: {
    tag: 'Next, when you like',
    title: 'How the past month has been',
    text: 'Twenty short questions. Most people need five to ten minutes. You can skip any of them.',
    why: 'Why we ask: so that your doctor sees how you are, and not only how you were. Who sees it: your care team, and you.',
    begin: 'Begin',
    noHurry: 'Not today? That is fine. It will be here.',
  },
  sent: {
    tag: 'Sent',
    title: 'Nothing to do right now',
    notSeen: 'We have sent your check-in to your care team. Not seen yet.',
    seen: (who: string) => `${who} saw your check-in.`,
    sentAt: 'Sent',
    seenAt: 'Seen',
    again: 'Has something changed since? You can do another check-in any time.',
    againLink: 'Open the check-in',
  },
  stepsTitle: 'Where things are',
  steps: {
    account: 'Your account is ready',
    checkIn: 'Your check-in',
    read: 'Your care team reads it',
    states: { done: 'done', next: 'next', later: 'later' },
    minutes: '10 min',
  },
  worse: 'Feeling worse than usual? You don’t have to wait for us.',
  worseLink: 'Help right now',
}
