import { gad7 as english } from '../../en/instruments/gad7.ts'
import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const gad7: InstrumentWords = {
  title: 'La preocupación en las últimas dos semanas',
  why: 'La preocupación puede hacer más difícil una sesión. Queremos saber cuánta hay.',
  note: null,
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
