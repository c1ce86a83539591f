/**
 * A plan as the signed protocol draws it at one level of caution, line by line, each with what it rests on.
 *
 * Where the protocol has no number the line is missing. Where it leaves a choice the prescriber chooses. No line
 * ever asks for more of the medicine than the protocol's own start at this level.
 * Sign-off: docs/clinical/plan.md
 */
import { addDays, type Day } from '../calendar-day.ts'
import type { CautionLevel } from '../protocol/course.ts'
import { type LimitPath, type Limits, limitAt } from '../protocol.ts'
import type { Evidence, Missing } from '../rules/rule.ts'
import { type BandNumber, bandNumber, isTherapyEssential } from './bands.ts'
import { needsStandingReading } from './caution.ts'
import type { PlanFacts } from './facts.ts'
import { PLAN_FIELDS, type PlanField, type PlanValues, type Questionnaire } from './shape.ts'

/**
 * Why a line says what it says. `choose`: the protocol allows several and the prescriber names one.
 * `contradicts`: signed numbers do not go together. `previous`: the plan signed before was stricter.
 */
export type Why = 'signed' | 'weight' | 'facts' | 'choose' | 'missing' | 'contradicts' | 'previous'

export type PlanLine<Field extends PlanField = PlanField> = {
  field: Field
  value: PlanValues[Field] | null
  why: Why
  /** Version of the protocol whose numbers these are. */
  protocolVersion: number
  /** Limits by path and facts by name, with what stood there. */
  evidence: Evidence
  missing: readonly Missing[]
  /** With `choose`: what may be chosen. */
  options?: readonly (string | number)[]
}
export type PlanLines = { [Field in PlanField]: PlanLine<Field> }

type Drawn<Field extends PlanField> = Omit<PlanLine<Field>, 'field' | 'protocolVersion'>
type Drawing = { facts: PlanFacts; limits: Limits; level: CautionLevel; startsOn: Day | undefined }

/** The lines in the order of `PLAN_FIELDS`. Total: whatever is missing is missing in its line. */
export function protocolLines(drawing: Drawing, protocolVersion: number): PlanLines {
  const line = <Field extends PlanField>(field: Field): PlanLine<Field> => ({
    field,
    protocolVersion,
    ...DRAW[field](drawing),
  })
  return Object.fromEntries(PLAN_FIELDS.map((field) => [field, line(field)])) as PlanLines
}

const lacking = (evidence: Evidence, ...missing: readonly Missing[]) =>
  ({ value: null, why: 'missing', evidence, missing }) as const
const noLimit = (name: string): Missing => ({ kind: 'limit', name })
const noFact = (name: string): Missing => ({ kind: 'fact', name })
const drawn = <Value>(value: Value, evidence: Evidence, why: Why = 'signed') => ({
  value,
  why,
  evidence,
  missing: [],
})

/** As it stands in the protocol, if it can be such a value at all. */
function signed<Value>(
  { limits }: Drawing,
  path: LimitPath,
  isValue: (value: unknown) => value is Value,
): { value: Value | null; why: Why; evidence: Evidence; missing: readonly Missing[] } {
  const value: unknown = limitAt(limits, path)
  return isValue(value) ? drawn(value, { [path]: String(value) }) : lacking({}, noLimit(path))
}

const isFrom0 = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
const isAmount = (value: unknown): value is number => isFrom0(value) && value > 0

function atLevel({ limits, level }: Drawing, name: BandNumber) {
  const number = bandNumber(name, level, limits)
  return number.isSigned
    ? drawn(number.value, { [number.path]: number.value })
    : lacking({}, noLimit(number.path))
}

