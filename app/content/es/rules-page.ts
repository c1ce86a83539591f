import type { rulesPage as en } from '../en/rules-page.ts'

export const rulesPage: typeof en = {
  title: 'Reglas',
  lead: (count) => `${count} reglas. Comparan datos con los límites del protocolo firmado y no deciden nada.`,
  limitsFrom: (version) => `Los límites son los del protocolo ${version}.`,
  noProtocol: 'No hay protocolo vigente: cada regla que necesita un límite responde “desconocido”.',
  filter: 'Mostrar',
  all: 'Todos los grupos',
  groups: {
    assessment: 'Evaluación gratuita',
    intake: 'Ingreso',
    dayOf: 'El día de una sesión',
    inSession: 'En la sesión',
    afterSession: 'Después de la sesión',
    course: 'A lo largo del curso',
    suicideScreen: 'La detección de riesgo de suicidio',
  },
  count: (count) => (count === 1 ? '1 regla' : `${count} reglas`),
  clinician: 'El profesional lee',
  patient: 'El paciente lee',
  beside: 'Quien está a su lado lee',
  somebody: 'la persona de turno',
  patientNothing: 'nada de ella',
  answers: 'Puede responder',
  whenUnknown: 'Cuando no se puede juzgar',
  nothing: 'nada',
  final: 'nadie puede abrirla',
  limits: 'Límites',
  noLimits: 'No lee ningún límite.',
  source: 'Fuente',
  version: (version) => `versión ${version}`,
  counted: 'Encontrado aquí',
  days: (days) => `${days} días`,
  fired: 'se activó',
  unknown: 'no se pudo juzgar',
  people: (count) => (count === 1 ? '1 persona' : `${count} personas`),
  neverAsked: 'Nada en esta casa la pregunta todavía, así que nunca ha corrido.',
  judged: (judged, all, partly) => {
    const ids = [...partly]
    const said = `${judged} de ${all} se juzgan en esta casa.`
    if (ids.length === 0) return said
    return `${said} ${ids.length} de ellas tienen una parte que nada cuenta todavía: ${ids.join(', ')}. Esa parte nunca ha encontrado nada, ni puede.`
  },
  untoldYet: 'Nada lo cuenta todavía',
  untold: {
    A03: 'La evaluación gratuita no tiene dónde escribir, así que nadie escribe palabras allí. Sí se pregunta si la persona está a salvo.',
    B11: 'El PQ-16 no tiene todavía un lugar en el ingreso. Se hacen nuestras propias preguntas sobre psicosis.',
    C01: 'El C-SSRS que una práctica puede cargar mira toda la vida y se pregunta en el ingreso. Ese día se pregunta el ASQ, y lo juzgan S01 a S03.',
    D03: 'Una pausa larga se pregunta en una sola casilla con labios azules y jadeo, y esa casilla es una emergencia. Cuánto duró la pausa no se anota.',
    D15: 'Ninguna página de una sesión pide un cuestionario, así que no hay ninguno que parar.',
    E06: 'El C-SSRS que una práctica puede cargar mira toda la vida y se pregunta en el ingreso. Al día siguiente se pregunta el ASQ, y lo juzgan S01 a S03.',
    F07: 'El ICSI se pregunta en el ingreso y no otra vez, así que no se ve si sube. Por sangre y dolor se pregunta el día de cada sesión.',
  },
  countedAs: 'Un hallazgo cuenta una vez por cada regla por la que habla. Lo que salió claro no se guarda.',
}
