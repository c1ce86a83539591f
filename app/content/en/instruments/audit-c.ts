import { EMPTY_SLOT, type InstrumentWords } from './instrument-words.ts'

/** Framing only. The wording waits for a text the practice may use: docs/clinical/audit-c.md */
export const auditC: InstrumentWords = {
  title: 'Alcohol in the past year',
  why: 'Alcohol and this medicine do not mix on session days. There is no wrong answer.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
