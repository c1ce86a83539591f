import { alcoholQuestion as english } from '../../en/instruments/alcohol-question.ts'
import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const alcoholQuestion: InstrumentWords = {
  title: 'El alcohol en el último año',
  why: 'El alcohol y este medicamento no se mezclan en los días de sesión. No hay respuesta equivocada.',
  note: null,
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
