/**
 * Where to turn in a crisis. Numbers are facts about the world, so each carries when and how it was last
 * checked; the words around them are in help.ts of each language.
 *
 * `mark` is `read` when the number was seen in a published source, `known` when it is common knowledge that
 * nobody has dialled or looked up for this list yet; so is pressing 1 for veterans and 2 for Spanish after 988.
 * The practice dials every one before it opens.
 */
export type CrisisLine = {
  id: 'emergency' | 'lifeline' | 'veterans' | 'textLine'
  /** Digits to call; undefined where the line takes texts alone. */
  call?: string
  /** Digits to text, with the word to send where one is needed. */
  text?: { to: string; word?: string }
  /** ISO day. */
  lastVerifiedOn: string
  mark: 'read' | 'known'
}

export const CRISIS_LINES: readonly CrisisLine[] = [
  { id: 'emergency', call: '911', lastVerifiedOn: '2026-11-22', mark: 'known' },
  { id: 'lifeline', call: '988', text: { to: '988' }, lastVerifiedOn: '2026-11-22', mark: 'read' },
  { id: 'veterans', call: '988', text: { to: '838255' }, lastVerifiedOn: '2026-11-22', mark: 'known' },
  {
    id: 'textLine',
    text: { to: '741741', word: 'HOME' },
    lastVerifiedOn: '2026-11-22',
    mark: 'known',
  },
]

/** `(305) 555-0142` becomes `tel:3055550142`; a leading plus is kept. */
export const callHref = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`

/** Opens the phone's messages with the number, and the word already written where one is needed. */
export const textHref = ({ to, word }: { to: string; word?: string }) =>
  word === undefined ? `sms:${to}` : `sms:${to}?&body=${encodeURIComponent(word)}`

/** For somebody who is afraid of a person at home. Not a crisis line of the strip: it stands where it was asked about. */
export const FEAR_AT_HOME_LINE = {
  call: '800-799-7233',
  lastVerifiedOn: '2026-11-22',
  mark: 'known',
} as const
