import type { AlertWords } from '../../rule-words.ts'

/** Sentences that many rules share: where help is, and who knows of it. */
export const alert: AlertWords = {
  crisis: (lifeline, emergency) =>
    `If you might act on thoughts of ending your life, call or text ${lifeline} now. If anyone is in danger, call ${emergency}.`,
  crisisBeside: (lifeline, emergency) =>
    `Stay with them, and listen. You can call or text ${lifeline} together. If anyone is in danger, call ${emergency}.`,
  neutral: 'A clinician needs to look at this before the next step.',
  sent: (to) => `We have sent this to ${to}. Not seen yet.`,
  seen: (by, at) => `${by} saw this at ${at}.`,
  outsideCover: (opens, contact, lifeline, emergency) =>
    `Nobody from the practice is watching now. ${opens} is when a person reads this. For help now: ${lifeline}, ${emergency}, ${contact}.`,
}
