/** One patient's supply, read together in one transaction: the plan that holds, orders, what came, and the count. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Day } from '../clinical/calendar-day.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import type { PlanProtocol } from '../clinical/plan.ts'
import {
  awaitsDelivery,
  type OrderLimit,
  type OrderStanding,
  orderLimit,
  orderStanding,
} from '../clinical/supply.ts'
import { type ReleaseNeeds, releaseNeeds, type UnitCount, unitCount } from '../clinical/unit-count.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { findSignedPlan, type SignedPlan } from '../records/plans.ts'
import { findPlanProtocol } from '../records/protocol-versions.ts'
import { listUnitEvents, type StoredUnitEvent } from '../records/supply.ts'
import { listOrders, type SupplyOrder } from '../records/supply-orders.ts'
import { calendarDay } from '../system/time.ts'

export type OrderRoom = SupplyOrder & {
  standing: OrderStanding
  /** Units that came under it. */
  received: number
}

export type SupplyRoom = {
  state: EnrolmentState | undefined
  plan: SignedPlan | undefined
  protocol: PlanProtocol | undefined
  /** The latest first. */
  orders: readonly OrderRoom[]
  /** In the order they happened. */
  events: readonly StoredUnitEvent[]
  count: UnitCount
  needs: ReleaseNeeds
  today: Day
}

export async function readSupplyRoom(
  scope: Scope<AboutPatient>,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<SupplyRoom> {
  const events = await listUnitEvents(scope)
  const today = calendarDay(now, timeZone)
  const count = unitCount(
    events.map(({ event }) => event),
    today,
  )
  const orders = (await listOrders(scope)).map((order) => {
    const received = receivedOf(events, order.id)
    const standing = orderStanding({ ...order, isWithdrawn: order.withdrawn !== null }, received)
    return { ...order, received, standing }
  })
  return {
    state: (await findEnrolment(scope))?.state,
    plan: await findSignedPlan(scope),
    protocol: await findPlanProtocol(scope),
    orders,
    events,
    count,
    needs: releaseNeeds(count),
    today,
  }
}

const receivedOf = (events: readonly StoredUnitEvent[], orderId: string): number =>
  events.reduce(
    (sum, { event, orderId: of }) => (of === orderId && event.kind === 'received' ? sum + event.units : sum),
    0,
  )

/** Why nothing is ordered now. */
export type NoOrder =
  | 'no-plan'
  | 'plan-ended'
  | 'protocol-not-in-force'
  | 'limit-missing'
  | 'state'
  | 'a-count'
  | 'a-conversation'
  | 'enough'

/** From the plan that holds to the end of the programme, a session's own day left out. */
const OPEN: readonly EnrolmentState[] = ['accepted', 'supplied', 'ready', 'integrating', 're-evaluation-due']

export type Orderable =
  | { mayOrder: true; most: number; limit: Extract<OrderLimit, { isKnown: true }>; strengthMg: number }
  | { mayOrder: false; why: NoOrder }

/** Whether units may be ordered now, and how many at most. Nothing missing ever lets an order through. */
export function orderable({
  state,
  plan,
  protocol,
  orders,
  events,
  count,
  needs,
  today,
}: SupplyRoom): Orderable {
  const no = (why: NoOrder): Orderable => ({ mayOrder: false, why })
  const values = plan && wholeValues(plan.plan)
  if (!values) return no('no-plan')
  if (values.endsOn < today) return no('plan-ended')
  const { fromOn = today, endsOn } = protocol?.inForce ?? {}
  if (!protocol || endsOn === undefined || endsOn < today || fromOn > today)
    return no('protocol-not-in-force')
  if (state === undefined || !OPEN.includes(state)) return no('state')
  if (needs !== 'nothing') return no(needs)
  const onItsWay = orders
    .filter(({ standing }) => standing !== 'withdrawn')
    .reduce((sum, { units, received }) => sum + Math.max(0, units - received), 0)
  const usedInPlan = events.reduce(
    (sum, { event }) =>
      event.kind === 'used' && event.at >= Date.parse(values.startsOn) ? sum + event.units : sum,
    0,
  )
  const limit = orderLimit(values, protocol.limits, { usedInPlan, expected: count.expected, onItsWay })
  if (!limit.isKnown) return no('limit-missing')
  if (limit.most === 0) return no('enough')
  return { mayOrder: true, most: limit.most, limit, strengthMg: values.unitStrengthMg }
}

/** The orders of which something may be recorded as having come. */
export const awaited = ({ orders }: Pick<SupplyRoom, 'orders'>): OrderRoom[] =>
  orders.filter(({ standing }) => awaitsDelivery(standing))
