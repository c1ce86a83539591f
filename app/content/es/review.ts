import type { AskFor } from '../../clinical/intake/ask-for.ts'
import type { TelehealthBasis } from '../../clinical/intake/telehealth-basis.ts'
import type { QuestionText } from '../en/intake-questions.ts'
import type { review as english } from '../en/review.ts'

const noYes = { no: 'No', yes: 'Sí' }

export const basisNames: Readonly<Record<TelehealthBasis, string>> = {
  'in-person': 'Evaluación en persona',
  'temporary-extension': 'Extensión temporal',
  'special-registration': 'Registro especial',
  va: 'Asuntos de Veteranos',
  referral: 'Derivación',
  none: 'Ninguna',
}

const questions: Readonly<Record<string, QuestionText>> = {
  pdmpAskedOn: {
    ask: 'Programa de monitoreo consultado el',
    hint: 'E-FORCSE en Florida, NJPMP en Nueva Jersey.',
  },
  pdmpShows: {
    ask: 'Muestra',
    options: {
      opioid: 'Un opioide',
      benzodiazepine: 'Una benzodiazepina',
      'other-ketamine': 'Ketamina de otra parte',
    },
  },
  pdmpPrescribers: { ask: 'Prescriptores de sustancias controladas en la ventana del protocolo' },
  encounter: {
    ask: 'Consulta',
    options: {
      'audio-video': 'Con sonido e imagen',
      'in-person': 'En persona',
      'audio-only': 'Solo con sonido',
    },
  },
  stateOfLocation: {
    ask: 'Estado donde estaba el paciente en la consulta, según atestiguó',
    options: { FL: 'La Florida', NJ: 'Nueva Jersey', elsewhere: 'En otro lugar' },
  },
  telehealthBasis: {
    ask: 'Base legal de una receta de Lista III por telesalud',
    options: basisNames,
  },
  telehealthBasisUntil: {
    ask: 'La base vale hasta',
    hint: 'Su último día. Solo una evaluación en persona puede quedar sin él: cualquier otra cuenta entonces como no conocida.',
  },
  weightKg: { ask: 'Peso comprobado', hint: 'Con su unidad. Va antes de lo que escribió el paciente.' },
  stopBangRisk: {
    ask: 'Riesgo STOP-BANG, del formulario con licencia de la consulta',
    options: { low: 'Bajo', intermediate: 'Intermedio', high: 'Alto' },
  },
  altNeeded: { ask: 'Se necesita ALT', options: noYes },
  altTenthsOfUpperLimit: {
    ask: 'ALT, décimas del límite superior del laboratorio',
    hint: '10 es el límite mismo, 15 es una vez y media.',
  },
  pregnancyTest: {
    ask: 'Prueba de embarazo',
    options: { negative: 'Negativa', positive: 'Positiva', 'not-done': 'No hecha' },
  },
  supportPersonConfirmed: { ask: 'Se habló con la persona de apoyo y está confirmada', options: noYes },
  storage: {
    ask: 'Cómo se guarda en casa, confirmado con el paciente',
    hint: 'Va antes de lo que contó el paciente. Las cuatro antes de un primer pedido.',
    options: {
      lockbox: 'Una caja con llave',
      'away-from-children': 'Fuera del alcance de niños, o no los hay',
      'away-from-pets': 'Fuera del alcance de mascotas, o no las hay',
      'weapons-locked': 'Armas bajo llave, o no las hay',
    },
  },
}

const askFor: Record<AskFor, string> = {
  medicines: 'La lista de medicamentos',
  readings: 'La presión en casa',
  history: 'Salud y enfermedades',
  'hard-things': 'Cosas difíciles, sin detalles',
  home: 'Casa y persona de apoyo',
  'last-questions': 'Las preguntas sobre seguridad',
  talk: 'Una charla antes de seguir',
}

