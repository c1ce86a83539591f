/** What a patient did with their own way, such as a break, and who has looked at it. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'

/** Alerts raised by a person's own step begin with this. */
export const OWN_STEP = 'own-step'

export type OwnStep = { at: Date; isInCover: boolean; seen?: { by: string; at: Date } }

/** The last one, as the practice was told of it. */
export async function findOwnStep({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<OwnStep | undefined> {
  const row = await trx
    .selectFrom('alert')
    .select(['raised_at', 'is_in_cover', 'seen_by_name', 'seen_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`starts_with(cause, ${OWN_STEP})`)
    .orderBy('raised_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { seen_by_name: by, seen_at: at } = row
  return {
    at: row.raised_at,
    isInCover: row.is_in_cover,
    ...(by !== null && at !== null && { seen: { by, at } }),
  }
}

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
