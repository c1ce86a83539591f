import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/dss-b.md */
export const dssB: InstrumentWords = {
  title: 'Feeling unreal in the past week',
  why: 'It matters for your plan. Feeling this way more often is a reason to talk first.',
  note: 'Some of these feelings can be strange to read about. You can skip any of them.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
