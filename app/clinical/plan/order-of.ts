/**
 * The order a prescriber is making, in the numbers that rules B34 and B42 compare with the signed protocol.
 *
 * Its dose is the signed plan's; nothing here proposes one. Source: rules B34 and B42.
 * Sign-off: docs/clinical/supply.md
 */
import { type Day, daysFrom } from '../calendar-day.ts'
import type { Order, OrderNumber } from '../facts/conditions.ts'
import type { CheckCode, PlanCheck } from './checks.ts'
import type { PlanValues } from './shape.ts'

/** Which number of an order each departure of a plan is about. */
const ABOUT: { readonly [Code in CheckCode]?: OrderNumber } = {
  'first-dose-above-band': 'doseMg',
  'first-dose-below-band': 'doseMg',
  'dose-above-band': 'doseMg',
  'raised-too-far': 'stepMg',
  'raised-too-soon': 'daysSinceLastStep',
  'spacing-shorter': 'daysBetweenSessions',
}

/** Said of the plan before. They hold where the order before was made from the same dose. */
const STEPS: readonly CheckCode[] = ['raised-too-far', 'raised-too-soon']

type Ordering = {
  /** Of the plan that holds. */
  values: Pick<PlanValues, 'doseMg' | 'unitStrengthMg' | 'daysBetweenSessions'>
  /** What was said of the plan when it was signed; none where another protocol holds today than the plan's own. */
  checks: readonly PlanCheck[]
  units: number
  /** Something of an earlier order has come into the house. */
  hasCome: boolean
  /** Orders that stand, the oldest first, with the dose of the plan each was made from. */
  earlier: readonly { on: Day; doseMg: number }[]
  today: Day
}

/**
 * A first order is one before anything has come. The step is counted from the order before, and the days from the
 * last order whose dose was above the one before it.
 */
export function orderOf({ values, checks, units, hasCome, earlier, today }: Ordering): Order {
  const { doseMg, unitStrengthMg, daysBetweenSessions } = values
  const last = earlier.at(-1)
  const isReasoned = ({ code, severity, signed, reason = '' }: PlanCheck): boolean =>
    STEPS.includes(code)
      ? reason.trim() !== '' && signed === String(last?.doseMg)
      : severity === 'note' || reason.trim() !== ''
  const raised = earlier.findLast((one, index) => one.doseMg > (earlier[index - 1]?.doseMg ?? one.doseMg))
  return {
    ...{ unitStrengthMg, doseMg, units, daysBetweenSessions },
    stepMg: !hasCome || last === undefined ? 'first-order' : doseMg - last.doseMg,
    daysSinceLastStep: raised === undefined ? 'never' : (daysFrom(raised.on, today) ?? Number.NaN),
    departsIn: [...new Set(checks.filter(isReasoned).flatMap(({ code }) => ABOUT[code] ?? []))],
  }
}
