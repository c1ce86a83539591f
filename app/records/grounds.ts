/** What has to be in force on a day, put together from everything that records it. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { JourneyTables } from '../database/journey-tables.ts'

export const GROUND_SUBJECTS = ['telehealth-basis', 'licence'] as const
export type GroundSubject = JourneyTables['standing_ground']['subject']
export const isGroundSubject = (value: unknown): value is GroundSubject =>
  (GROUND_SUBJECTS as readonly unknown[]).includes(value)

export type Ground = {
  subject: GroundSubject
  /** Two letters: where it holds. */
  state: string
  /** 'YYYY-MM-DD'; both days are inside. */
  fromOn: string
  endsOn: string
  by: string
  at: Date
}

/** Every ground recorded, the latest first. */
export async function listGrounds({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<Ground[]> {
  const rows = await trx
    .selectFrom('standing_ground')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    subject: row.subject,
    state: row.state,
    fromOn: row.from_on,
    endsOn: row.ends_on,
    by: row.recorded_by_name,
    at: row.recorded_at,
  }))
}

/** Records one ground. The same one again is harmless. */
export async function insertGround(
  { trx, practiceId, patientId, actorId }: Scope<'book-session'>,
  id: string,
  ground: Ground,
): Promise<void> {
  await trx
    .insertInto('standing_ground')
    .values({
      practice_id: practiceId,
      ground_id: id,
      patient_id: patientId,
      subject: ground.subject,
      state: ground.state,
      from_on: ground.fromOn,
      ends_on: ground.endsOn,
      recorded_by: actorId,
      recorded_by_name: ground.by,
      recorded_at: ground.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'ground_id']).doNothing())
    .execute()
}
