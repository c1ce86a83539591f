import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const kset: InstrumentWords = {
  title: 'Cómo lo tomó su cuerpo',
  why: 'Algunos efectos necesitan atención pronto. Puede nombrar cualquier cosa que se sintió rara.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
