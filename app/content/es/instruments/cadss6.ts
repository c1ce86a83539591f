import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const cadss6: InstrumentWords = {
  title: 'Mirando atrás a la sesión',
  why: 'Describe cómo fue. Más no es mejor, y menos no es peor.',
  note: null,
  untranslated: null,
  wording: EMPTY_SLOT,
}
