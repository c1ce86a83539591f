import type { patient as English } from '../en/patient.ts'

type Words = typeof English
type Evidence = Parameters<Words['findings'][string]['fires']>[0]

const given = (value: Evidence[string]) => value ?? '?'

const rise = ({ currentTotal, lowestTotal }: Evidence) =>
  typeof currentTotal === 'number' && typeof lowestTotal === 'number' ? currentTotal - lowestTotal : '?'

const findings: Words['findings'] = {
  F01: {
    fires: (evidence) =>
      `Total PCL-5 ${given(evidence.currentTotal)} de 80: ${rise(evidence)} puntos sobre el más bajo de antes (${given(evidence.lowestTotal)})`,
    unknown: (evidence) =>
      evidence.skipped === undefined
        ? `No se puede juzgar el cambio del PCL-5: total ${given(evidence.currentTotal)}, más bajo de antes ${given(evidence.lowestTotal)}, sin límite firmado`
        : `PCL-5 sin puntaje: ${given(evidence.skipped)} omitidos, ${given(evidence.notReached)} sin llegar, de 20 ítems`,
  },
}

const evidence: Words['evidence'] = {
  currentTotal: { label: 'Total ahora', unit: 'de 80' },
  lowestTotal: { label: 'Más bajo de antes', unit: 'de 80' },
  worseningPoints: { label: 'Revisar desde un aumento de', unit: 'puntos' },
  skipped: { label: 'Omitidos', unit: 'de 20 ítems' },
  notReached: { label: 'Sin llegar', unit: 'de 20 ítems' },
}

export const patient: Words = {
  age: (years: number) => `${years} años`,
  asOf: 'Al',
  severity: { block: 'Detener', review: 'Revisar', advise: 'Aconsejar', inform: 'Informar' },
  unknown: 'no se sabe',
  finding: {
    title: 'Hallazgos, de mayor a menor',
    none: 'Ningún hallazgo abierto.',
    noneHint: 'Una regla que no se puede juzgar también aparecería aquí.',
    group: {
      nothingToDo: 'Ningún hallazgo pide una acción.',
      again: (count) => `Encontrado otra vez: ${count}`,
      notJudged: (count) => `No se pudo juzgar: ${count}`,
      told: (count) => `Consejos e información: ${count}`,
    },
    rule: (id: string, version: number) => `${id} v${version}`,
    found: 'Hallado',
    source: 'Fuente',
    limits: (version: number, signedOn: string) => `Protocolo ${version}, firmado el ${signedOn}`,
    noLimits: 'Ningún protocolo firmado vigente',
    missing: 'falta',
    notLoaded: 'aquí no se pregunta',
    notAskedAgain: 'no se preguntó otra vez',
    keptApart: 'guardado aparte, con su propia llave',
    fallback: (ruleId: string) => `La regla ${ruleId} pide una mirada`,
    fallbackUnknown: (ruleId: string) => `La regla ${ruleId} no se pudo juzgar: falta algo`,
    notJudged: (ruleId, condition) => `No se pudo juzgar: ${ruleId}. Pregunta: ${condition}.`,
    forPatient: (text) => `Para el paciente: «${text}»`,
    forBeside: (text) => `Para quien está a su lado: «${text}»`,
    nothingForPatient: 'El paciente no lee nada de esto.',
  },
  close: {
    open: 'Cerrar este hallazgo',
    because: 'Motivo. Queda en el expediente.',
    close: 'Cerrar',
  },
  findings,
  evidence,
  pcl5: {
    title: 'PCL-5, último mes',
    range: 'Total de 0 a 80; más alto es más síntomas',
    none: 'Aún no se ha entregado ningún PCL-5.',
    band: (points: number) => `A menos de ${points} puntos del primero: cambio habitual`,
    noBand: 'Sin límite firmado de cambio fiable: no se dibuja banda.',
    session: 'Sesión',
    chart: (totals: string) =>
      `Línea de totales PCL-5, del más antiguo al más nuevo: ${totals}. La tabla de abajo tiene los mismos números.`,
    columns: {
      on: 'Fecha',
      total: 'Total',
      change: 'Desde el primero',
      clusters: ['B', 'C', 'D', 'E'],
      note: 'Nota',
    },
    clustersTitle: 'B intrusión 0–20, C evitación 0–8, D cognición y ánimo 0–28, E activación 0–24',
    reliable: 'fiable',
    notScored: (skipped: number, notReached: number) =>
      `sin puntaje: ${skipped} omitidos, ${notReached} sin llegar`,
    notScoredShort: 'sin puntaje',
  },
  answers: {
    title: 'Últimas respuestas',
    handedIn: 'Entregado',
    language: (code: string) => (code === 'es' ? 'página en español, ítems en inglés' : 'en inglés'),
    show: 'Los 20 ítems',
    skipped: 'omitido',
    notReached: 'sin llegar',
    item: 'Ítem',
    answer: 'Respuesta',
  },
  contact: {
    noPhone: 'No dio un teléfono',
    noStreet: 'No dio una calle',
    support: 'Le acompaña',
    backup: 'En reserva',
  },
  careTeam: {
    title: 'Equipo',
    roles: {
      prescriber: 'Médico que receta',
      therapist: 'Terapeuta',
      'care-coordinator': 'Coordinación',
      'medical-director': 'Dirección médica',
      'support-person': 'Persona de apoyo',
    },
  },
  printed: 'Impreso',
}
