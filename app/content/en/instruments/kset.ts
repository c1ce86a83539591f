import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/kset.md */
export const kset: InstrumentWords = {
  title: 'How your body took it',
  why: 'Some effects need a look soon. You can name anything that felt odd.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
