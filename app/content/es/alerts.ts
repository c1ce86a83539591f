import type { alerts as English } from '../en/alerts.ts'

export const alerts: typeof English = {
  title: 'Avisos',
  lead: 'Primero las emergencias, después lo que nadie ha visto. Un aviso pasa a la siguiente persona hasta que alguien diga que lo está mirando.',
  asOf: 'Al',
  refresh: 'Actualizar',
  empty: {
    title: 'No hay avisos abiertos',
    text: 'Uno nuevo aparece aquí en cuanto se da. Solo de las personas en cuyo equipo de atención está usted.',
  },
  needsClinician:
    'Un profesional clínico tiene que mirarlo ahora y nadie lo ha hecho. Llame a uno por teléfono.',
  waiting: (unseen: number) =>
    unseen === 1 ? '1 aviso espera y nadie lo ha visto.' : `${unseen} avisos esperan y nadie los ha visto.`,
  toAlerts: 'Mirar ahora',
}
