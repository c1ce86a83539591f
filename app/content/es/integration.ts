import type { integration as English } from '../en/integration.ts'

export const integration: typeof English = {
  title: 'Citas',
  lead: 'Citas con usted después de una sesión. Son las horas que algunos equipos buscan; nadie ha mostrado que sean mejores que otras.',
  empty: { title: 'Ninguna por ahora', text: 'Cuando se reserve una con usted, aparecerá aquí.' },
  upcoming: 'Reservadas',
  before: 'Anteriores',
  sessionEnds: 'Fin previsto de la sesión',
  sessionEnded: 'La sesión terminó',
  hoursAfter: (hours: number) => `${hours} h después`,
  kept: 'Nos vimos',
  cancel: 'No puedo a esa hora',
  cancelNote:
    'Recibe un correo sin detalles, se le dice con amabilidad en su página y elige cómo seguir. Nada cuenta como falta.',
  states: {
    booked: 'reservada',
    kept: 'realizada',
    'cancelled-by-therapist': 'cancelada por usted',
    'cancelled-by-patient': 'cancelada por la otra persona',
    'cancelled-with-session': 'se fue con la sesión',
  },
  done: {
    kept: 'Anotado: se vieron.',
    cancelled: 'Cancelada. Lo ve en su página, con formas de seguir.',
    early: 'Esta cita aún no ha llegado. Se puede anotar cuando llegue su hora.',
  },
}
