/**
 * A prescriber orders units, and writes beside the order what the certified e-prescriber has. The order sheet is no
 * prescription, and nothing here sends one.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { CLINICIAN_SHEET } from '../clinical/intake/parts.ts'
import type { Finding } from '../clinical/rules/rule.ts'
import { differences, type SupplyDifference } from '../clinical/supply.ts'
import type { Database } from '../database/connection.ts'
import { findLatestSheet } from '../records/answer-sheets.ts'
import { insertFindings } from '../records/findings.ts'
import {
  insertOrder,
  lockSupply,
  type NewEntry,
  updateEntry,
  withdrawOrder,
} from '../records/supply-orders.ts'
import { AppError } from '../system/errors.ts'
import { calendarDay } from '../system/time.ts'
import { judgeOrderInCourse } from './judge-supply.ts'
import { isAllInForce, orderIn, readOrderRules } from './order-rules.ts'
import { type NoOrder, type OrderRoom, orderable, readSupplyRoom } from './supply-room.ts'

type By = { by: Pick<Member, 'name'>; now: Date; timeZone: string }

export type OrderOutcome =
  | { status: 'ordered' }
  | {
      status: 'not-ordered'
      why: NoOrder | 'too-many' | 'plan-changed' | 'not-in-force' | 'open-blocks'
      most?: number
    }

/**
 * Orders units of the plan that holds, when everything is in force that has to be. Sent twice it is one order. What the
 * rules say of an order that is made, such as a basis that ends soon, is kept with it. One that is refused leaves nothing,
 * but for what the course has against it: a prescriber talks with the person, closes that with a reason, and orders.
 *
 * @param order `planVersion` is the one the prescriber had before their eyes
 */
export async function orderSupply(
  db: Database,
  vault: Vault,
  permit: Permit<'order-supply'>,
  { by, order, ...at }: By & { order: { id: string; planVersion: number; units: number } },
): Promise<OrderOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const room = await readSupplyRoom(scope, at)
    const stored = room.orders.find(({ id }) => id === order.id)
    if (stored) {
      await insertOrder(scope, { ...order, strengthMg: stored.strengthMg }, { name: by.name, at: at.now })
      return { status: 'ordered' }
    }
    const may = orderable(room)
    if (!may.mayOrder) return { status: 'not-ordered', why: may.why }
    if (room.plan?.version !== order.planVersion) return { status: 'not-ordered', why: 'plan-changed' }
    if (order.units > may.most) return { status: 'not-ordered', why: 'too-many', most: may.most }
    const { timeZone } = at
    const made = await orderIn(scope, room, { units: order.units, timeZone })
    const rules = await readOrderRules(scope, vault, at.now, made)
    if (!isAllInForce(rules)) return { status: 'not-ordered', why: 'not-in-force' }
    if (rules.openBlocks > 0) return { status: 'not-ordered', why: 'open-blocks' }
    const course = await judgeOrderInCourse(scope, room, at)
    const holds = course.found.filter(({ severity }) => severity === 'block')
    if (holds.length > 0) {
      await keepHolding(scope, vault, course.protocolVersion, holds)
      return { status: 'not-ordered', why: 'open-blocks' }
    }
    await insertOrder(scope, { ...order, strengthMg: may.strengthMg }, { name: by.name, at: at.now })
    const found = [...rules.found, ...course.found]
    await insertFindings(scope, { supplyOrderId: order.id }, rules.protocolVersion, found)
    return { status: 'ordered' }
  })
}

/** Where no order is, it is found in what a clinician recorded for it, without which there is none anyhow. */
async function keepHolding(
  scope: Scope<'order-supply'>,
  vault: Vault,
  protocolVersion: number | undefined,
  holds: readonly Finding[],
): Promise<void> {
  const sheet = await findLatestSheet(scope, await vault.keyOf(scope), CLINICIAN_SHEET)
  if (sheet) await insertFindings(scope, { answerSheetId: sheet.id }, protocolVersion, holds)
}

export type EntryOutcome =
  | { status: 'matches' }
  | { status: 'mismatch'; differs: readonly SupplyDifference[] }
  | { status: 'not-entered'; why: 'day' | 'closed' }

/**
 * Writes down what the e-prescriber has: reference, pharmacy, day, quantity, strength. What does not match is kept
 * and shown, and can be entered again; what matches never changes.
 */
export async function enterReference(
  db: Database,
  permit: Permit<'order-supply'>,
  { by, orderId, entry, ...at }: By & { orderId: string; entry: NewEntry },
): Promise<EntryOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const room = await readSupplyRoom(scope, at)
    const order = findIn(room.orders, orderId)
    const differs = differences(order, entry)
    if (order.entry && isSameEntry(order.entry, entry))
      return differs.length === 0 ? { status: 'matches' } : { status: 'mismatch', differs }
    if (order.standing !== 'waiting-for-entry' && order.standing !== 'mismatch')
      return { status: 'not-entered', why: 'closed' }
    if (entry.prescribedOn < calendarDay(order.at, at.timeZone) || entry.prescribedOn > room.today)
      return { status: 'not-entered', why: 'day' }
    await updateEntry(scope, order, entry, { name: by.name, at: at.now })
    return differs.length === 0 ? { status: 'matches' } : { status: 'mismatch', differs }
  })
}

/** Ends an order of which nothing came. Ended twice is ended once. @throws AppError conflict once something came */
export async function endOrder(
  db: Database,
  permit: Permit<'order-supply'>,
  { by, orderId, because, ...at }: By & { orderId: string; because: string },
): Promise<void> {
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new AppError('invalid', 'an order ends with a reason')
  await inScope(db, permit, async (scope) => {
    await lockSupply(scope)
    const { orders } = await readSupplyRoom(scope, at)
    const order = findIn(orders, orderId)
    if (order.withdrawn) return
    if (order.received > 0) throw new AppError('conflict', 'units of this order have come')
    await withdrawOrder(scope, orderId, { name: by.name, at: at.now, because: reason })
  })
}

export const LONGEST_REASON = 500

function findIn(orders: readonly OrderRoom[], id: string): OrderRoom {
  const order = orders.find((one) => one.id === id)
  if (!order) throw new AppError('conflict', `no order ${id} of this patient`)
  return order
}

const isSameEntry = (a: NewEntry, b: NewEntry): boolean =>
  a.reference === b.reference &&
  a.pharmacy === b.pharmacy &&
  a.units === b.units &&
  a.strengthMg === b.strengthMg &&
  a.prescribedOn === b.prescribedOn
