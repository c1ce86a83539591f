/**
 * What has to be in force before a controlled medicine is ordered: the rule calendar of that day, where the person is,
 * and the rules that stop an order. Read anew for each order, with the order that is being made, because days pass,
 * protocols change and consents are taken back.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { courseFacts } from '../clinical/course/facts-of-course.ts'
import type { Order } from '../clinical/facts/conditions.ts'
import type { IntakeFacts } from '../clinical/facts/intake.ts'
import { intakeFactsOf } from '../clinical/intake/facts-of.ts'
import { wordOf } from '../clinical/intake/question.ts'
import { orderOf } from '../clinical/plan/order-of.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import { type CalendarEntry, isClosed } from '../clinical/rule-calendar.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { countOpenBlocks } from '../records/findings.ts'
import { readIntake } from '../records/intake.ts'
import { listSignedPlans } from '../records/plans.ts'
import { calendarDay } from '../system/time.ts'
import { calendarOn, readInForce } from './in-force.ts'
import { intakeIn } from './intake-facts.ts'
import type { SupplyRoom } from './supply-room.ts'

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

/** @param order what is being ordered; `none-yet` where nothing can be, and then no rule speaks of it */
export async function readOrderRules(
  scope: Scope<AboutPatient>,
  vault: Vault,
  now: Date,
  order: Order | 'none-yet',
): Promise<OrderRules> {
  const stored = await readIntake(scope, await vault.keyOf(scope))
  const intake = intakeIn(stored, now)
  const known = await readInForce(scope)
  const { protocol } = known
  const limits = protocol?.limits ?? {}
  const facts: IntakeFacts = { ...intakeFactsOf(intake, limits), order }
  const expiry = {
    ...{ protocolEndsOn: protocol?.inForce.endsOn, today: intake.today },
    basisDaysLeft: facts.telehealthBasisDaysLeft,
  }
  const course = courseFacts({ expiry }, limits)
  return {
    calendar: calendarOn(known, intake.today, {
      state: facts.stateOfLocation,
      timeZone: stored.timeZone,
      pdmpAskedOn: wordOf(intake.clinician, 'pdmpAskedOn'),
    }),
    found: [...findings(JUDGED_AT.order, facts, limits), ...findings(JUDGED_AT.orderTerms, course, limits)],
    openBlocks: await countOpenBlocks(scope),
    protocolVersion: protocol?.version,
  }
}

/** So many units of the plan that holds, as an order beside those that stand; `none-yet` without a whole plan. */
export async function orderIn(
  scope: Scope<AboutPatient>,
  { plan, protocol, orders, events, today }: SupplyRoom,
  { units, timeZone }: { units: number; timeZone: string },
): Promise<Order | 'none-yet'> {
  const values = plan && wholeValues(plan.plan)
  if (!values) return 'none-yet'
  const doses = new Map(
    (await listSignedPlans(scope)).map((one) => [one.version, one.plan.values.doseMg] as const),
  )
  return orderOf({
    ...{ values, units, today },
    checks: plan.plan.protocol.contentHash === protocol?.contentHash ? plan.checks : [],
    hasCome: events.some(({ event }) => event.kind === 'received'),
    earlier: orders
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ at, planVersion }) => ({
        on: calendarDay(at, timeZone),
        doseMg: doses.get(planVersion) ?? Number.NaN,
      }))
      .reverse(),
  })
}

/** Rules that stop an order. Nobody opens them here: what they ask is put right instead. */
export const stopping = ({ found }: Pick<OrderRules, 'found'>): Finding[] =>
  found.filter(({ severity }) => severity === 'block')

/** Whether everything is in force that has to be. An open finding that blocks is asked by itself. */
export const isAllInForce = (rules: Pick<OrderRules, 'calendar' | 'found'>): boolean =>
  !isClosed(rules.calendar) && stopping(rules).length === 0
