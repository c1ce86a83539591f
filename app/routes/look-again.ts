import type { Again } from '../ui/document.tsx'

/** Half a minute: what somebody else did is soon there, and nobody reads half a page. */
const EVERY_SECONDS = 30

/** A page on which others act too. @param at where it looks next; without, where it is */
export const lookAgain = (at?: string): Again => ({
  everySeconds: EVERY_SECONDS,
  ...(at === undefined ? {} : { at }),
})
