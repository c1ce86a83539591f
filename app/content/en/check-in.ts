/** Framing of the monthly check-in. The questions themselves are in pcl5.ts. */
export const checkIn = {
  /** Stands in the tab and the history: nothing about health. */
  title: 'Check-in',
  why: 'To see how the past month has been for you, and whether your plan still fits.',
  start: {
    title: 'Before you begin',
    note: 'These questions are about hard things that can stay with a person after a very stressful time. They do not ask what happened.',
    facts: (practice: string, why: string) => [
      {
        term: 'How long',
        text: 'Twenty questions in four parts. Most people need five to ten minutes. There is no time limit.',
      },
      { term: 'Skipping', text: 'You can skip any question. A skip is never counted as an answer.' },
      {
        term: 'Why we ask',
        text: why,
      },
      { term: 'Who sees it', text: `Your care team at ${practice}. And you.` },
      {
        term: 'What happens next',
        text: 'Your care team sees your answers. If they show that things are harder than before, someone may call you.',
      },
      {
        term: 'Stopping',
        text: 'Your answers reach us when you press “Hand in” at the end. If you leave before that, they are not saved.',
      },
    ],
    tooMuch:
      'If it gets too much, stop. Put both feet on the floor and look around you. Day or night, you can call or text',
    begin: 'Begin',
    notNow: 'Not now',
  },
  part: (step: number, steps: number) => `Part ${step} of ${steps}`,
  heading: 'How the past month has been',
  next: 'Next',
  back: 'Back',
  handIn: 'Hand in',
  unclearTitle: 'Could you look at this once more?',
  unclear: 'We could not read one answer. Everything else is still here.',
  unclearGo: 'Go to that question',
  unclearItem: 'We could not read this one. Please choose again, or skip it.',
  notKept:
    'Want to stop here? You can close this page. What you chose here is not saved, and that is all right.',
  lastPart: 'This is the last part.',
  thanks: {
    more: 'A little more, when you are ready',
    moreLead: 'You can do these now or another day, in any order. Each one is separate.',
    title: 'Thank you.',
    sent: 'We have sent this to your care team.',
    next: 'This page says so when someone has read it.',
    groundingTitle: 'Before you go on with your day',
    groundingLead: 'Questions like these can stir things up. Here is something small, if you like.',
    worse: 'Feeling worse now than before?',
    worseLink: 'Help right now',
    toToday: 'Back to today',
  },
  ended: {
    title: 'You were signed out while you were writing',
    nothingLost: 'Nothing is lost.',
    why: 'When nothing happens for a while, we sign you out, so that nobody else can read your page. Your answers are still here, on this screen.',
    signIn: { title: 'Sign in again', text: 'This opens beside this page.', action: 'Sign in, in a new tab' },
    handIn: {
      title: 'Come back here and hand in',
      text: 'Close the new tab, and press this.',
      action: 'Hand in',
    },
    keepOpen: 'Please keep this page open until then.',
  },
  /** The same where a button of a session was pressed. */
  endedInRoom: {
    title: 'You were signed out',
    why: 'What you pressed did not reach us. You can still send it from here.',
    handIn: {
      title: 'Come back here and send it',
      text: 'Close the new tab, and press this.',
      action: 'Send',
    },
  },
}
