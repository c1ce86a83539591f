import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/cadss6.md */
export const cadss6: InstrumentWords = {
  title: 'Looking back at the session',
  why: 'It describes what it was like. More is not better, and less is not worse.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
