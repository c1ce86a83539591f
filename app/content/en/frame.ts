/** Words around every page: the bar, the foot, the ways out. */
export const frame = {
  skipToContent: 'Skip to the page',
  demoBanner: 'Demo: invented people, not medical advice',
  helpNow: 'Help right now',
  leave: 'Leave',
  leaveHint: 'Leave this site at once, signed out',
  signIn: 'Sign in',
  signOut: 'Sign out',
  otherLanguage: 'Español',
  otherLanguageHint: 'Cambiar a español',
  nav: 'Your pages',
  tabs: {
    today: 'Today',
    checkIn: 'Check-in',
    worklist: 'Worklist',
    people: 'People',
    protocol: 'Protocol',
    account: 'Account',
  },
  crisis: {
    title: 'If you need someone now',
    danger: 'In danger:',
    talk: 'Someone to talk to, day or night:',
    call988: 'call 988',
    text988: 'text 988',
    more: 'More ways to get help',
  },
  callPractice: 'Call us:',
  about: 'About this practice',
  console: 'Decision support. A licensed prescriber decides.',
  education:
    'What you read here is for learning. It is not medical advice. Results differ from person to person. Please talk with a doctor or therapist.',
}
