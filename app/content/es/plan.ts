import type { plan as en } from '../en/plan.ts'

const hours = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? '1 hora' : `${minutes / 60} horas`) : `${minutes} minutos`

export const plan: typeof en = {
  title: 'Su plan',
  none: {
    title: 'Todavía no hay un plan para usted',
    text: 'Quien le receta lo escribe con lo que usted nos contó. Aquí lo puede leer en cuanto esté firmado.',
  },
  signedBy: (name) => `Firmado por ${name} el`,
  newer: 'Esta es una versión nueva. Ocupa el lugar de la anterior.',
  sentAt: 'Se le envió el',
  seenAt: 'Lo abrió por primera vez el',
  ask: '¿Una pregunta sobre su plan? Puede llamarnos:',
  toSupply: 'Su paquete',
  intro:
    'La persona que le receta ha firmado este plan. Pregunte por cualquier parte, todas las veces que quiera.',
  headings: {
    stop: 'Usted decide',
    sessions: 'Cuántas',
    spacing: 'Con cuánto tiempo entre ellas',
    company: 'Quién está con usted',
    measured: 'Qué se mide',
    questions: 'Qué preguntamos',
    therapist: 'Su terapeuta',
    lookingBack: 'Cuándo miramos atrás juntos',
    ending: 'Cuándo termina',
    afterwards: 'Qué viene después',
  },
  stop: 'Puede parar en cualquier momento. No hace falta un motivo y no se pierde nada.',
  sessions: (count) =>
    count === 1 ? 'Una sesión.' : `Como máximo ${count} sesiones. No tiene que hacerlas todas.`,
  spacing: (days) =>
    days === 1
      ? 'Entre dos sesiones hay al menos un día. Más tiempo siempre está bien.'
      : `Entre dos sesiones hay al menos ${days} días. Más tiempo siempre está bien.`,
  company: (years, stays) =>
    stays === 1
      ? `Le acompaña una persona de confianza, de ${years} años o más. Se queda al menos 1 hora después de la medicina.`
      : `Le acompaña una persona de confianza, de ${years} años o más. Se queda al menos ${stays} horas después de la medicina.`,
  sober: 'Ese día está sobria.',
  readings: (times) =>
    times === 1
      ? 'Se le toma la presión antes de empezar y una vez más después.'
      : `Se le toma la presión antes de empezar y ${times} veces después.`,
  standing: 'Antes de empezar se le toma también de pie.',
  lookIns: (every) => `La persona que le acompaña mira cómo está cada ${every} minutos.`,
  observation: (minutes) =>
    `Usted descansa con compañía al menos ${hours(minutes)}, y hasta que se sienta firme.`,
  questions: (days) =>
    days === 1
      ? 'Unas pocas preguntas cortas cada día. Puede saltarse cualquiera.'
      : `Unas pocas preguntas cortas, lo más seguido cada ${days} días. Puede saltarse cualquiera.`,
  therapist: {
    optional: 'Ver a un terapeuta queda en sus manos.',
    'strongly-advised': 'Le aconsejamos mucho tener un terapeuta a su lado. Usted decide.',
    essential:
      'Un terapeuta a su lado es parte de este plan. Si se hace difícil, hable primero con nosotros.',
  },
  integration: (from, to) =>
    `Se le ofrece una cita de ${from} a ${to} horas después de cada sesión. Algunos equipos lo buscan. Nadie ha mostrado que estas horas sean mejores que otras. «Esta vez no» está bien.`,
  integrationEssential: (from, to) =>
    `Se le ofrece una cita de ${from} a ${to} horas después de cada sesión. Algunos equipos lo buscan. Nadie ha mostrado que estas horas sean mejores que otras.`,
  lookingBack: (sessions, day) =>
    sessions === 1
      ? `Después de una sesión, y a más tardar el ${day}. Hablamos de lo que ayudó, de lo que costó y de si seguir.`
      : `Después de ${sessions} sesiones, y a más tardar el ${day}. Hablamos de lo que ayudó, de lo que costó y de si seguir.`,
  ending: (day) => `Este plan termina el ${day}. No sigue por sí solo.`,
  afterwards:
    'Al final hablamos con usted de lo que viene. Puede ser descanso, otra atención o un plan nuevo. Un plan nuevo necesita otra conversación.',
  changes: 'Nada de este plan cambia por sí solo. Quien le receta tiene que firmar cada cambio.',
}
