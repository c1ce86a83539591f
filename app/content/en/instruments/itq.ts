import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/itq.md */
export const itq: InstrumentWords = {
  title: 'How the past still reaches you',
  why: 'It shows your team which kind of help fits.',
  note: 'These questions are about what a very hard time left behind. They do not ask what happened. You can skip any of them.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
