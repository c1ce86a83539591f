/**
 * What has to be in force before a controlled medicine is ordered: the rule calendar of that day, where the person is,
 * and the rules that stop an order. Read anew for each order, because days pass and consents are taken back.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { type Day, daysFrom } from '../clinical/calendar-day.ts'
import type { CourseFacts } from '../clinical/facts/course.ts'
import type { IntakeFacts } from '../clinical/facts/intake.ts'
import { intakeFactsOf } from '../clinical/intake/facts-of.ts'
import { wordOf } from '../clinical/intake/question.ts'
import type { PlanProtocol } from '../clinical/plan.ts'
import { type CalendarEntry, isClosed } from '../clinical/rule-calendar.ts'
import { expiry } from '../clinical/rules/course/end-of-course.ts'
import { consents, location, telehealthBasis } from '../clinical/rules/intake/consent-and-basis.ts'
import { pdmpQueryDue } from '../clinical/rules/intake/monitoring-programme.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { countOpenBlocks } from '../records/findings.ts'
import { readIntake } from '../records/intake.ts'
import { calendarOn, readInForce } from './in-force.ts'
import { intakeIn } from './intake-facts.ts'

/** B16, B31, B32, B33. With F15 all that a rule says of the day an order is made. */
const OF_INTAKE = [pdmpQueryDue, consents, telehealthBasis, location]

export type OrderRules = {
  /** Everything that has to be in force, closed first. */
  calendar: readonly CalendarEntry[]
  /** What fires or cannot be judged, strongest first. */
  found: readonly Finding[]
  /** Findings that block and that no prescriber has closed, wherever they were found. */
  openBlocks: number
  /** Whose limits were used. */
  protocolVersion: number | undefined
}

export async function readOrderRules(
  scope: Scope<AboutPatient>,
  vault: Vault,
  now: Date,
): Promise<OrderRules> {
  const stored = await readIntake(scope, await vault.keyOf(scope))
  const intake = intakeIn(stored, now)
  const known = await readInForce(scope)
  const { protocol } = known
  const limits = protocol?.limits ?? {}
  const facts = intakeFactsOf(intake, limits)
  const course: CourseFacts = {
    protocolDaysLeft: daysLeft(protocol, intake.today),
    telehealthBasisDaysLeft: facts.telehealthBasisDaysLeft,
  }
  return {
    calendar: calendarOn(known, intake.today, {
      state: facts.stateOfLocation,
      timeZone: stored.timeZone,
      pdmpAskedOn: wordOf(intake.clinician, 'pdmpAskedOn'),
    }),
    found: [
      ...findings<IntakeFacts>(OF_INTAKE, facts, limits),
      ...findings<CourseFacts>([expiry], course, limits),
    ],
    openBlocks: await countOpenBlocks(scope),
    protocolVersion: protocol?.version,
  }
}

/** Negative: over. A last day nobody gave is not known. */
function daysLeft(protocol: PlanProtocol | undefined, today: Day): number | undefined {
  const endsOn = protocol?.inForce.endsOn
  return endsOn === undefined ? undefined : daysFrom(today, endsOn)
}

/** Rules that stop an order. Nobody opens them here: what they ask is put right instead. */
export const stopping = ({ found }: Pick<OrderRules, 'found'>): Finding[] =>
  found.filter(({ severity }) => severity === 'block')

/** Whether everything is in force that has to be. An open finding that blocks is asked by itself. */
export const isAllInForce = (rules: Pick<OrderRules, 'calendar' | 'found'>): boolean =>
  !isClosed(rules.calendar) && stopping(rules).length === 0
