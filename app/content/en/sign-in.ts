/** Signing in. Nothing here tells whether an address has an account. */
export const signIn = {
  title: 'Sign in',
  already: 'You are signed in already.',
  goOn: 'Go on',
  email: 'Email',
  password: 'Password',
  tryAgainIn: (minutes: number) =>
    minutes <= 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`,
  tryAgainAfter: (hours: number) => `Try again in about ${hours} hours, or sign in another way now.`,
  tooMany: {
    title: 'Let’s wait a little',
    text: 'There were many tries in a short time, so we paused. This keeps accounts safe from strangers. You did nothing wrong.',
    back: 'Back to sign in',
  },
  passkey: {
    title: 'With a passkey',
    text: 'Your phone or computer knows you by finger, face or PIN. Nothing to remember.',
    button: 'Sign in with a passkey',
    needsScript:
      'Passkeys need scripts, and this browser has them off or is an older one. The ways below work here.',
    problems: {
      cancelled: 'No passkey was used. Nothing has changed. You can try again, or choose another way.',
      refused: 'That passkey did not work here. You can try another one, or choose another way.',
      already: 'This device has a passkey for you already.',
      wait: 'There were many tries, so we paused. Please try again in a few minutes.',
      again: 'It has been a while. Please sign in again first, then come back here.',
      offline: 'We could not be reached. Please check your connection and try again.',
    },
  },
  withPassword: {
    title: 'With your password',
    button: 'Sign in',
    missing: 'Please write your email and your password.',
    refused:
      'We could not sign you in with that email and password. You can try again, or choose another way.',
    forgotten: 'Cannot get in? Please call us. We check that it is you, and send you a new way in.',
  },
  withLink: {
    title: 'With a link by email',
    text: 'For support people, outside therapists, and your first time with us. We send a link to your email. It works once, for 10 minutes.',
    button: 'Email me a link',
    missing: 'Please write your email.',
  },
  asked: {
    title: 'Please look in your email',
    text: 'If links are how you sign in here, one is on its way. It works once, for 10 minutes.',
    nothing:
      'Nothing came? Look in the spam folder. Patients and staff sign in with a passkey or a password.',
    back: 'Back to sign in',
  },
  link: {
    title: 'Your link',
    text: 'Press the button, and you are in. We ask this so that only you can use the link, and no program that reads mail.',
    button: 'Go on',
    spentTitle: 'This link does not work any more',
    spent: 'A link works once, and for a short time. It is nothing you did wrong.',
    another: 'Get a new link',
  },
  secondStep: {
    title: 'One more step',
    text: 'Open the app on your phone that shows codes, and write the six digits here.',
    code: 'Six digits from your app',
    button: 'Go on',
    paperTitle: 'My phone is not here',
    paperText: 'Use one of the codes you kept on paper. Each works once.',
    paperCode: 'Code from your paper',
    wrong:
      'That code did not fit. A code changes every half minute and works once. Please wait for the next one.',
    startAgain:
      'That took a while, so we begin again. This keeps your account safe. Please sign in once more.',
  },
  signedOut: {
    title: 'You are signed out',
    text: 'This device holds nothing of yours any more.',
    everywhere: 'You are signed out here and on every other device.',
    again: 'Sign in again',
  },
  demo: 'This is a demo. You can be any of its people with one click.',
  demoLink: 'Choose a person',
}
