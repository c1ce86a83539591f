/** Why a file cannot fill a slot: one entry for each thing that does not fit, for whoever has to mend it. */

export type MismatchKind =
  | 'too-large'
  | 'not-json'
  | 'not-questionnaire'
  /** A modifier extension changes the meaning of what it stands in; one that is not understood may not be ignored. */
  | 'modified'
  | 'retired'
  | 'no-version'
  | 'no-language'
  | 'other-language'
  | 'no-notice'
  | 'too-deep'
  | 'link-id-twice'
  | 'item-missing'
  | 'item-extra'
  | 'item-twice'
  | 'item-out-of-order'
  | 'item-without-text'
  | 'item-kind'
  | 'item-repeats'
  | 'options-elsewhere'
  | 'option-missing'
  | 'option-extra'
  | 'option-twice'
  | 'option-without-value'
  | 'option-without-text'
  /** Says yes and counts as no, or the reverse: points and not answers. */
  | 'option-reversed'
  | 'markup'
  | 'too-long'
  | 'text-after-last'

export type Mismatch = {
  kind: MismatchKind
  /** Where: a `linkId`, or the name of a field of the Questionnaire. */
  at: string
  /** What was found there, or what was expected, as far as it helps; cut to a line. */
  found: string
}

export const mismatch = (kind: MismatchKind, at = '', found: string | number = ''): Mismatch => ({
  kind,
  at: line(at),
  found: line(String(found)),
})

const LONGEST_ECHO = 60
const line = (text: string) => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO - 1)}…` : text)

const LONGEST_TEXT = 2_000
/** A tag, a character reference, a script's address. */
const MARKUP = /<[a-z!/?]|&(#\d+|#x[\da-f]+|[a-z]{2,8});|javascript:/i
/** Characters nobody sees, some of which turn text round. Ends of lines, tabs and soft hyphens are harmless. */
const HIDDEN = /(?![\n\r\t\u00ad])[\p{Cc}\p{Cf}]/u

/** What is wrong with one text: plain words of a length somebody can read. */
export function textFaults(text: string, at: string): Mismatch[] {
  const faults: Mismatch[] = []
  if (MARKUP.test(text) || HIDDEN.test(text)) faults.push(mismatch('markup', at, text))
  if (text.length > LONGEST_TEXT) faults.push(mismatch('too-long', at, text.length))
  return faults
}
