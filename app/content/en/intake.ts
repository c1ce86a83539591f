import type { AskFor } from '../../clinical/intake/ask-for.ts'
import type { PartGroup, PartKey } from '../../clinical/intake/parts.ts'
import { auditC } from './instruments/audit-c.ts'
import { cssrs } from './instruments/cssrs.ts'
import { dast10 } from './instruments/dast10.ts'
import { des2 } from './instruments/des2.ts'
import { dssB } from './instruments/dss-b.ts'
import { icsi } from './instruments/icsi.ts'
import { type PartWords, scale } from './instruments/instrument-words.ts'
import { isi } from './instruments/isi.ts'
import { itq } from './instruments/itq.ts'
import { mdq } from './instruments/mdq.ts'
import { stopBang } from './instruments/stop-bang.ts'
import { taps1 } from './instruments/taps1.ts'
import { who5 } from './instruments/who5.ts'
import { wsas } from './instruments/wsas.ts'

/** What each part is called, how long it takes, and why it is asked. */

const parts: Record<PartKey, PartWords> = {
  you: { title: 'You', minutes: '1 min', why: 'Your height and weight help us plan.' },
  readings: {
    title: 'Blood pressure at home',
    minutes: '2 min',
    why: 'The medicine can raise blood pressure for a while. We look at two days before we plan.',
  },
  health: {
    title: 'Your health',
    minutes: '2 min',
    why: 'With some of these the medicine is not safe at home. A doctor looks at each one.',
  },
  nights: {
    title: 'Your bladder',
    minutes: '1 min',
    why: 'This medicine can bother the bladder. We would like to know how it is before we begin.',
  },
  private: {
    title: 'A private part',
    minutes: '1 min',
    why: 'The medicine could harm a baby. Only your doctors see this part.',
  },
  list: {
    title: 'What you take',
    minutes: '4 min',
    why: 'Some of these change how the medicine acts.',
  },
  before: {
    title: 'Hard things',
    minutes: '2 min',
    why: 'It helps us choose the right time and the right pace. We never ask what happened.',
  },
  support: {
    title: 'In between, and your therapist',
    minutes: '1 min',
    why: 'Feeling unreal matters for your plan, and so does having someone to talk with.',
  },
  helps: {
    title: 'What helps you',
    minutes: '3 min',
    why: 'Whoever is with you should know it too. You choose later who reads it.',
  },
  thoughts: {
    title: 'A few questions about your mind',
    minutes: '2 min',
    why: 'Some answers mean that this medicine may not be right. A doctor looks at each one with you.',
  },
  habits: {
    title: 'Alcohol and other things',
    minutes: '2 min',
    why: 'It helps us plan safely. Nobody is judged for an answer. Only your doctors see this part.',
  },
  earlier: {
    title: 'Ketamine before now',
    minutes: '1 min',
    why: 'It helps us plan safely. Nobody is judged for an answer. Only your doctors see this part.',
  },
  home: {
    title: 'Your home',
    minutes: '2 min',
    why: 'You would be at home, with someone you trust. Help must be able to find you.',
  },
  alone: {
    title: 'Just for you',
    minutes: '1 min',
    why: 'We ask everybody. Only your doctors see it, and never the person who would be with you.',
  },
  month: { title: 'How the past month has been', minutes: '5 min', why: 'So that we know where you start.' },
  week: {
    title: 'How this past week has been',
    minutes: '5 min',
    why: 'The same questions about a shorter time. Later weeks are held next to it.',
  },
  fortnight: {
    title: 'Your mood in the last two weeks',
    minutes: '3 min',
    why: 'Mood can shift, for better or worse. We would like to notice in time.',
  },
  now: {
    title: 'Your safety',
    minutes: '1 min',
    why: 'We ask everybody, each time. What you say is taken seriously.',
  },
  year: scale(auditC, '1 min'),
  ten: scale(dast10, '2 min'),
  twelve: scale(taps1, '1 min'),
  often: scale(des2, '8 min'),
  lately: scale(dssB, '2 min'),
  patterns: scale(itq, '4 min'),
  ups: scale(mdq, '3 min'),
  eight: scale(stopBang, '2 min'),
  rest: scale(isi, '2 min'),
  four: scale(icsi, '1 min'),
  well: scale(who5, '1 min'),
  days: scale(wsas, '1 min'),
  also: scale(cssrs, '2 min'),
}

