import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const taps1: InstrumentWords = {
  title: 'Tabaco, alcohol y otras cosas',
  why: 'Nos ayuda a planear con cuidado. Nadie juzga una respuesta.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
