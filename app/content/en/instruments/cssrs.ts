import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/cssrs.md */
export const cssrs: InstrumentWords = {
  title: 'Your safety, a little more',
  why: 'We ask everybody these questions, each time. What you say is taken seriously.',
  note: 'They are about death and killing yourself. If you say yes or skip one, someone may call you. For help now, call or text 988.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
