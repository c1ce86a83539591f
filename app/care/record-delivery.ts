/**
 * Units came: the coordinator says so, or the patient. With the whole of an order that matches its entry the person
 * is supplied, in the same transaction.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import { orderStanding } from '../clinical/supply.ts'
import type { UnitEvent } from '../clinical/unit-count.ts'
import type { Database } from '../database/connection.ts'
import { stepEnrolment } from '../records/enrolments.ts'
import { insertUnitEvent } from '../records/supply.ts'
import { lockSupply } from '../records/supply-orders.ts'
import { awaited, type OrderRoom, readSupplyRoom } from './supply-room.ts'

export type NewDelivery = {
  /** Made with the page, so that sending twice is one delivery. */
  id: string
  orderId: string
  units: number
  lot: string
  /** 'YYYY-MM-DD'; undefined where the label has none. */
  expiresOn: string | undefined
}

/** `mismatch`: the e-prescriber's entry differs or is missing. `already-there`: all of this order is on record. */
export type DeliveryOutcome =
  | { status: 'recorded'; order: Pick<OrderRoom, 'standing' | 'units' | 'received'> }
  | { status: 'not-recorded'; why: 'no-order' | 'mismatch' | 'already-there' | 'withdrawn' }

/** What came is recorded as it came. @throws AppError conflict when something else stands under this id */
export async function recordDelivery(
  db: Database,
  permit: Permit<'record-supply' | 'confirm-supply'>,
  { by, delivery, ...at }: { by: Pick<Member, 'name'>; delivery: NewDelivery; now: Date; timeZone: string },
): Promise<DeliveryOutcome> {
  return inScope(db, permit, async (scope): Promise<DeliveryOutcome> => {
    await lockSupply(scope)
    const room = await readSupplyRoom(scope, at)
    const order = room.orders.find(({ id }) => id === delivery.orderId)
    if (!order) return { status: 'not-recorded', why: 'no-order' }
    const stored = room.events.find(({ event }) => event.id === delivery.id)
    const writer = { by: by.name, at: at.now, orderId: order.id }
    if (stored) {
      await insertUnitEvent(scope, eventOf(delivery, stored.event.at), writer)
      return { status: 'recorded', order }
    }
    if (!awaited(room).includes(order))
      return { status: 'not-recorded', why: WHY_NOT[order.standing] ?? 'mismatch' }
    await insertUnitEvent(scope, eventOf(delivery, at.now.getTime()), writer)
    const received = order.received + delivery.units
    const standing = orderStanding({ ...order, isWithdrawn: false }, received)
    if (standing === 'came' && room.state === 'accepted')
      await stepEnrolment(scope, { to: 'supplied', by: by.name, at: at.now, isByRecord: true })
    return { status: 'recorded', order: { standing, units: order.units, received } }
  })
}

const WHY_NOT: Partial<Record<OrderRoom['standing'], 'already-there' | 'withdrawn'>> = {
  came: 'already-there',
  'too-many-came': 'already-there',
  withdrawn: 'withdrawn',
}

const eventOf = ({ id, lot, units, expiresOn }: NewDelivery, at: number): UnitEvent => ({
  ...{ kind: 'received', id, at, lot, units },
  ...(expiresOn === undefined ? {} : { expiresOn }),
})
