/** What the rules over the course say of an order that is being made: its end, and whether it comes early. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { courseFacts } from '../clinical/course/facts-of-course.ts'
import { lossesAt, type Refill, type SupplySoFar, takenIn } from '../clinical/course/refill.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { unitsOf } from '../clinical/session/units.ts'
import { findCourseBegin, findCourseSoFar, listSwallows } from '../records/course.ts'
import { listSignedPlans } from '../records/plans.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { calendarDay } from '../system/time.ts'
import { newInCourse } from './judge-course.ts'
import type { OrderRoom, SupplyRoom } from './supply-room.ts'

export type OrderInCourse = {
  /** What nobody has before them yet, or has answered. One that blocks stops the order. */
  found: readonly Finding[]
  protocolVersion: number | undefined
}

export async function judgeOrderInCourse(
  scope: Scope<AboutPatient>,
  room: SupplyRoom,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<OrderInCourse> {
  const protocol = await findProtocolInForce(scope)
  const limits = protocol?.limits ?? {}
  const supply = { soFar: await supplySoFar(scope, room, timeZone), today: room.today }
  const facts = courseFacts({ soFar: await findCourseSoFar(scope, now), supply }, limits)
  const found = findings(JUDGED_AT.orderInCourse, facts, limits)
  return { found: await newInCourse(scope, found), protocolVersion: protocol?.version }
}

/** Orders of this course that were not withdrawn, each with the plan it was made from. */
async function supplySoFar(
  scope: Scope<AboutPatient>,
  { orders, events }: SupplyRoom,
  timeZone: string,
): Promise<SupplySoFar> {
  const begin = (await findCourseBegin(scope)) ?? new Date(0)
  const plans = new Map(
    (await listSignedPlans(scope)).map(({ version, plan }) => [version, wholeValues(plan)]),
  )
  const own = orders.filter(({ standing, at }) => standing !== 'withdrawn' && at >= begin).reverse()
  const dayOf = (at: Date) => calendarDay(at, timeZone) as Day
  const refillOf = (order: OrderRoom): Refill[] => {
    const values = plans.get(order.planVersion)
    if (!values) return []
    const first = events.find(({ orderId, event }) => orderId === order.id && event.kind === 'received')
    return [
      {
        orderedOn: dayOf(order.at),
        units: order.units,
        ...(first && { cameOn: dayOf(new Date(first.event.at)) }),
        unitsPerSession: Math.ceil(unitsOf(values)),
        daysBetweenSessions: values.daysBetweenSessions,
      },
    ]
  }
  const all = lossesAt(
    events.map(({ event }) => event),
    takenIn(await listSwallows(scope)),
  )
  return {
    refills: own.flatMap(refillOf),
    lossesAt: all.filter((at) => at >= begin.getTime()),
    lastOrderAt: own.at(-1)?.at.getTime(),
  }
}
