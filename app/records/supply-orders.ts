/** Order sheets, with what the e-prescriber has beside each. Migration 0010 holds the same rules. */
import { type Selectable, sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { EarlierReference } from '../database/journey-tables.ts'
import type { Tables } from '../database/tables.ts'
import { AppError } from '../system/errors.ts'

export type NewOrder = {
  /** Made with the page, so that sending twice is ordering once. */
  id: string
  planVersion: number
  units: number
  strengthMg: number
}

/** As the e-prescriber has it. */
export type NewEntry = {
  reference: string
  pharmacy: string
  units: number
  strengthMg: number
  /** 'YYYY-MM-DD' */
  prescribedOn: string
}

export type SupplyEntry = NewEntry & { by: string; at: Date }

export type SupplyOrder = NewOrder & {
  by: string
  at: Date
  entry: SupplyEntry | null
  /** Entries that did not match and were entered again, the oldest first. */
  earlier: readonly EarlierReference[]
  withdrawn: { by: string; at: Date; because: string } | null
}

const ordersOf = ({ trx, practiceId, patientId }: Scope<AboutPatient>) =>
  trx
    .selectFrom('supply_order')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)

/** Every order, the latest first. */
export async function listOrders(scope: Scope<AboutPatient>): Promise<SupplyOrder[]> {
  const rows = await ordersOf(scope).orderBy('ordered_at', 'desc').orderBy('supply_order_id').execute()
  return rows.map(orderOf)
}

export async function findOrder(scope: Scope<AboutPatient>, id: string): Promise<SupplyOrder | undefined> {
  const row = await ordersOf(scope).where('supply_order_id', '=', id).executeTakeFirst()
  return row && orderOf(row)
}

/** One after the other for one patient's supply, until the end of the transaction. */
export async function lockSupply({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`supply ${practiceId} ${patientId}`}, 0))`.execute(
    trx,
  )
}

/** @throws AppError conflict when something else stands under this id */
export async function insertOrder(
  scope: Scope<'order-supply'>,
  order: NewOrder,
  { name, at }: { name: string; at: Date },
): Promise<'stored' | 'already-stored'> {
  const { trx, practiceId, patientId, actorId } = scope
  const inserted = await trx
    .insertInto('supply_order')
    .values({
      practice_id: practiceId,
      supply_order_id: order.id,
      patient_id: patientId,
      plan_version: order.planVersion,
      units: order.units,
      strength_mg: order.strengthMg,
      ordered_by: actorId,
      ordered_by_name: name,
      ordered_at: at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'supply_order_id']).doNothing())
    .returning('supply_order_id')
    .executeTakeFirst()
  if (inserted) return 'stored'
  const stored = await findOrder(scope, order.id)
  const isSame =
    stored?.planVersion === order.planVersion &&
    stored.units === order.units &&
    stored.strengthMg === order.strengthMg
  if (!isSame) throw new AppError('conflict', `order ${order.id} is stored with other content`)
  return 'already-stored'
}

/** Writes what the e-prescriber has. What stood there before is kept beside it. */
export async function updateEntry(
  { trx, practiceId, patientId, actorId }: Scope<'order-supply'>,
  order: SupplyOrder,
  entry: NewEntry,
  { name, at }: { name: string; at: Date },
): Promise<void> {
  const { entry: before } = order
  const earlier = before ? [...order.earlier, { ...before, at: before.at.toISOString() }] : order.earlier
  await trx
    .updateTable('supply_order')
    .set({
      reference: entry.reference,
      pharmacy: entry.pharmacy,
      reference_units: entry.units,
      reference_strength_mg: entry.strengthMg,
      prescribed_on: entry.prescribedOn,
      referenced_by: actorId,
      referenced_by_name: name,
      referenced_at: at,
      earlier_references: JSON.stringify(earlier),
    })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('supply_order_id', '=', order.id)
    .execute()
}

/** Ends an order of which nothing came. */
export async function withdrawOrder(
  { trx, practiceId, patientId }: Scope<'order-supply'>,
  id: string,
  { name, at, because }: { name: string; at: Date; because: string },
): Promise<void> {
  await trx
    .updateTable('supply_order')
    .set({ withdrawn_at: at, withdrawn_by_name: name, withdrawn_because: because })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('supply_order_id', '=', id)
    .execute()
}

function orderOf(row: Selectable<Tables['supply_order']>): SupplyOrder {
  const { withdrawn_at: endedAt, withdrawn_by_name: endedBy, withdrawn_because: because } = row
  return {
    id: row.supply_order_id,
    planVersion: row.plan_version,
    units: row.units,
    strengthMg: Number(row.strength_mg),
    by: row.ordered_by_name,
    at: row.ordered_at,
    entry: entryOf(row),
    earlier: row.earlier_references,
    withdrawn:
      endedAt === null || endedBy === null || because === null ? null : { by: endedBy, at: endedAt, because },
  }
}

function entryOf(row: Selectable<Tables['supply_order']>): SupplyEntry | null {
  const { reference, pharmacy, reference_units: units, reference_strength_mg: strength } = row
  const { prescribed_on: prescribedOn, referenced_by_name: by, referenced_at: at } = row
  if (reference === null || pharmacy === null || units === null || strength === null) return null
  if (prescribedOn === null || by === null || at === null) return null
  return { reference, pharmacy, units, strengthMg: Number(strength), prescribedOn, by, at }
}
