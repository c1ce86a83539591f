import type { InstrumentWords } from '../../en/instruments/instrument-words.ts'

/**
 * The Spanish of the form that carries the publisher's own notice, word for word, as read in one copy of it:
 * docs/clinical/phq9.md
 */
export const phq9: InstrumentWords = {
  title: 'Su ánimo en las últimas dos semanas',
  why: 'El ánimo puede cambiar, para bien o para mal. Queremos darnos cuenta a tiempo.',
  note: 'La pregunta nueve es sobre la muerte y sobre hacerse daño. Si responde que sí o la omite, puede que alguien le llame. Eso se envía al seguir adelante, aunque lo deje después. Si necesita ayuda ahora, llame o escriba al 988.',
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
      'phq9-01': 'Poco interés o placer en hacer cosas',
      'phq9-02': 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
      'phq9-03': 'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
      'phq9-04': 'Se ha sentido cansado(a) o con poca energía',
      'phq9-05': 'Sin apetito o ha comido en exceso',
      'phq9-06':
        'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
      'phq9-07':
        'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
      'phq9-08':
        '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
      'phq9-09': 'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
      'phq9-10':
        'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?',
    },
    labels: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
    labelsOf: {
      'phq9-10': ['No ha sido difícil', 'Un poco difícil', 'Muy difícil', 'Extremadamente difícil'],
    },
  },
}
