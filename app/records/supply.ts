/** The units in one patient's house: movements, counts and explanations, as clinical/unit-count.ts adds them up. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { UnitEvent } from '../clinical/unit-count.ts'
import { AppError } from '../system/errors.ts'

export type StoredUnitEvent = {
  event: UnitEvent
  /** The order a delivery belongs to. */
  orderId: string | null
  recordedBy: string
  recordedAs: string
  recordedAt: Date
}

/** Everything recorded, in the order it happened. */
export async function listUnitEvents({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<StoredUnitEvent[]> {
  const rows = await trx
    .selectFrom('unit_event')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('happened_at')
    .orderBy('unit_event_id')
    .execute()
  return rows.map((row) => ({
    event: row.event,
    orderId: row.supply_order_id,
    recordedBy: row.recorded_by_name,
    recordedAs: row.recorded_as,
    recordedAt: row.recorded_at,
  }))
}

/**
 * Records one event under its own id. The same event again is harmless; another under a stored id is refused.
 *
 * @param about who records it and when; the order, where a delivery is recorded
 * @throws AppError conflict
 */
export async function insertUnitEvent(
  { trx, practiceId, patientId, actorId, role }: Scope<AboutPatient>,
  event: UnitEvent,
  about: { by: string; at: Date; orderId?: string },
): Promise<'stored' | 'already-stored'> {
  const inserted = await trx
    .insertInto('unit_event')
    .values({
      practice_id: practiceId,
      unit_event_id: event.id,
      patient_id: patientId,
      supply_order_id: about.orderId ?? null,
      event: JSON.stringify(event),
      happened_at: new Date(event.at),
      recorded_by: actorId,
      recorded_by_name: about.by,
      recorded_as: role,
      recorded_at: about.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'unit_event_id']).doNothing())
    .returning('unit_event_id')
    .executeTakeFirst()
  if (inserted) return 'stored'
  const same = await trx
    .selectFrom('unit_event')
    .select('unit_event_id')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('unit_event_id', '=', event.id)
    .where(sql<boolean>`event = ${JSON.stringify(event)}::jsonb`)
    .executeTakeFirst()
  if (!same) throw new AppError('conflict', `unit event ${event.id} is stored with other content`)
  return 'already-stored'
}
