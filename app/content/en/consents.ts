import type { ConsentKind } from '../../clinical/consents.ts'

/** Pages around the consents. The texts themselves are in consent-texts.ts. */
export const consents = {
  /** Stands in the tab and the history. */
  title: 'What you agree to',
  lead: 'Four short agreements. Read them one by one, at your own pace. You can stop and come back.',
  invented: 'Demo: these texts are made up. A practice puts its own in their place.',
  names: {
    telehealth: 'Care by video',
    'off-label-treatment': 'About the medicine',
    'privacy-practices': 'Your privacy',
    'home-treatment': 'At home',
  } satisfies Record<ConsentKind, string>,
  state: {
    open: 'Not signed yet',
    changed: 'The text changed since you signed. Please read it again.',
    signed: 'Signed',
    takenBack: 'You took this back',
  },
  read: 'Read and sign',
  look: 'Read again',
  allSigned: 'All four are signed. Thank you.',
  toToday: 'Back to today',
  number: (number: number, all: number) => `Agreement ${number} of ${all}`,
  version: (version: number) => `Version ${version}`,
  sign: {
    title: 'Do you agree?',
    text: 'To sign, write your name. You do not have to sign today. Questions are welcome first.',
    name: 'Your name',
    button: 'I agree, and sign',
    later: 'Not now',
    nameMissing: 'Please write your name, as you would under a letter.',
  },
  signedBy: (name: string) => `You signed this as ${name}.`,
  takeBack: {
    title: 'You can take this back',
    text: 'Any day, without a reason. What it means is written here, before you choose.',
    button: 'Take my signature back',
    done: 'You took this back. Your care team sees it on their list. Nothing else has changed, and nobody thinks less of you.',
  },
  all: 'All four agreements',
  readAgain: {
    title: 'Please read this once more',
    text: 'The text changed since you opened it, or you took your signature back in between. Nothing was signed just now.',
  },
  notToday: {
    title: 'This can wait',
    text: 'On the day of a session, and until you have slept, nobody needs to sign anything. The text will still be here. If you want to take something back, that works today too.',
  },
}
