import type { people as en } from '../en/people.ts'

export const people: typeof en = {
  title: 'Personas',
  lead: 'Usted forma parte del equipo de cuidado de:',
  until: 'hasta el',
  empty: {
    title: 'Nadie por ahora',
    text: 'Cuando alguien comparta con usted, su nombre aparecerá aquí.',
  },
  whoDecides:
    'Cada persona decide quién forma parte de su equipo de cuidado. Puede cambiarlo en cualquier momento, sin dar razones.',
}
