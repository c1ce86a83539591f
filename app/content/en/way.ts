import type { EnrolmentState } from '../../clinical/enrolment.ts'
import type { NextThing } from '../../clinical/next-thing.ts'

/** One card: what is next, why, and where it is done. Without `action` there is nothing to do. */
type NextWords = { tag: string; title: string; text: string; why: string; action?: string }

const NEXT = 'Next, when you like'
const WAIT = 'Nothing to do right now'

const next: Record<NextThing, NextWords> = {
  register: {
    tag: NEXT,
    title: 'Read and sign',
    text: 'There are a few short agreements to read. You sign each one by itself, or you choose not to.',
    why: 'Why: you should know what you agree to before anything begins.',
    action: 'Read the agreements',
  },
  sign: {
    tag: NEXT,
    title: 'Read and sign',
    text: 'There are a few short agreements to read. You sign each one by itself, or you choose not to.',
    why: 'Why: you should know what you agree to before anything begins. You can take any of it back later.',
    action: 'Read the agreements',
  },
  tell: {
    tag: NEXT,
    title: 'Tell us about you',
    text: 'We ask in short parts. You can stop after each one and come back. You can skip any question.',
    why: 'Why: your doctor needs to know what is safe for you. We never ask what happened.',
    action: 'Continue',
  },
  sent: {
    tag: 'Sent',
    title: WAIT,
    text: 'We have what you told us. A doctor looks at it next.',
    why: 'What happens next: you can read here what the doctor says. If something is unclear, we ask you.',
  },
  'in-review': {
    tag: 'Sent',
    title: WAIT,
    text: 'A doctor is looking at what you told us.',
    why: 'What happens next: you can read here what the doctor says. If something is unclear, we ask you.',
  },
  declined: {
    tag: 'Not right now',
    title: 'We do not think this is right for you now',
    text: 'This is about this one treatment, and not about you. Nothing you told us was wrong. There are other good ways to get help, and you can talk with us about them.',
    why: 'Other ways many people find helpful: trauma therapy with a therapist (such as PE, CPT or EMDR), a talk with your own doctor, or waiting for now. If things change, you can ask again.',
    action: 'Tools that may help today',
  },
  plan: {
    tag: NEXT,
    title: 'Your plan is here to read',
    text: 'Your doctor has signed a plan for you. Read it in your own time. You can see here when what you need for it has been ordered.',
    why: 'Why: it is your plan. You should know what is coming, and when it ends.',
    action: 'Read your plan',
  },
  prepare: {
    tag: NEXT,
    title: 'Get ready, step by step',
    text: 'Make the room yours, try out what calms you, and ask someone to be with you. Then we find a day.',
    why: 'Why: a calm start helps. Nothing here has to be done today.',
    action: 'Get ready',
  },
  'session-ahead': {
    tag: 'Coming up',
    title: 'Your day is set',
    text: 'On that day, this page guides you through it.',
    why: 'You can call it off at any time, without a reason. It costs nothing. To move it, call us.',
    action: 'See your day, or call it off',
  },
  'session-today': {
    tag: 'Today',
    title: 'Today is your day',
    text: 'We begin with a few questions, on your phone and on the phone of the person with you.',
    why: 'Why: to see if today is a good day for it. “Not today” is always a fine answer.',
    action: 'Open today',
  },
  'in-session': {
    tag: 'Now',
    title: 'You are not alone',
    text: 'The person with you has the other screen. You can stop at any time.',
    why: 'Nothing on this page has to be done now.',
    action: 'Open your screen',
  },
  resting: {
    tag: 'Now',
    title: 'Rest now',
    text: 'Water, warmth, rest. No driving until you have slept a night. Someone stays with you.',
    why: 'There is nothing to find out tonight. Thoughts can wait.',
    action: 'Open your screen',
  },
  'next-day': {
    tag: 'Next',
    title: 'How have you been since your session?',
    text: 'A few short questions about last night and today. You can skip any of them.',
    why: 'Why: so that someone knows how you are. Hard days afterward are common, and it is good to tell us.',
    action: 'Answer now',
  },
  'follow-up': {
    tag: NEXT,
    title: 'How this past week has been',
    text: 'Twenty short questions. Most people need five to ten minutes. You can skip any of them.',
    why: 'Why: so that you and your doctor decide together how to go on. Who sees it: your care team, and you.',
    action: 'Begin',
  },
  meet: {
    tag: 'Coming up',
    title: 'Time to talk it over',
    text: 'You have a time to talk with someone about what came up. Bring what you like. You can also just sit.',
    why: 'Why: some teams aim for these days. Nobody has shown that one day is better than another.',
    action: 'See your appointment',
  },
  deciding: {
    tag: WAIT,
    title: 'You and your doctor decide how to go on',
    text: 'Your doctor looks at how it has been for you. Then you decide together: go on, wait, or stop.',
    why: 'There is no hurry, and no wrong answer. You can say what you want at any time.',
    action: 'See how it went',
  },
  're-evaluation': {
    tag: 'Coming up',
    title: 'Time to look at the whole plan',
    text: 'Before anything goes on, your doctor looks at the whole plan with you.',
    why: 'Why: a plan has an end, and going on is a choice that you make together.',
    action: 'See how it went',
  },
  'paused-early': {
    tag: 'Paused',
    title: 'You are taking a break',
    text: 'Everything you told us is saved. You can continue where you stopped, whenever you like.',
    why: 'No reason is needed, and there is no date.',
    action: 'Continue',
  },
  paused: {
    tag: 'Paused',
    title: 'You are taking a break',
    text: 'Everything is saved. When you want to continue, call us. A doctor looks at it with you first.',
    why: 'Why a doctor first: things may have changed. No reason is needed, and there is no date.',
    action: 'What helps in the meantime',
  },
  completed: {
    tag: 'Complete',
    title: 'This part is complete',
    text: 'There is nothing more to do here. What was agreed with you for the time after is on its own page.',
    why: 'If things get harder again, that says nothing bad about you. You can come back and ask.',
    action: 'For the time after',
  },
  left: {
    tag: 'Ended',
    title: 'You are no longer in the program',
    text: 'You can still read what you told us. What may help in the time after is on its own page.',
    why: 'You can come back and ask at any time.',
    action: 'For the time after',
  },
}

