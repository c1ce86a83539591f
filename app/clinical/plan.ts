/**
 * Drafting one patient's plan from the signed protocol and the patient's own facts.
 *
 * The draft is a proposal to a prescriber, who edits, decides and signs. It never asks for more of the medicine
 * than the protocol's start at the patient's level of caution or the plan signed before, whichever is less; the
 * way up is a prescriber's alone. It reads nothing of how deep a session went, and aims at nothing there.
 * Source and sign-off: docs/clinical/plan.md
 */
import type { Day } from './calendar-day.ts'
import { type CautionReading, cautionLevel, isMoreCareful, moreCareful } from './plan/caution.ts'
import type { PlanFacts } from './plan/facts.ts'
import { type PlanLine, type PlanLines, protocolLines } from './plan/lines.ts'
import {
  type OpenValues,
  PLAN_FIELDS,
  type Plan,
  type PlanField,
  type PlanValues,
  printed,
} from './plan/shape.ts'
import { isLooser, stricter } from './plan/strictness.ts'
import type { CautionLevel } from './protocol/course.ts'
import type { Limits } from './protocol.ts'
import type { Term } from './rule-calendar.ts'

/** One version of the practice's protocol, as its records keep it. */
export type PlanProtocol = {
  version: number
  /** Of what was signed. A plan drafted from other content is another plan. */
  contentHash: string
  limits: Limits
  /** By the medical director and, where the practice asks for it, a second person. */
  isSigned: boolean
  /** A demo's numbers, made up. */
  isInvented: boolean
  /** From when to when it holds. An end nobody gave is not "no end". */
  inForce: Term
}

export type DraftContext = {
  /** First day of a new course. */
  startsOn: Day
  /** The plan signed last, if there is one. */
  previous?: Plan | undefined
  /** The prescriber asks for a more careful plan than the facts do. */
  atLeast?: CautionLevel | undefined
}

export type Draft = {
  plan: Plan
  caution: CautionReading
  /** One for each field, in the order of `PLAN_FIELDS`. */
  lines: readonly PlanLine[]
}

/**
 * Total: any facts and any protocol have a draft, with `null` where something is missing or to be chosen.
 *
 * A plan signed before is never loosened by drawing it again: of its value and the protocol's the stricter stands.
 * Inside a course the first day stays, so that drawing it anew makes no course longer.
 */
export function draftPlan(facts: PlanFacts, protocol: PlanProtocol, context: DraftContext): Draft {
  const { previous } = context
  const caution = cautionLevel(facts, protocol.limits)
  const level = moreCareful(caution.level, context.atLeast ?? 'usual')
  const startsOn = isSameCourse(previous, context.startsOn) ? previous.values.startsOn : context.startsOn
  const byProtocol = protocolLines(
    { facts, limits: protocol.limits, level, startsOn: startsOn ?? context.startsOn },
    protocol.version,
  )
  const lines = previous ? afterPrevious(byProtocol, previous, level, context.startsOn) : byProtocol
  return {
    plan: {
      shape: 1,
      protocol: {
        version: protocol.version,
        contentHash: protocol.contentHash,
        isInvented: protocol.isInvented,
      },
      level,
      values: Object.fromEntries(PLAN_FIELDS.map((field) => [field, lines[field].value])) as OpenValues,
      exceptions: [],
    },
    caution,
    lines: PLAN_FIELDS.map((field) => lines[field]),
  }
}

/** As long as the plan signed before has not ended. On its last day it has not. */
export const isSameCourse = (previous: Plan | undefined, on: Day): previous is Plan =>
  previous?.values.endsOn != null && previous.values.endsOn >= on

function afterPrevious(byProtocol: PlanLines, previous: Plan, level: CautionLevel, on: Day): PlanLines {
  const isSame = isSameCourse(previous, on)
  const line = <Field extends PlanField>(field: Field): PlanLine<Field> => {
    const drawn = byProtocol[field]
    const isKept = isSame || (field !== 'endsOn' && field !== 'reEvaluateOn')
    return isKept ? stricterLine(drawn, previous.values[field]) : drawn
  }
  const lines = Object.fromEntries(PLAN_FIELDS.map((field) => [field, line(field)])) as PlanLines
  return { ...lines, doseMg: doseAfter(byProtocol.doseMg, lines, previous, level, isSame) }
}

function stricterLine<Field extends PlanField>(
  line: PlanLine<Field>,
  before: PlanValues[Field] | null,
): PlanLine<Field> {
  const { field, value, options = [] } = line
  if (before === null) return line
  if (value === null) return options.some((option) => option === before) ? fromPrevious(line, before) : line
  if (!isLooser(field, value, before)) return line
  return fromPrevious(line, stricter(field, value, before))
}

function fromPrevious<Field extends PlanField>(
  { options: _, ...line }: PlanLine<Field>,
  value: PlanValues[Field],
): PlanLine<Field> {
  return { ...line, value, why: 'previous', evidence: { ...line.evidence, previous: printed(value) } }
}

/**
 * The dose signed last, and never more of it. In a new course, or where facts have come to ask for more care than it
 * was signed under, no more than the start at this level; where the highest has come down, no more than that.
 */
function doseAfter(
  start: PlanLine<'doseMg'>,
  lines: PlanLines,
  previous: Plan,
  level: CautionLevel,
  isSame: boolean,
): PlanLine<'doseMg'> {
  const before = previous.values.doseMg
  const highest = lines.ceilingMg.value
  if (start.value === null || before === null || highest === null) return start
  const beginsAnew = !isSame || isMoreCareful(level, previous.level)
  const top = beginsAnew ? Math.min(start.value, highest) : highest
  return fromPrevious(start, Math.min(before, top))
}
