/**
 * A plan out of a form. An empty line is a missing one, which keeps the plan from being signed; what is unclear is
 * shown again as it was written, and a form that was cut off on its way is no answer at all.
 */
import { dayNumber } from '../../clinical/calendar-day.ts'
import { CHECKS, type CheckCode } from '../../clinical/plan/checks.ts'
import { CADENCES } from '../../clinical/plan/lines.ts'
import type { OpenValues, Plan } from '../../clinical/plan/shape.ts'
import { CAUTION_LEVELS } from '../../clinical/protocol/course.ts'
import type { Words } from '../../content/words.ts'

export type PlanProblem = keyof Words['planDesk']['unclear']['problems']

export type ReadPlanForm =
  | { status: 'read'; level: Plan['level']; values: OpenValues; reasons: Reasons }
  /** By the names of their fields. */
  | { status: 'unclear'; problems: ReadonlyMap<string, PlanProblem> }
  | { status: 'cut-off' }
type Reasons = { [Code in CheckCode]?: string }

const LONGEST_TEXT = 100
const LONGEST_REASON = 2000
const NUMBER = /^\d{1,5}(\.\d{1,3})?$/

type Kind = 'whole' | 'amount' | 'from-0'

/** A cut-off form, told apart from what a person wrote. */
class CutOff extends Error {}

export function readPlanForm(fields: Record<string, unknown>): ReadPlanForm {
  try {
    return readWhole(fields)
  } catch (error) {
    if (error instanceof CutOff) return { status: 'cut-off' }
    throw error
  }
}

function readWhole(fields: Record<string, unknown>): ReadPlanForm {
  const problems = new Map<string, PlanProblem>()
  const text = (name: string): string => {
    const sent = fields[name]
    if (typeof sent !== 'string') throw new CutOff()
    return sent.trim()
  }
  const unclear = (name: string, problem: PlanProblem): null => {
    problems.set(name, problem)
    return null
  }
  const numberOf = (name: string, written: string, kind: Kind): number | null => {
    if (written === '') return null
    if (!NUMBER.test(written)) return unclear(name, 'not-a-number')
    const value = Number(written)
    if (kind === 'whole' && !Number.isInteger(value)) return unclear(name, 'not-whole')
    if (kind !== 'from-0' && value === 0) return unclear(name, 'not-above-zero')
    return value
  }
  const number = (name: string, kind: Kind) => numberOf(name, text(name), kind)
  const day = (name: string) => {
    const written = text(name)
    if (written === '') return null
    return dayNumber(written) === undefined ? unclear(name, 'no-day') : written
  }
  const choice = <Option extends string>(name: string, options: readonly Option[]): Option | null => {
    const written = text(name)
    if (written === '') return null
    return options.find((option) => option === written) ?? unclear(name, 'not-offered')
  }
  const yesNo = (name: string): boolean | null => {
    const chosen = choice(name, ['yes', 'no'])
    return chosen === null ? null : chosen === 'yes'
  }
  /** All parts of one line, or none of them. */
  const together = <Line extends object>(parts: { [Key in keyof Line]: Line[Key] | null }, line: string) => {
    const given = Object.entries(parts)
    const empty = given.filter(([, value]) => value === null)
    if (empty.length === 0) return parts as Line
    for (const [name] of empty)
      if (empty.length < given.length && !problems.has(`${line}.${name}`))
        unclear(`${line}.${name}`, 'incomplete')
    return null
  }
  const unit = text('unit')
  if (unit.length > LONGEST_TEXT) unclear('unit', 'too-long')
  const minutes = listIn(text('readingAtMinutes')).map((item) => numberOf('readingAtMinutes', item, 'from-0'))

  const values: OpenValues = {
    route: choice('route', ['sublingual', 'oral']),
    unit: unit === '' ? null : unit,
    unitStrengthMg: number('unitStrengthMg', 'amount'),
    residue: choice('residue', ['swallow', 'spit']),
    holdMinutes: number('holdMinutes', 'from-0'),
    doseMg: number('doseMg', 'amount'),
    stepMaxMg: number('stepMaxMg', 'amount'),
    ceilingMg: number('ceilingMg', 'amount'),
    daysBetweenSteps: number('daysBetweenSteps', 'whole'),
    sessions: number('sessions', 'whole'),
    daysBetweenSessions: number('daysBetweenSessions', 'whole'),
    readingAtMinutes: minutes.length === 0 ? null : minutes.filter((minute) => minute !== null),
    lookInMinutes: number('lookInMinutes', 'amount'),
    observationMinutes: number('observationMinutes', 'amount'),
    isStandingReading: yesNo('isStandingReading'),
    supportPerson: together(
      {
        minimumAgeYears: number('supportPerson.minimumAgeYears', 'from-0'),
        isSober: yesNo('supportPerson.isSober'),
        staysHours: number('supportPerson.staysHours', 'from-0'),
      },
      'supportPerson',
    ),
    therapist: choice('therapist', ['optional', 'strongly-advised', 'essential']),
    integration: together(
      {
        isOffered: yesNo('integration.isOffered'),
        fromHours: number('integration.fromHours', 'from-0'),
        toHours: number('integration.toHours', 'from-0'),
      },
      'integration',
    ),
    questionnaires: null,
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
    reviewAfterSessions: number('reviewAfterSessions', 'whole'),
    reEvaluateOn: day('reEvaluateOn'),
  }
  const asked = CADENCES.flatMap(([instrument]) => {
    const everyDays = number(`questionnaires.${instrument}`, 'whole')
    return everyDays === null ? [] : [{ instrument, everyDays }]
  })
  if (values.integration && values.integration.fromHours > values.integration.toHours)
    unclear('integration.toHours', 'not-offered')
  const level = CAUTION_LEVELS.find((one) => one === text('level'))
  if (level === undefined) unclear('level', 'not-offered')
  const reasons = reasonsIn(fields, unclear)
  if (problems.size > 0 || level === undefined) return { status: 'unclear', problems }
  return {
    status: 'read',
    level,
    values: { ...values, questionnaires: asked.length === 0 ? null : asked },
    reasons,
  }
}

