import { lec5 as english } from '../../en/instruments/lec5.ts'

/** The list stays English: no official Spanish text was found to compare with. The page says so and marks its language. */
export const lec5: typeof english = {
  ...english,
  title: 'Tipos de sucesos duros',
  why: 'Solo si quiere. Basta un tipo de suceso: nadie pregunta qué pasó.',
  note: 'La lista nombra cosas duras con palabras directas, entre ellas la violencia sexual y la muerte. Puede omitirla entera y hablar con su profesional.',
  untranslated:
    'La lista de esta página está en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere verla en español con una persona, llámenos, por favor.',
  ratherTalk: 'Prefiero hablar de esto con mi profesional',
  atLeastOne: 'Sí a por lo menos una de estas, sin detalles',
}
