import type { GateWords } from '../../gate-words.ts'

export const gate: GateWords = {
  answer: {
    go: 'Puede seguir cuando quiera. Todavía puede decir “hoy no”.',
    'talk-first': 'Hable primero con nosotros.',
    'not-today': 'Hoy no. No se pierde nada.',
  },
  stillMissing: 'Falta una respuesta o una medición. Está bien no responder. Entonces hablamos primero.',
  syncTooOld:
    'Este teléfono lleva un rato sin conectarse con nosotros. Hable primero con nosotros, por favor.',
  rulesDiffer: 'Este teléfono tiene que conectarse una vez con nosotros antes de empezar.',
  alert: 'Primero lo mira un profesional. Puede llamarnos mientras espera.',
  booking: {
    support:
      'Todavía no hay nadie que esté con usted ese día. Puede pedírselo a alguien en “Su gente”, o hablar con nosotros.',
    backup:
      'Todavía no hay nadie en reserva para ese día. Puede pedírselo a alguien en “Su gente”, o hablar con nosotros.',
    duty: 'Todavía no hay nadie de la clínica de guardia para todo ese día. Arreglarlo es cosa nuestra. Está en la lista de su equipo.',
  },
  otherDay: {
    aheadTitle: 'Todavía no es el día',
    overTitle: 'Ese día ya pasó',
    ahead: (day) => `Su día es el ${day}. Las preguntas se abren ese día.`,
    over: 'El día reservado ya pasó. No se pierde nada. Llámenos y se puede reservar otro día.',
    besideAhead: (day) => `El día es el ${day}. Su parte se abre ese día.`,
    besideOver: 'El día reservado ya pasó. No tiene que hacer nada. Nada de lo que usted hizo lo causó.',
  },
  supportPerson: 'La clínica ha movido la sesión de hoy. Nada de lo que usted hizo lo causó.',
}
