import type { shared as english } from '../en/shared.ts'

export const shared: typeof english = {
  title: 'Lo que se comparte con usted',
  lead: (name: string) =>
    `${name} decide qué ve usted aquí y hasta cuándo. Puede cambiarlo en cualquier momento, sin dar razones.`,
  onRecord: (name: string) => `${name} puede ver que usted abrió esta página.`,
  until: 'hasta',
  appointment: {
    title: 'Su próxima cita',
    none: 'No hay ninguna cita reservada con usted.',
    after: 'después de la sesión del',
  },
  wishes: {
    title: 'Tarjeta de deseos',
    none: 'Todavía no hay tarjeta.',
    words: 'Palabras que ayudan',
    touch: 'Contacto',
    touchChoices: {
      yes: 'Sí, después de preguntar.',
      no: 'No se toca.',
      'only-where': 'Solo aquí:',
      open: 'Sin respuesta. Eso significa que no.',
    },
    handSign: 'Señal para dejar de tocar',
    callFirst: 'Llamar primero a',
    stopMusic: 'Música que parar',
    open: 'en blanco',
  },
  plan: { title: 'Su plan', none: 'Todavía no hay un plan firmado.' },
  scores: {
    title: 'Cómo fue',
    none: 'Todavía no se entregó nada.',
    columns: { on: 'Fecha', week: 'Última semana', month: 'Último mes' },
    range: 'PCL-5, de 0 a 80; más alto es más síntomas.',
    unscored: 'sin puntuar',
  },
  session: {
    title: 'Sesiones',
    none: 'No hay ninguna sesión reservada.',
    booked: 'reservada',
    closed: 'cerrada',
  },
  back: 'Todas las personas',
}
