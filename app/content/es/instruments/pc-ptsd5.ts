import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'
import { pcPtsd5 as english } from '../../en/instruments/pc-ptsd5.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const pcPtsd5: InstrumentWords = {
  title: 'Si alguna vez pasó algo muy duro',
  why: 'Nos muestra si algo del pasado todavía le pesa.',
  note: 'La primera pregunta nombra tipos de sucesos. Nunca tiene que decir qué fue. Puede omitirla.',
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
