/**
 * One patient's plan, as it is drafted, edited, signed and kept: plain JSON.
 *
 * It names the protocol version it was drafted from, and what each value departs from with which reason.
 * What a value rests on is told by the lines of a draft (`lines.ts`) and is not kept: it can be drawn again.
 * Source and sign-off: docs/clinical/plan.md
 */
import * as z from 'zod/mini'
import { type Day, dayNumber } from '../calendar-day.ts'
import type { TherapistRequirement } from '../integration-window.ts'
import { CAUTION_LEVELS, type CautionLevel, type Route } from '../protocol/course.ts'

export type PlanValues = {
  route: Route
  /** The pharmacy's name of the form. */
  unit: string
  unitStrengthMg: number
  /** What is left in the mouth. */
  residue: 'swallow' | 'spit'
  holdMinutes: number
  /** Of the next session. A prescriber's alone: it changes with a newly signed plan and in no other way. */
  doseMg: number
  /** The most a prescriber may go up at a time. */
  stepMaxMg: number
  /** The most there may ever be under this plan. */
  ceilingMg: number
  daysBetweenSteps: number
  sessions: number
  daysBetweenSessions: number
  /** Minutes after the dose. */
  readingAtMinutes: readonly number[]
  lookInMinutes: number
  observationMinutes: number
  /** Blood pressure is also taken standing, before the dose. */
  isStandingReading: boolean
  supportPerson: SupportPersonRule
  therapist: TherapistRequirement
  integration: IntegrationOffer
  questionnaires: readonly Questionnaire[]
  startsOn: Day
  endsOn: Day
  reviewAfterSessions: number
  reEvaluateOn: Day
}
export type SupportPersonRule = {
  minimumAgeYears: number
  isSober: boolean
  /** At the person's side this long after the dose. */
  staysHours: number
}
/** Hours after a session's end in which an appointment is offered. Nobody is held to it. */
export type IntegrationOffer = { isOffered: boolean; fromHours: number; toHours: number }
/** The instrument's code, and how often it is asked. */
export type Questionnaire = { instrument: string; everyDays: number }

export const PLAN_FIELDS = [
  ...(['route', 'unit', 'unitStrengthMg', 'residue', 'holdMinutes'] as const),
  ...(['doseMg', 'stepMaxMg', 'ceilingMg', 'daysBetweenSteps'] as const),
  ...(['sessions', 'daysBetweenSessions'] as const),
  ...(['readingAtMinutes', 'lookInMinutes', 'observationMinutes', 'isStandingReading'] as const),
  ...(['supportPerson', 'therapist', 'integration', 'questionnaires'] as const),
  ...(['startsOn', 'endsOn', 'reviewAfterSessions', 'reEvaluateOn'] as const),
] as const satisfies readonly (keyof PlanValues)[]
export type PlanField = (typeof PLAN_FIELDS)[number]

/** `null`: still missing. A plan with any is not signed. */
export type OpenValues = { [Field in PlanField]: PlanValues[Field] | null }

/** Departing from the signed protocol, with a prescriber's reason. */
export type PlanException = {
  /** Of the check that asked for it: `checks.ts`. */
  code: string
  /** What it was given for, as the check printed it. Another number needs another reason. */
  planned: string
  signed: string
  reason: string
}

export type Plan = {
  shape: 1
  protocol: { version: number; contentHash: string; isInvented: boolean }
  level: CautionLevel
  values: OpenValues
  exceptions: readonly PlanException[]
}

/** A value as evidence and reasons print it. */
export const printed = (value: PlanValues[PlanField] | null): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** A plan in which nothing is missing, or undefined. */
export const wholeValues = ({ values }: Plan): PlanValues | undefined =>
  PLAN_FIELDS.every((field) => values[field] !== null) ? (values as PlanValues) : undefined

const id = z.string().check(z.minLength(1), z.maxLength(100))
const text = z.string().check(z.maxLength(2000))
const amount = z.number().check(z.positive(), z.maximum(Number.MAX_SAFE_INTEGER))
const count = z.int().check(z.minimum(1))
const from0 = z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER))
const day = z.string().check(z.refine((value) => dayNumber(value) !== undefined))

const values: z.ZodMiniType<OpenValues> = z.strictObject({
  route: z.nullable(z.enum(['sublingual', 'oral'])),
  unit: z.nullable(id),
  unitStrengthMg: z.nullable(amount),
  residue: z.nullable(z.enum(['swallow', 'spit'])),
  holdMinutes: z.nullable(from0),
  doseMg: z.nullable(amount),
  stepMaxMg: z.nullable(amount),
  ceilingMg: z.nullable(amount),
  daysBetweenSteps: z.nullable(count),
  sessions: z.nullable(count),
  daysBetweenSessions: z.nullable(count),
  readingAtMinutes: z.nullable(z.array(from0)),
  lookInMinutes: z.nullable(amount),
  observationMinutes: z.nullable(amount),
  isStandingReading: z.nullable(z.boolean()),
  supportPerson: z.nullable(
    z.strictObject({ minimumAgeYears: from0, isSober: z.boolean(), staysHours: from0 }),
  ),
  therapist: z.nullable(z.enum(['optional', 'strongly-advised', 'essential'])),
  integration: z.nullable(
    z
      .strictObject({ isOffered: z.boolean(), fromHours: from0, toHours: from0 })
      .check(z.refine(({ fromHours, toHours }) => fromHours <= toHours)),
  ),
  questionnaires: z.nullable(z.array(z.strictObject({ instrument: id, everyDays: count }))),
  startsOn: z.nullable(day),
  endsOn: z.nullable(day),
  reviewAfterSessions: z.nullable(count),
  reEvaluateOn: z.nullable(day),
})

const plan: z.ZodMiniType<Plan> = z.strictObject({
  shape: z.literal(1),
  protocol: z.strictObject({ version: count, contentHash: id, isInvented: z.boolean() }),
  level: z.enum(CAUTION_LEVELS),
  values,
  exceptions: z.array(z.strictObject({ code: id, planned: text, signed: text, reason: text })),
})

/** @returns undefined for what is no plan of this shape; it is shown to a person, never mended */
export function parsePlan(value: unknown): Plan | undefined {
  const parsed = plan.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