const DRAW: { [Field in PlanField]: (drawing: Drawing) => Drawn<Field> } = {
  route: (drawing) => signed(drawing, 'dose.route', (value) => value === 'sublingual' || value === 'oral'),
  unit: ({ limits }) => theOne('dose.units', limitAt(limits, 'dose.units')),
  unitStrengthMg: ({ limits }) => theOne('dose.unitStrengthsMg', limitAt(limits, 'dose.unitStrengthsMg')),
  residue: (drawing) => signed(drawing, 'dose.residue', (value) => value === 'swallow' || value === 'spit'),
  holdMinutes: (drawing) => signed(drawing, 'dose.holdMinutes', isFrom0),
  doseMg: dose,
  stepMaxMg: (drawing) => atLevel(drawing, 'stepMaxMg'),
  ceilingMg: ceiling,
  daysBetweenSteps: (drawing) => atLevel(drawing, 'minDaysBetweenSteps'),
  sessions: (drawing) => atLevel(drawing, 'maxSessions'),
  daysBetweenSessions: (drawing) => atLevel(drawing, 'minDaysBetweenSessions'),
  readingAtMinutes: readings,
  lookInMinutes: (drawing) => signed(drawing, 'session.lookInEveryMinutes', isAmount),
  observationMinutes: (drawing) => signed(drawing, 'session.minimumObservationMinutes', isAmount),
  isStandingReading: standingReading,
  supportPerson,
  therapist,
  integration,
  questionnaires,
  startsOn: ({ startsOn }) => {
    const day = startsOn === undefined ? undefined : addDays(startsOn, 0)
    return day === undefined ? lacking({}, noFact('startsOn')) : drawn(day, {}, 'facts')
  },
  endsOn: (drawing) => daysLater(drawing, 'planDays'),
  reviewAfterSessions: (drawing) => atLevel(drawing, 'reviewAfterSessions'),
  reEvaluateOn,
}

/** The only one signed; of several the prescriber names one. */
function theOne<Value extends string | number>(path: LimitPath, listed: readonly Value[] | undefined) {
  const [first, ...others] = [...new Set(listed)].sort((a, b) => (a < b ? -1 : 1))
  if (first === undefined) return lacking({}, noLimit(path))
  const evidence = { [path]: [first, ...others].join(', ') }
  if (others.length === 0) return drawn(first, evidence)
  return { value: null, why: 'choose', evidence, missing: [], options: [first, ...others] } as const
}

/** The highest a dose may be here: in mg, and by weight where the practice goes by weight, rounded down. */
function ceiling(drawing: Drawing): Drawn<'ceilingMg'> {
  const byLevel = atLevel(drawing, 'absoluteMaxMg')
  const { facts, limits } = drawing
  const isWeightBased = limitAt(limits, 'dose.isWeightBased')
  if (byLevel.value === null || isWeightBased === undefined) {
    const missing = isWeightBased === undefined ? [noLimit('dose.isWeightBased')] : []
    return lacking(byLevel.evidence, ...byLevel.missing, ...missing)
  }
  if (!isWeightBased) return byLevel
  const perKg: unknown = limitAt(limits, 'dose.absoluteMaxMgPerKg')
  const evidence = {
    ...byLevel.evidence,
    'dose.absoluteMaxMgPerKg': isAmount(perKg) ? perKg : undefined,
    weightKg: facts.weightKg,
  }
  if (!isAmount(perKg)) return lacking(evidence, noLimit('dose.absoluteMaxMgPerKg'))
  if (!isAmount(facts.weightKg)) return lacking(evidence, noFact('weightKg'))
  const byWeight = Math.floor(perKg * facts.weightKg)
  if (byWeight < 1) return { ...lacking(evidence), why: 'contradicts' }
  return byWeight < byLevel.value ? drawn(byWeight, evidence, 'weight') : byLevel
}

/** Where the practice begins at this level, and never more. A start above the highest is nobody's start. */
function dose(drawing: Drawing): Drawn<'doseMg'> {
  const start = atLevel(drawing, 'startMg')
  const firstMax = atLevel(drawing, 'firstMaxMg')
  const highest = ceiling(drawing)
  const evidence = { ...start.evidence, ...firstMax.evidence, ...highest.evidence }
  const { value } = start
  if (value === null || firstMax.value === null || highest.value === null)
    return {
      ...lacking(evidence, ...start.missing, ...firstMax.missing, ...highest.missing),
      ...(highest.why === 'contradicts' && { why: 'contradicts' }),
    }
  if (value > firstMax.value || value > highest.value) return { ...lacking(evidence), why: 'contradicts' }
  return start
}

function readings({ limits }: Drawing): Drawn<'readingAtMinutes'> {
  const path = 'vitals.during.readingAtMinutes'
  const minutes = (limitAt(limits, path) ?? []).filter(isFrom0)
  if (minutes.length === 0) return lacking({}, noLimit(path))
  const inOrder = [...new Set(minutes)].sort((a, b) => a - b)
  return drawn(inOrder, { [path]: inOrder.join(', ') })
}

