/** What a person reads when something went wrong: what happened, that it is not their fault, what to do. */
export const errors = {
  invalid: {
    title: 'Something did not reach us as it should',
    what: 'A part of what you sent was missing or unclear, so we did not keep it.',
    next: 'It is nothing you did wrong. Please go back and try once more.',
  },
  unauthenticated: {
    title: 'Please sign in first',
    what: 'You are not signed in right now. We sign people out after a quiet while, to keep their pages private.',
    next: 'Sign in, and you can go on from there.',
  },
  forbidden: {
    title: 'This page is not open to you',
    what: 'You are signed in, but this page belongs to someone else’s work.',
    next: 'If you think you should see it, please call us. We are glad to look into it.',
  },
  'not-found': {
    title: 'We could not find that page',
    what: 'It may have moved, or the address may have lost a letter on the way.',
    next: 'Nothing is lost. You can start again from the first page.',
  },
  conflict: {
    title: 'This was sent before',
    what: 'We already have an earlier version of what you sent. We kept that one as it was.',
    next: 'If something in it needs to change, please call us and we will look at it together.',
  },
  'too-many': {
    title: 'Let’s wait a moment',
    what: 'There were many tries in a short time, so we paused. This keeps accounts safe from strangers.',
    next: 'Please wait a few minutes, then try again. You did nothing wrong.',
  },
  broken: {
    title: 'Something went wrong on our side',
    what: 'It is our fault, not yours. The people who look after this site can see that it happened.',
    next: 'Please try again in a moment. If you were sending something, go back: it may still be on your screen.',
  },
  unavailable: {
    title: 'We are not reachable for a moment',
    what: 'A part of our system is resting or being looked after. What you handed in before is safe.',
    next: 'Please try again in a few minutes. If it cannot wait, please call us.',
  },
  /** A step of somebody's way that cannot be taken, by why. Nobody's fault, and nothing was changed. */
  step: {
    nothingLost: 'Nothing was changed, and nothing is lost.',
    patient: {
      ended: {
        title: 'This part is over',
        text: 'What you wanted to do belongs to a part of your way that has ended. If you want to begin again, call us.',
      },
      'out-of-order': {
        title: 'This comes at another time',
        text: 'Things have moved on, or something else comes first. Your first page says what is next.',
      },
      'somebody-else': {
        title: 'Someone else does this with you',
        text: 'This step is not yours to take alone. Your first page says who looks at it next.',
      },
      'reason-needed': {
        title: 'A few words are missing',
        text: 'We need to know why before this can go on. Go back and add a line.',
      },
      earlier: {
        title: 'Something newer is on record',
        text: 'This page was open for a while, and things have moved on since. Please look again.',
      },
    },
    staff: {
      ended: {
        title: 'This enrolment has ended',
        text: 'No step leads on from here. A new enrolment can begin.',
      },
      'out-of-order': {
        title: 'This step is not open from here',
        text: 'The state has changed since the page was made, or another step comes first.',
      },
      'somebody-else': {
        title: 'Somebody else takes this step',
        text: 'The step exists, for another role than yours.',
      },
      'reason-needed': {
        title: 'A reason is missing',
        text: 'This step needs a reason, which stays on record.',
      },
      earlier: {
        title: 'A later step is on record',
        text: 'The time of this step lies before the last one. Load the page again and look.',
      },
    },
    from: 'State now',
    possible: 'Open from here',
    none: 'No step.',
    /** By role of the enrolment. */
    roles: {
      patient: 'patient',
      'support-person': 'support person',
      prescriber: 'prescriber',
      'care-coordinator': 'care coordinator',
      'medical-director': 'medical director',
      system: 'a clock or a record of ours',
    },
    toToday: 'To my first page',
    toPeople: 'To the list of people',
  },
  sendAgain: {
    title: 'That did not go through',
    nothingLost: 'Nothing is lost. What you wrote is still in this page.',
    what: {
      unavailable: 'We could not be reached for a moment. It is our fault, not yours.',
      'too-many': 'A lot came from this connection at once. Please wait a minute, then send it again.',
      broken:
        'Something broke with us. It is our fault, not yours. If it does not go through again, call us.',
    },
    again: 'Send it again',
    keepOpen: 'Please keep this page open until it went through.',
  },
  reference: (id: string) => `If you call us about this, this number helps: ${id}`,
  toStart: 'Go to the first page',
  toSignIn: 'Sign in',
  call: (phone: string) => `Call ${phone}`,
}

export type ErrorPageCode = Exclude<
  keyof typeof errors,
  'step' | 'sendAgain' | 'reference' | 'toStart' | 'toSignIn' | 'call'
>
/** What may be over when the same form is sent again. */
export type PassingCode = keyof typeof errors.sendAgain.what