const listIn = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** Reasons have no field until a check asks for one: a missing one is not a cut-off form. */
function reasonsIn(
  fields: Record<string, unknown>,
  unclear: (name: string, problem: PlanProblem) => null,
): Reasons {
  const reasons: Reasons = {}
  for (const code of Object.keys(CHECKS) as CheckCode[]) {
    const sent = fields[reasonName(code)]
    if (typeof sent !== 'string') continue
    if (sent.trim().length > LONGEST_REASON) unclear(reasonName(code), 'too-long')
    reasons[code] = sent
  }
  return reasons
}

export const reasonName = (code: CheckCode): string => `reason.${code}`

/** What a form shows for a plan: the text in each field, by its name. */
export function writtenPlan({ level, values, exceptions }: Plan): Record<string, string> {
  const { supportPerson, integration, questionnaires, readingAtMinutes, ...plain } = values
  const written: Record<string, string> = { level }
  for (const [name, value] of Object.entries(plain)) written[name] = textOf(value)
  written.readingAtMinutes = (readingAtMinutes ?? []).join(', ')
  for (const name of ['minimumAgeYears', 'isSober', 'staysHours'] as const)
    written[`supportPerson.${name}`] = textOf(supportPerson?.[name] ?? null)
  for (const name of ['isOffered', 'fromHours', 'toHours'] as const)
    written[`integration.${name}`] = textOf(integration?.[name] ?? null)
  for (const [instrument] of CADENCES) {
    const asked = questionnaires?.find((one) => one.instrument === instrument)
    written[`questionnaires.${instrument}`] = textOf(asked?.everyDays ?? null)
  }
  for (const { code, reason } of exceptions) written[`reason.${code}`] = reason
  return written
}

function textOf(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null ? '' : String(value)
}
