import type { WhyClosed } from '../../clinical/own-pages.ts'

type ClosedWords = { title: string; text: string }

const notYet = 'Not open yet'
const why: Record<WhyClosed, ClosedWords> = {
  consented: {
    title: notYet,
    text: 'This page opens once you have read and signed the agreements.',
  },
  accepted: {
    title: notYet,
    text: 'This page opens once a doctor has signed a plan with you.',
  },
  supplied: {
    title: notYet,
    text: 'This page opens once what you need for your plan has arrived.',
  },
  integrating: {
    title: notYet,
    text: 'These questions are about the time after a session. They open when one has ended.',
  },
  declined: {
    title: 'Not open right now',
    text: 'This page is part of a program that is not right for you at this time. Nothing you did caused this.',
  },
  ended: {
    title: 'Nothing to do here',
    text: 'This part has ended, so there is nothing to add here. What you told us is saved.',
  },
}

/** A page of one's own that is not open: what it waits for, and where to go now. */
export const ownPages = {
  tab: 'Not open',
  why,
  nothingSent: 'Nothing was sent.',
  toToday: 'See what is next for you',
  help: 'If you need someone now, day or night:',
  helpLink: 'Help right now',
}
