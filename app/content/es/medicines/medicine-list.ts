import type { MedicineListWords } from '../../medicine-words.ts'

export const medicineList: MedicineListWords = {
  patient: {
    ask: {
      prescribed: '¿Qué toma que le recetó un médico o una enfermera?',
      'without-prescription':
        '¿Qué toma de la tienda? Por ejemplo para un resfriado, para dormir o para el dolor.',
      'supplement-or-herb': '¿Toma hierbas, vitaminas u otros suplementos? ¿Come o bebe toronja?',
    },
    why: 'Por qué preguntamos: algunas cambian cómo actúa la medicina de la sesión.',
    none: 'No tomo nada de este tipo',
    skip: 'Puede omitir esto.',
    known: (name) => `Leemos esto como ${name}. ¿Es así?`,
    choose: 'No estamos seguros de cuál es. ¿Es una de estas?',
    noneOfThese: 'Ninguna de estas',
    unmatched: 'Este nombre no está en nuestra lista. Está bien. Queda como lo escribió, para su clínico.',
    taking: {
      ask: '¿La toma ahora?',
      taking: 'Sí',
      stopped: 'Ya no',
      stoppedOn: '¿Cuándo fue la última vez? Un día aproximado está bien.',
      unsure: 'No lo sé con seguridad',
    },
    keep: 'Esta lista no cambia nada por sí sola. Siga tomando sus medicinas como siempre, salvo que su clínico diga otra cosa.',
  },
  clinician: {
    unmatched: (text) => `Este nombre no se reconoció: «${text}».`,
    choices: (text, names) => `Sin aclarar: «${text}» puede ser ${names}. No se supuso nada.`,
    unjudged: (name) =>
      `Reconocida, y aquí no hay escrita ninguna interacción: ${name}. No es lo mismo que ninguna.`,
    or: 'o',
    standing: {
      taking: 'La toma ahora.',
      'stops-later': 'La toma ahora; el último día aún no llega.',
      'within-wash-out': (days, limitDays) =>
        `La dejó hace ${days} días; cuenta hasta el día ${limitDays}, según lo firmado.`,
      passed: (days, limitDays) => `La dejó hace ${days} días; pasaron los ${limitDays} días firmados.`,
      unknown: {
        taking: 'Nadie dijo si la toma. Cuenta.',
        'stop-date': 'La dejó, no se sabe qué día. Cuenta.',
        today: 'No se sabe qué día es hoy. Cuenta.',
        limit: 'La dejó; no hay días firmados para esta clase. Cuenta.',
      },
    },
    evidence: {
      A: 'ficha técnica o ensayo en personas',
      B: 'medido u observado en personas',
      C: 'casos aislados o mecanismo',
    },
  },
}
