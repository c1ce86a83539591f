/**
 * Of two values of one line, the stricter; and from it whether one is looser than another. Written once, for the
 * draft, for the checks of an edited plan, and for the tests that hold both. Sign-off: docs/clinical/plan.md
 */
import type { TherapistRequirement } from '../integration-window.ts'
import type { PlanField, PlanValues, Questionnaire } from './shape.ts'

const lower = (a: number, b: number): number => Math.min(a, b)
const higher = (a: number, b: number): number => Math.max(a, b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
const either = (a: boolean, b: boolean): boolean => a || b
/** Neither is stricter: it is as signed, or it is not. */
const asSigned = <Value>(value: Value): Value => value

const THERAPIST: readonly TherapistRequirement[] = ['optional', 'strongly-advised', 'essential']

/** The stricter of two, or both together where neither holds the other: all readings of both, for one. */
const STRICTER: {
  [Field in PlanField]: (a: PlanValues[Field], b: PlanValues[Field]) => PlanValues[Field]
} = {
  route: asSigned,
  unit: asSigned,
  unitStrengthMg: asSigned,
  residue: asSigned,
  holdMinutes: asSigned,
  doseMg: lower,
  stepMaxMg: lower,
  ceilingMg: lower,
  daysBetweenSteps: higher,
  sessions: lower,
  daysBetweenSessions: higher,
  readingAtMinutes: (a, b) => [...new Set([...a, ...b])].sort((one, other) => one - other),
  lookInMinutes: lower,
  observationMinutes: higher,
  isStandingReading: either,
  supportPerson: (a, b) => ({
    minimumAgeYears: higher(a.minimumAgeYears, b.minimumAgeYears),
    isSober: a.isSober || b.isSober,
    staysHours: higher(a.staysHours, b.staysHours),
  }),
  therapist: (a, b) => (THERAPIST.indexOf(a) < THERAPIST.indexOf(b) ? b : a),
  // Whether it is offered can be strict; nobody has shown that some hours are.
  integration: (a, b) => ({ ...a, isOffered: a.isOffered || b.isOffered }),
  questionnaires: (a, b) => {
    const often = new Map<string, Questionnaire>()
    for (const one of [...a, ...b])
      if (one.everyDays < (often.get(one.instrument)?.everyDays ?? Number.POSITIVE_INFINITY))
        often.set(one.instrument, one)
    return [...often.values()].sort((one, other) => (one.instrument < other.instrument ? -1 : 1))
  },
  startsOn: asSigned,
  endsOn: earlier,
  reviewAfterSessions: lower,
  reEvaluateOn: earlier,
}

export const stricter = <Field extends PlanField>(
  field: Field,
  a: PlanValues[Field],
  b: PlanValues[Field],
): PlanValues[Field] => STRICTER[field](a, b)

/** Whether `value` asks for less care than `than`. */
export const isLooser = <Field extends PlanField>(
  field: Field,
  value: PlanValues[Field],
  than: PlanValues[Field],
): boolean => JSON.stringify(stricter(field, value, than)) !== JSON.stringify(stricter(field, value, value))