const groups: Record<PartGroup, string> = {
  body: 'Your body',
  medicines: 'What you take',
  hard: 'Hard things, and what helps',
  mind: 'Your mind and habits',
  place: 'Where you live',
  questions: 'How you have been',
}

/** What a doctor would like to know more about. Said to the patient; what the doctor wrote beside it is not. */
const askedFor: Record<AskFor, string> = {
  medicines: 'Could you look at your list of medicines once more?',
  readings: 'Could you measure your blood pressure again, on two days?',
  history: 'Could you look at the part about your health once more?',
  'hard-things': 'Could you look once more at the part about hard things? No details are needed.',
  home: 'Could you look at the part about your home once more?',
  'last-questions': 'Could you answer the short questions about your safety?',
  talk: 'We would like to talk with you before we go on. You can call us, or wait for our call.',
}

/** The parts a patient tells before a doctor looks: the pages around the questions. */
export const intake = {
  /** Stands in the tab and the history: nothing about health. */
  title: 'About you',
  parts,
  groups,
  overview: {
    heading: 'Tell us about you',
    lead: 'These are short parts. Take them in any order, and stop whenever you like. What you save stays here.',
    honest: 'You can be open here. We ask so that it is safe for you, and not to find a reason to say no.',
    facts: [
      { term: 'No story', text: 'We never ask what happened. The kind and a rough time are enough.' },
      { term: 'Skipping', text: 'You can skip any question. You can also ask us not to ask it again.' },
      { term: 'Who sees it', text: 'Your doctors. You choose later what others may read.' },
    ],
    kept: 'Saved. You can come back to it any time.',
    textGone: 'We no longer ask these questions. Your answers so far are saved.',
    states: {
      open: 'not yet',
      begun: 'started',
      kept: 'saved',
      declined: 'you asked us not to ask',
      later: 'when someone is here',
    },
    left: (count: string) => `Still open: ${count}`,
    nothingLeft: 'Every part is here. Thank you for taking the time.',
  },
  handIn: {
    title: 'Hand in',
    ready: 'When you hand in, a doctor reads it. You can still change things after that.',
    open: 'You can hand in with parts still open. We then ask you about them in person.',
    button: 'Hand in',
    again: 'Hand in again',
    sentAt: 'You handed in',
    changed: 'If you changed something since then, hand in again, so that we see it.',
  },
  asked: { title: 'A doctor has looked, and has a question', parts: askedFor, go: 'Go there' },
  inReview: (who: string) => `${who} is reading what you told us.`,
  sent: {
    title: 'Thank you.',
    sent: 'We have sent this to your care team. Not seen yet.',
    next: 'Your first page tells you when a doctor has begun to read. You can change or add things until then, and after.',
    back: 'Back to today',
  },
  notOpen: {
    title: 'This part comes a little later',
    text: 'It opens once the agreements are read and signed. Nothing is lost.',
    toToday: 'To your first page',
  },
  over: {
    title: 'This part is closed',
    text: 'A doctor has read what you told us. If something has changed, please call us or write it in your check-in.',
  },
  declined: {
    title: 'We do not think this is right for you now',
    text: 'This is about this one treatment, and not about you. Nothing you told us was wrong, and you did well to be open.',
    waysTitle: 'Other ways many people find helpful',
    ways: [
      'Trauma therapy with a therapist, such as PE, CPT or EMDR',
      'A talk with your own doctor about medicines that are taken every day',
      'Groups and people who know what it is like',
      'Waiting for now. If things change, you can ask us again.',
    ],
    call: 'Would you like to talk about it? Please call us.',
    help: 'If today is a hard day:',
    helpLink: 'Help right now',
  },
  form: {
    skip: 'Prefer not to say',
    never: 'Please don’t ask me again',
    or: 'Or, if you like:',
    answer: 'I answer above, or leave it open',
    open: 'Not known',
    none: 'None of these',
    hidden: (count: string) => `You asked us not to ask you some of this. So we do not. (${count})`,
    showHidden: 'Show it to me after all',
    keep: 'Save and continue',
    keepAndStop: 'Save and stop here',
    back: 'Back without saving',
    whyTitle: 'Why we ask:',
    whoTitle: 'Who sees it:',
    who: 'Your doctors, and you.',
    unclearTitle: 'Could you look at this once more?',
    unclear: 'We could not read one answer. Everything else is still here.',
    unclearGo: 'Go to that question',
    problems: {
      unclear: 'We could not read this one. Please choose again, or skip it.',
      number: 'Please write a number only, such as 128.',
      pressure:
        'Please look at the device once more. The upper number is the larger of the two. Write both again, or skip both.',
      height: 'Please write it with its unit, such as 5 ft 6 in, or 168 cm.',
      weight: 'Please write it with its unit, such as 150 lb, or 68 kg.',
      both: 'You chose “None of these” and something else. Which one is right?',
      day: 'Please choose a day, such as 2026-11-20.',
      long: 'This is longer than we can keep. A few words are enough.',
      phone: 'Please enter one full phone number and nothing else, such as (305) 555-0162.',
    },
  },
  list: {
    lead: 'One line for each. The name is enough. You do not need to know more.',
    line: (number: string) => `Name ${number}`,
    more: 'Add more lines',
    prazosin: {
      ask: 'Do you take prazosin, or did you before? Another name is Minipress. Some people take it for bad dreams.',
      why: 'We ask about this one by its name. It matters here, and people often leave it out.',
      options: {
        no: 'No',
        now: 'Yes, now',
        earlier: 'Not now, but before',
        'not-sure': 'I am not sure',
        declined: 'Prefer not to say',
      },
    },
    unsure: 'We are not sure about a name. Please look below. Nothing is lost.',
    past: 'If you once took something because of hard things, such as for sleep or bad dreams, please list it too.',
  },
  questionnaire: {
    limits:
      'What limits privacy: your doctors read your answers. If you or someone else is in danger, we may have to call for help, even if you do not want that. We would try to tell you first.',
    onYourOwn: 'Please answer these by yourself, on your own phone or computer.',
    outside: 'Nobody is on duty at the practice right now. You can choose.',
    inside: 'Someone is on duty at the practice now. You can still choose to wait.',
    answerNow: 'Answer now',
    later: 'Later, when someone is here',
    never: 'Please don’t ask me these',
    begin: 'Begin',
    goOn: 'Continue',
    begun: 'You started this. Your answers are saved, and you can continue where you stopped.',
    keptSoFar: 'What you chose on earlier screens is saved. You can stop here and come back.',
    again: 'Answer again',
    answered: 'These are your answers, with the questions as you saw them.',
    notNow: 'Not now',
    laterKept: 'You can answer here when someone is here, or at any other time.',
  },
  safety: {
    title: 'Thank you for telling us.',
    first: 'You do not have to be alone with this. Help is there now, day and night.',
    call: 'Call 988',
    text: 'Text 988',
    emergency: 'If you are in danger right now, call 911.',
    team: 'We have sent your answer to your care team.',
    grounding: 'Something small that can help right now',
    groundingLead: 'If you like. You do not have to.',
    plan: 'Before the next step, there is a talk about staying safe. It is about care, not about blame.',
    answer: 'A few short questions about your safety',
    answerAgain: 'Answer these questions again',
    goOn: 'Back to the parts',
  },
  alone: {
    ask: 'Are you alone right now?',
    text: 'The next two questions are only for your eyes. If someone can see your screen, this can wait.',
    yes: 'Yes, nobody sees my screen',
    no: 'Not now',
    exit: 'You can leave this site quickly with the “Leave” button at the top.',
    help: 'If you are not safe at home, people can help you, day and night: 800-799-7233, or text START to 88788. A call may show on a shared phone bill.',
    atOnce:
      'If you tell us here that you are not safe, your doctors get it as soon as you save it. You do not have to finish the other parts.',
    onceOnly: 'This is on this screen only. Your other pages do not show it.',
  },
}
