import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/**
 * The Spanish of the form that carries the publisher's own notice, word for word, as read in one copy of it:
 * docs/clinical/phq2.md
 */
export const phq2: InstrumentWords = {
  title: 'Su ánimo en las últimas dos semanas',
  why: 'Dos preguntas cortas sobre el ánimo. Muestran si conviene preguntar más.',
  note: null,
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'es',
    notice:
      'Elaborado por los doctores Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke y colegas, mediante una subvención educativa otorgada por Pfizer Inc. No se requiere permiso para reproducir, traducir, presentar o distribuir.',
    instruction: null,
    list: [],
    stem: 'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
    items: {
      'phq2-01': 'Poco interés o placer en hacer cosas',
      'phq2-02': 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
    },
    labels: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
    labelsOf: {},
  },
}