export const review: typeof english = {
  link: 'Admisión y revisión',
  title: 'Admisión y revisión',
  back: 'Página del paciente',
  plan: 'Redactar y firmar el plan',
  handedIn: 'Entregado',
  notHandedIn: 'Todavía no entregado.',
  notBegun: 'No hay admisión abierta para este paciente.',
  take: {
    title: 'Siguiente',
    button: 'Tomar para revisión',
    hint: 'El paciente lee que usted lo está mirando.',
  },
  ask: {
    title: 'Pedir más',
    what: 'Sobre qué. El paciente lo lee como una pregunta amable.',
    options: askFor,
    note: 'Nota para el expediente. El paciente no la lee.',
    button: 'Preguntar al paciente',
  },
  decline: {
    title: 'No aceptar',
    reason: 'Motivo, para el expediente. El paciente lee otros caminos, y nunca este texto.',
    button: 'No aceptar',
    needed: 'Hace falta un motivo.',
  },
  findings: {
    title: 'Hallazgos de la admisión, el más fuerte primero',
    none: 'Ningún hallazgo abierto.',
    noneHint: 'Se juzgó cada regla de los grupos B y S. Ninguna está abierta.',
    notJudged: 'No se juzgó nada: la admisión no está entregada. Eso no es lo mismo que estar bien.',
    closed: 'Ya no se sostienen',
    anew: {
      'answered-anew': 'Cerrado: el paciente respondió de nuevo.',
      'recorded-anew': 'Cerrado: un clínico lo registró de nuevo.',
    },
  },
  record: {
    title: 'Lo que registra un clínico',
    hint: 'Deje abierto lo que no se sabe. Registrar juzga la admisión otra vez.',
    button: 'Registrar y juzgar otra vez',
    prescribers: (days) =>
      days === undefined
        ? 'Prescriptores de sustancias controladas. No está firmado cuántos días atrás'
        : `Prescriptores de sustancias controladas en los últimos ${days} días`,
    apart: 'Registrado, y guardado aparte. Si lo deja abierto aquí, queda como está.',
    lookUp:
      'Registrado, y guardado aparte. Si lo deja abierto aquí, queda como está. Con otro día de consulta, dejarlo abierto significa que no se sabe.',
    unclear: 'No se registró: una respuesta no se pudo leer.',
    oldBasis: 'De un registro anterior, y nada se rige por ello aún: cuenta cuando se registre de nuevo.',
  },
  answers: {
    title: 'Lo que contó el paciente',
    notTold: 'Todavía no contado.',
    assessment: {
      title: 'Cuestionario gratuito, antes de registrarse',
      source: 'Respondido sin cuenta y guardado por decisión propia al registrarse.',
    },
    notReached: 'sin respuesta',
    declined: { now: 'prefiere no decirlo', 'for-good': 'pidió que no se le pregunte más' },
    none: 'ninguna de estas',
    way: {
      later: 'quiere que se le pregunte cuando haya alguien',
      never: 'pidió que no se le pregunte esto',
    },
    scores: {
      total: (total) => `Total: ${total}`,
      noTotal: 'Sin total: incompleto',
      outcome: (outcome) => `Resultado: ${outcome}`,
      mean: (mean: string) => `Media ${mean}`,
    },
    askedBy: (language: string, version: string) =>
      `Preguntado en ${language}, con la versión ${version} del texto`,
    asked: { none: 'Nada', declined: 'No lo dijo' },
    taking: {
      taking: 'Lo toma',
      stopped: 'Lo dejó',
      'not-known': 'No está seguro o segura',
      unsaid: 'No dijo si lo toma',
    },
  },
  segments: {
    title: 'Guardado aparte',
    hint: 'Abrir una parte queda en el registro, con su nombre y la hora. El paciente puede verlo.',
    open: (segment) => `Abrir: ${segment}`,
    names: { 'substance-use': 'Sustancias', 'partner-safety': 'Seguridad en casa', pregnancy: 'Embarazo' },
    confidential: 'Confidencial. Nunca se muestra a la persona de apoyo.',
  },
  questions,
}
