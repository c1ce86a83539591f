/** Who has looked at what a patient did with their own way. */
import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import { OWN_STEP } from './way.ts'

/** Notes that the actor has what the person told of their own steps before their eyes. The first time counts. */
export async function noteOwnStepsSeen(
  { trx, practiceId, patientId, actorId }: Scope<'read-chart'>,
  by: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set({ seen_by: actorId, seen_by_name: by, seen_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`starts_with(cause, ${OWN_STEP})`)
    .where('seen_at', 'is', null)
    .execute()
}
