import { gad2 as english } from '../../en/instruments/gad2.ts'
import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const gad2: InstrumentWords = {
  title: 'La preocupación en las últimas dos semanas',
  why: 'Dos preguntas cortas sobre la preocupación. Muestran si conviene preguntar más.',
  note: null,
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
