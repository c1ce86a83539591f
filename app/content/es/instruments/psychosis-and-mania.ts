import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

export const psychosisAndMania: InstrumentWords = {
  title: 'Algunas preguntas sobre su mente',
  why: 'Con algunas respuestas, este medicamento puede no ser lo mejor. Un profesional mira cada una con usted.',
  note: 'Puede omitir cualquiera. Si responde que sí u omite, puede que un profesional hable antes con usted.',
  untranslated: null,
  wording: {
    state: 'shipped',
    language: 'es',
    notice: null,
    instruction: null,
    list: [],
    stem: null,
    items: {
      'psychosis-diagnosis':
        '¿Alguna vez un médico le dijo que tiene esquizofrenia, trastorno esquizoafectivo o psicosis?',
      'psychosis-now': '¿Oye voces ahora, o cree cosas que a otras personas les parecen extrañas?',
      'psychosis-substance':
        '¿Alguna vez la ketamina, la marihuana o un estimulante le hizo perder el contacto con la realidad, o sentirse acelerado y sin sueño durante días?',
      'psychosis-family': '¿Su padre, madre, hermano, hermana, hijo o hija tiene esquizofrenia?',
      'mania-hospital': '¿Alguna vez estuvo en el hospital por manía?',
      'mania-now': '¿Duerme muy poco ahora y aun así tiene mucha energía?',
    },
    labels: ['No', 'Sí'],
    labelsOf: {},
  },
}
