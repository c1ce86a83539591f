import type { duty as English } from '../en/duty.ts'

export const duty: typeof English = {
  title: 'Turno de guardia',
  lead: 'No se puede reservar ninguna sesión sin un médico de guardia desde su principio hasta el fin de la vigilancia.',
  now: 'De guardia ahora',
  nobody: 'Nadie. Ahora no hay cobertura, y así se dice a los pacientes.',
  table: { who: 'Quién', from: 'Desde', to: 'Hasta', what: 'Cambio' },
  none: 'No hay nadie de guardia de aquí en adelante.',
  end: 'Quitar',
  endOf: (name: string, from: string) => `Quitar a ${name} de la guardia del ${from}`,
  allTheSame: (name: string, from: string) => `Quitar a ${name} de la guardia del ${from} de todos modos`,
  zone: (zone: string) => `Las horas son las del consultorio: ${zone}.`,
  add: {
    title: 'Poner a alguien de guardia',
    who: 'Médico',
    from: 'Desde',
    to: 'Hasta',
    save: 'Poner de guardia',
    unclear:
      'Elija un médico y dos horas, la segunda después de la primera. Una hora en que cambia el reloj no sirve.',
  },
  done: {
    stored: 'En el turno.',
    withdrawn: 'Quitado.',
    needed:
      'Una sesión reservada depende de este turno, así que por ahora se queda. Ponga a alguien de guardia en su lugar, o mueva esa sesión. Si lo quita de todos modos, la sesión queda detenida y está en la lista de personas.',
  },
}
