import type { worklist as English } from '../en/worklist.ts'

export const worklist: typeof English = {
  title: 'Pendientes',
  lead: 'Personas con un hallazgo abierto: primero lo más fuerte, luego quien más ha esperado',
  asOf: 'Al',
  refresh: 'Actualizar',
  columns: {
    severity: 'Gravedad',
    person: 'Persona',
    finding: 'Hallazgo más fuerte',
    since: 'Abierto desde',
    lastTotal: 'Último PCL-5',
  },
  age: (years: number) => `${years} años`,
  more: (count: number) => `+ ${count} más`,
  totalOf80: (total: number) => `${total} de 80`,
  notScored: 'sin puntaje',
  noResponse: 'ninguno aún',
  next: (count: number) => `Los ${count} siguientes`,
  toTop: 'Primera página',
  showing: (from: number, to: number) => `${from} a ${to}`,
  empty: {
    title: 'Nadie está esperando',
    text: 'Un hallazgo nuevo aparece aquí en cuanto se entrega una respuesta. Solo personas de cuyo equipo usted es parte.',
  },
}
