/**
 * An order of units, what the e-prescriber has of it, and what came: whether they agree, and how many units one
 * order may ask for.
 *
 * An order sheet is no prescription. Nothing here raises a dose: units are counted from the dose a prescriber
 * signed. Source: S-12 of docs/clinical/rules.md. Sign-off: docs/clinical/supply.md
 */
import type { PlanValues } from './plan/shape.ts'
import { type Limits, limitAt } from './protocol.ts'
import type { Missing } from './rules/rule.ts'
import { unitsOf } from './session/units.ts'

export type OrderedSupply = { units: number; strengthMg: number }

/** What differs between an order and what the e-prescriber has. */
export type SupplyDifference = 'units' | 'strength'

export const differences = (order: OrderedSupply, entry: OrderedSupply): SupplyDifference[] => [
  ...(order.units === entry.units ? [] : (['units'] as const)),
  ...(order.strengthMg === entry.strengthMg ? [] : (['strength'] as const)),
]

/**
 * Where an order stands. `mismatch`: what the e-prescriber has is something else, and nothing that comes counts.
 * `part-came` and `too-many-came`: what came is recorded as it came, and is not what was ordered.
 */
export type OrderStanding =
  | 'withdrawn'
  | 'waiting-for-entry'
  | 'mismatch'
  | 'waiting-for-delivery'
  | 'part-came'
  | 'came'
  | 'too-many-came'

/** @param received units that came under this order */
export function orderStanding(
  order: OrderedSupply & { entry: OrderedSupply | null; isWithdrawn: boolean },
  received: number,
): OrderStanding {
  if (order.isWithdrawn) return 'withdrawn'
  if (order.entry === null) return 'waiting-for-entry'
  if (differences(order, order.entry).length > 0) return 'mismatch'
  if (received === 0) return 'waiting-for-delivery'
  if (received < order.units) return 'part-came'
  return received === order.units ? 'came' : 'too-many-came'
}

/** Units may be recorded as having come: the entry agrees, and not everything is there yet. */
export const awaitsDelivery = (standing: OrderStanding): boolean =>
  standing === 'waiting-for-delivery' || standing === 'part-came'

export type OrderLimit =
  | {
      isKnown: true
      /** What one order may ask for now; zero when there is enough. */
      most: number
      perSession: number
      /** Sessions of the plan times units for each, the signed highest number, what is there and on its way. */
      forPlan: number
      signed: number
      usedInPlan: number
      there: number
      onItsWay: number
    }
  | { isKnown: false; missing: Missing }

/**
 * The most units one order may ask for: enough for the plan's sessions and never more than the protocol's own
 * number, less what is in the house and on its way. A number nobody signed: no order.
 */
export function orderLimit(
  values: Pick<PlanValues, 'doseMg' | 'unitStrengthMg' | 'sessions'>,
  limits: Limits,
  { usedInPlan, expected, onItsWay }: { usedInPlan: number; expected: number; onItsWay: number },
): OrderLimit {
  const signed = limitAt(limits, 'refill.maxUnits')
  if (signed === undefined || !Number.isInteger(signed) || signed < 1)
    return { isKnown: false, missing: { kind: 'limit', name: 'refill.maxUnits' } }
  const perSession = Math.ceil(unitsOf(values))
  const forPlan = perSession * values.sessions
  const there = Math.max(0, expected)
  const most = Math.min(forPlan - usedInPlan - there - onItsWay, signed - there - onItsWay)
  return {
    isKnown: true,
    most: Math.max(0, most),
    ...{ perSession, forPlan, signed, usedInPlan, there, onItsWay },
  }
}
