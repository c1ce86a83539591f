import { asq as english } from '../../en/instruments/asq.ts'
import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/** The wording stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const asq: InstrumentWords = {
  title: 'Su seguridad',
  why: 'Les hacemos estas preguntas a todas las personas, cada vez. Lo que diga se toma en serio. Un sí o una omisión nos llega al seguir adelante.',
  note: 'Son sobre la muerte y sobre quitarse la vida. Si responde que sí u omite una, puede que alguien le llame. Eso se envía al seguir adelante, aunque lo deje después. Si necesita ayuda ahora, llame o escriba al 988.',
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  wording: english.wording,
}
