import type { AfterSessionRuleId } from '../../../clinical/rules/after-session/rules.ts'
import type { WordsOf } from '../../rule-words.ts'

export const afterSession: WordsOf<AfterSessionRuleId> = {
  E01: {
    condition: 'La lista para terminar no está completa, o menos minutos desde la dosis que el límite',
    patient: 'Un poco más de tiempo.',
    beside: 'Un poco más de tiempo. Sigan juntos y vea qué punto falta.',
    clinician: 'Todavía no puede terminar: vea qué punto falta.',
  },
  E02: {
    condition: 'La lista para terminar no está completa en los minutos del límite',
    patient: ({ team }) => `Hoy está tomando más tiempo. ${team}`,
    beside: ({ team }) => `Hoy está tomando más tiempo. Sigan juntos. ${team}`,
    clinician: 'No puede terminar después del tiempo más largo. Llame ahora.',
  },
  E03: {
    condition: 'Piensa conducir el mismo día, antes de dormir, o antes de las horas del límite',
    patient: 'Sin conducir hasta mañana, después de dormir.',
    clinician: 'Piensa conducir demasiado pronto.',
  },
  E04: {
    condition:
      'Sin control al día siguiente en las horas de los límites, antes si fue la primera sesión, hubo un evento en ella o una pregunta de suicidio positiva dentro de los días del límite: recordatorio y coordinación aconsejan, clínico revisa',
    patient: ({ team, severity }) =>
      severity === 'advise'
        ? '¿Cómo está hoy? Aquí hay unas pocas preguntas. Puede dejar cualquiera.'
        : `¿Cómo está hoy? Nos gustaría saber de usted. ${team}`,
    clinician: 'Sin noticias desde la sesión. Llame.',
  },
  E05: {
    condition: 'Algún efecto fuerte; o sangre en la orina, pérdida de visión o ansias, aunque sea leve',
    patient: ({ team }) => `Gracias por contarlo. ${team}`,
    clinician: 'Un efecto que revisar. Abra un evento adverso; si es serio, notifíquelo.',
  },
  E06: {
    condition: 'C-SSRS al día siguiente moderado o alto, o alguna pregunta sin respuesta; bajo: revisión',
    patient: ({ crisis, team, severity }) =>
      severity === 'review'
        ? `Gracias por contarlo. Un plan de seguridad, hecho entre los dos, puede ayudar. ${team}`
        : `${crisis} ${team}`,
    clinician: 'C-SSRS positivo después de la sesión, o preguntas sin respuesta. Hable ahora con la persona.',
  },
  E07: {
    condition: 'Irrealidad por más horas que el límite, voces, o menos sueño con más energía',
    patient: ({ team }) => `Vale la pena hablar de esto hoy. ${team}`,
    clinician: 'Sigue con cambios después de la sesión. Hable el mismo día; la próxima sesión sigue cerrada.',
  },
  E08: {
    condition: 'Sin cita de integración, o con una fuera de las horas de la ventana',
    patient: 'A algunas personas les gusta ver pronto a su terapeuta. ¿Quiere ayuda para pedir la cita?',
    clinician: 'Sin cita en la ventana. Donde la terapia es esencial, vea C23.',
  },
  E09: {
    condition: 'Muerte, urgencias, ingreso o sobredosis',
    patient: null,
    clinician:
      'Evento serio: el tratamiento de esta persona queda detenido. Complete el evento y el formulario 3500 de la FDA; sobre lote o programa decide la dirección.',
  },
  E10: {
    condition: 'Integración respondida, sea cual sea la respuesta',
    patient: 'No hay una manera correcta.',
    clinician: 'Queda en el registro. Nunca es una medida de éxito.',
  },
  E11: {
    condition: 'Primera vez de pie después de la dosis',
    patient: 'Siéntese primero un minuto. Después levántese despacio, con alguien cerca.',
    beside:
      'Que se siente primero un minuto. Después deje que se levante despacio, con usted cerca. Toque solo como se acordó.',
    clinician: 'Primera vez de pie. Una mano solo donde se acordó el contacto.',
  },
  E12: {
    condition:
      'Duerme, o responde solo cuando se le habla, antes de que la lista para terminar esté completa',
    patient: null,
    beside:
      'Tiene sueño o duerme, y la sesión no ha terminado. Cada vez que vaya a ver cómo está, diga su nombre y cuente las respiraciones.',
    clinician:
      'Con sueño o dormida antes de estar lista. Despiértela con la frecuencia firmada y cuente respiraciones.',
  },
  E13: {
    condition: 'Más sueño, confusión o falta de aire después del cierre de la sesión',
    patient: 'Llame al 911. Siga sentado o acostado.',
    beside: 'Llame al 911. No le deje a solas.',
    clinician: 'Peor después del cierre. 911 a la dirección de la página.',
  },
}
