import { EMPTY_SLOT, type InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const des2: InstrumentWords = {
  title: 'Sentir que nada es real o perder el tiempo',
  why: 'Es importante para su plan, y es común después de tiempos duros.',
  note: 'Algunas de estas sensaciones pueden ser extrañas de leer. Puede omitir cualquiera.',
  untranslated: null,
  wording: EMPTY_SLOT,
}
