import type { demo as English } from '../en/demo.ts'

export const demo: typeof English = {
  title: '¿Quién le gustaría ser?',
  intro:
    'Todas estas personas son inventadas. Con un clic, ve la casa con sus ojos. Nada de lo que haga llega a una persona real.',
  coming:
    'Algunas de estas personas todavía van hacia el lugar donde estarán. Toma unos segundos. Después, vuelva a cargar esta página.',
  be: (name: string) => `Ser ${name}`,
  mailLink: 'Ver el correo que envió la demostración',
  roles: {
    patient: 'Pacientes',
    'on-the-way': 'Pacientes, una persona en cada paso del programa',
    'support-person': 'Personas de apoyo',
    therapist: 'Terapeutas',
    prescriber: 'Médicos que recetan',
    'care-coordinator': 'Coordinación',
    'medical-director': 'Dirección médica',
    admin: 'Dueño de la clínica',
    'protocol-reviewer': 'Quienes revisan el protocolo',
  },
  clock: {
    title: 'Qué hora es en la demostración',
    intro:
      'Una sesión y los días que siguen toman horas y días. Aquí el tiempo de la demostración avanza, para todas sus personas. Nunca vuelve atrás.',
    now: 'Ahora son',
    link: 'Adelantar el tiempo de la demostración',
    steps: {
      'five-minutes': '5 minutos después',
      'a-quarter': '15 minutos después',
      'an-hour': 'Una hora después',
      'a-day': 'Un día después',
      'a-week': 'Una semana después',
    },
  },
  mail: {
    title: 'Correo que envió la demostración',
    intro: 'La demostración no envía nada afuera. Lo que habría enviado está aquí, lo más nuevo primero.',
    none: 'Todavía no hay correo.',
    noneHint: 'Pida un enlace en la página para entrar, como persona de apoyo, y aparecerá aquí.',
    to: 'Para',
    sent: 'Enviado',
    back: 'Volver a las personas',
  },
}