function standingReading({ facts, limits }: Drawing): Drawn<'isStandingReading'> {
  const { holds, evidence, missing } = needsStandingReading(facts, limits)
  // A reading too many harms nobody: the line is drawn, and says what it did not know.
  return { value: holds !== false, why: 'facts', evidence, missing }
}

function supportPerson({ limits }: Drawing): Drawn<'supportPerson'> {
  const { minimumAgeYears, isSoberRequired, staysHours } = limits.support ?? {}
  const evidence = {
    'support.minimumAgeYears': minimumAgeYears,
    'support.isSoberRequired': isSoberRequired === undefined ? undefined : String(isSoberRequired),
    'support.staysHours': staysHours,
  }
  if (!isFrom0(minimumAgeYears) || typeof isSoberRequired !== 'boolean' || !isFrom0(staysHours)) {
    const missing = [
      ...(isFrom0(minimumAgeYears) ? [] : [noLimit('support.minimumAgeYears')]),
      ...(typeof isSoberRequired === 'boolean' ? [] : [noLimit('support.isSoberRequired')]),
      ...(isFrom0(staysHours) ? [] : [noLimit('support.staysHours')]),
    ]
    return lacking(evidence, ...missing)
  }
  return drawn({ minimumAgeYears, isSober: isSoberRequired, staysHours }, evidence)
}

/** The programme is for people with a trauma history: never less than strongly advised. */
function therapist({ limits, level }: Drawing): Drawn<'therapist'> {
  const { value, path } = isTherapyEssential(level, limits)
  if (value === undefined) return lacking({}, noLimit(path))
  return drawn(value ? 'essential' : 'strongly-advised', { [path]: String(value) })
}

function integration({ limits }: Drawing): Drawn<'integration'> {
  const { windowFromHours: fromHours, windowToHours: toHours } = limits.integration ?? {}
  const evidence = { 'integration.windowFromHours': fromHours, 'integration.windowToHours': toHours }
  if (!isFrom0(fromHours) || !isFrom0(toHours)) {
    const unsigned = Object.entries(evidence).filter(([, value]) => !isFrom0(value))
    return lacking(evidence, ...unsigned.map(([path]) => noLimit(path)))
  }
  if (toHours < fromHours) return { ...lacking(evidence), why: 'contradicts' }
  return drawn({ isOffered: true, fromHours, toHours }, evidence)
}

/** Codes of the instruments a practice can sign a rhythm for, and where it stands. */
export const CADENCES = [
  ['pcl-5-week', 'pcl5WeekDays'],
  ['pcl-5', 'pcl5Days'],
  ['phq-9', 'phq9Days'],
  ['gad-7', 'gad7Days'],
  ['dss-b', 'dssBDays'],
] as const

/** Those the practice signed a rhythm for. With none at all nobody would see how it goes. */
function questionnaires({ limits }: Drawing): Drawn<'questionnaires'> {
  const cadence = limits.instruments?.cadence ?? {}
  const asked: Questionnaire[] = CADENCES.flatMap(([instrument, key]) => {
    const everyDays = cadence[key]
    return isAmount(everyDays) && Number.isInteger(everyDays) ? [{ instrument, everyDays }] : []
  })
  if (asked.length === 0)
    return lacking({}, ...CADENCES.map(([, key]) => noLimit(`instruments.cadence.${key}`)))
  const evidence = Object.fromEntries(CADENCES.map(([, key]) => [`instruments.cadence.${key}`, cadence[key]]))
  return drawn(asked, evidence)
}

/** No later than the plan's own end; without an end there is no day that is surely early enough. */
function reEvaluateOn(drawing: Drawing): Drawn<'reEvaluateOn'> {
  const own = daysLater(drawing, 'reEvaluateAfterDays')
  if (own.value === null) return own
  const end = daysLater(drawing, 'planDays')
  if (end.value === null) return end
  if (own.value <= end.value) return own
  return drawn(end.value, { ...own.evidence, ...end.evidence })
}

function daysLater(drawing: Drawing, name: 'planDays' | 'reEvaluateAfterDays') {
  const days = atLevel(drawing, name)
  const { startsOn } = drawing
  const missing = startsOn === undefined ? [...days.missing, noFact('startsOn')] : days.missing
  if (days.value === null || startsOn === undefined) return lacking(days.evidence, ...missing)
  const day = addDays(startsOn, days.value)
  return day === undefined ? lacking(days.evidence, noFact('startsOn')) : drawn(day, days.evidence)
}
