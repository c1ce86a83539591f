import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'
import { pcl5Week as english } from '../../en/instruments/pcl-5-week.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const pcl5Week: InstrumentWords = {
  title: 'Cómo le fue esta última semana',
  why: 'Muestra pronto si las cosas se ponen más difíciles.',
  note: 'Estas preguntas son sobre cosas difíciles que pueden quedarse con una persona. No preguntan qué pasó. Puede omitir cualquiera.',
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
