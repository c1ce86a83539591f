import { pcl5 as english } from '../en/pcl5.ts'

/**
 * The questions stay in English: no Spanish text published by the US National Center for PTSD was at hand to
 * compare with, and a translation of our own would be another instrument. The page says so, and marks the
 * language of each part.
 */
export const pcl5: typeof english = {
  ...english,
  untranslated:
    'Las preguntas de esta página están en inglés, porque todavía no tenemos una versión en español que esté revisada. Si prefiere responderlas en español con una persona, llámenos, por favor.',
  skip: 'Omitir esta',
}