const steps: Record<EnrolmentState, string> = {
  assessed: 'First questions answered',
  registered: 'Account made',
  consented: 'Agreements read and signed',
  'intake-complete': 'Told us about you',
  'in-review': 'A doctor began to look',
  declined: 'Not right now',
  accepted: 'Plan signed',
  supplied: 'What you need has arrived',
  ready: 'Ready for a day',
  'session-day': 'The day began',
  'in-session': 'The session began',
  recovering: 'Time to rest',
  integrating: 'The days after',
  're-evaluation-due': 'Looking at the whole plan',
  paused: 'A break',
  completed: 'Complete',
  discharged: 'Ended',
}

/** The way of one person in the programme: their first page, a break, the time after, and how it went. */
export const way = {
  next,
  steps,
  stepsTitle: 'Where things are',
  earlierSteps: 'Earlier steps',
  now: 'now',
  you: 'you',
  practice: 'the practice',
  onDay: 'Your day',
  meetingOn: 'When',
  alsoOpen: 'Also here for you',
  shortQuestions: 'A few short questions',
  links: {
    plan: 'Your plan',
    supply: 'What is on its way',
    prepare: 'Get ready',
    people: 'Your people',
    progress: 'How it went',
    after: 'For the time after',
    'next-day': 'How you have been since your session',
  },
  ownWay: 'You can take a break or leave at any time, without a reason.',
  ownWayLink: 'A break, or leaving',
  /** A break or leaving that was asked for while somebody is watched. */
  wish: {
    title: {
      paused: 'You asked for a break',
      discharged: 'You asked to leave',
    },
    thanks: 'Thank you for telling us. We have your request. No reason is needed.',
    session: 'Your session goes on for now. Your request does not change who is with you.',
    from: {
      paused: 'Your break begins when your session is closed.',
      discharged: 'You leave the program when your session is closed.',
    },
    evening: 'Your request changes nothing about this evening.',
    fromEvening: {
      paused: (at: string) => `Your break begins at ${at}.`,
      discharged: (at: string) => `You leave the program at ${at}.`,
    },
    check: 'The day after your session, there are a few short questions here about how you are.',
    askedAt: 'Asked',
    takeBack: 'Cancel this request',
    takeBackText: 'You can cancel it until then. Nothing is held against you.',
    takenBack: 'Done. Your request is canceled.',
    link: 'See or cancel your request',
  },
  /** The person who was there has no access any more: nothing is said of them that may not be so. */
  withoutPerson: {
    'in-session': {
      title: 'Your session goes on',
      text: 'You can ask for help and stop at any time, on your own screen.',
    },
    resting: {
      title: 'Rest now',
      text: 'Water, warmth, rest. No driving until you have slept a night. You can call us.',
    },
  },
  pause: {
    title: 'A break, or leaving',
    lead: 'Both are yours to choose. Nobody asks for a reason, and nothing is held against you.',
    pauseTitle: 'Take a break',
    pauseText: 'Everything you told us is saved. You can come back.',
    pauseButton: 'Take a break',
    leaveTitle: 'Leave',
    leaveText:
      'The program ends for you now. If you want to come back later, we start over. You can still read what you told us.',
    leaveTextLater:
      'The program does not end for you right away. The top of this page says when it does. If you want to come back later, we start over. You can still read what you told us.',
    leaveButton: 'Leave the program',
    resumeTitle: 'Continue',
    resumeText: 'You continue where you stopped.',
    resumeButton: 'Continue',
    resumeWithDoctor: 'When you want to continue, a doctor looks at it with you first. Please call us.',
    inSession:
      'Your session goes on until it is closed. What you choose here begins after that. You can cancel it until then.',
    inEvening:
      'What you choose here changes nothing about this evening. It begins after that, and this page then says at what time. You can cancel it until then.',
    medicine:
      'If you have medicine from us at home, keep it locked. It is only for a session. Call us to ask what to do with it.',
    nothing: 'There is nothing to pause right now.',
    stay: 'Keep things as they are',
  },
  after: {
    title: 'For the time after',
    none: 'This page fills in when a part of the program has ended. There is nothing here yet.',
    lead: 'However it went, you did not do it wrong. This page stays here for you.',
    ownStep: 'You chose this. No reason was asked for.',
    fromDoctor: (who: string) => `${who} wrote this for you`,
    agreedTitle: 'What was agreed',
    stopVisit: {
      held: 'You and your doctor have talked about stopping.',
      booked: 'A last visit with your doctor is booked.',
      offered: 'You can have a last visit with your doctor. Call us when you want it.',
      'not-wanted': 'You did not want a last visit. You can still ask for one.',
    },
    lastMeasures: {
      'handed-in': 'Your last questions are answered. Thank you.',
      'asked-for': 'There are last questions, if you want to answer them.',
      'not-wanted': 'There are no last questions.',
    },
    therapist: {
      'told-with-leave': 'With your permission, your therapist was told.',
      'no-leave': 'Your therapist was not told. That is your choice.',
      'no-therapist': 'There is no therapist to tell.',
    },
    returnsTitle: 'If it gets hard again',
    returns: [
      'First, do what has helped you before: feet on the floor, a slow breath, someone you trust.',
      'Call us, or your own doctor. You do not have to wait until it is bad.',
      'If you are in danger, call 911. To talk, day or night, call or text 988.',
    ],
    medicineTitle: 'What is left at home',
    medicine:
      'If you have medicine from us at home, keep it locked. It was only for a session. Call us to ask how to get rid of it.',
    helpLink: 'Help right now',
    backToday: 'Back to today',
  },
  progress: {
    title: 'How it went',
    lead: 'Getting better is rarely a straight line. Up and down is how it goes for most people.',
    none: 'There is nothing to show yet. After your first questions, you see here how it goes.',
    one: 'You have answered once. After the next time, you see here how it goes.',
    week: 'Your weeks',
    month: 'Your months',
    sinceFirst: {
      better: 'Since the first time, it is clearly easier for you.',
      worse: 'Since the first time, it is clearly harder for you. Your care team sees this too.',
      usual: 'Since the first time, it is about the same. What moved is within usual ups and downs.',
      unknown: 'Your practice has not signed how much change counts. So we do not say what it means.',
    },
    sincePrevious: {
      better: 'Since the last time, it moved to the easier side.',
      worse:
        'Since the last time, it moved to the harder side. A dip like this is common. It is not a step back by itself.',
      same: 'Since the last time, it stayed the same.',
    },
    unscored:
      'In your last answers, some were left out. That is fine. They just cannot be compared with the others.',
    noPromise: 'This shows how you were on some days. It cannot say how you will be.',
    harder: 'harder',
    easier: 'easier',
    bandText: 'In this band: usual ups and downs around your first time.',
    picture: 'A line of how hard your days were, over time. The list below says the same in words.',
    listTitle: 'Each time',
    point: {
      first: 'the first time',
      better: 'easier than the time before',
      worse: 'harder than the time before: a dip',
      same: 'the same as the time before',
      unscored: 'some answers left out',
    },
    talk: 'Does this fit how you feel? You know best. Tell us if it does not.',
  },
  followUp: {
    title: 'This week',
    heading: 'How the past week has been',
    why: 'To see how it has been since your session, and to decide with you how to go on.',
  },
}
