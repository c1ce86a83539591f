import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/des2.md */
export const des2: InstrumentWords = {
  title: 'Feeling unreal or losing time',
  why: 'It matters for your plan, and it is common after hard times.',
  note: 'Some of these feelings can be strange to read about. You can skip any of them.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
