/** What a patient did with their own way, such as a break, and who has looked at it. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { OWN_STEP } from './news.ts'

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
    .where(sql<boolean>`starts_with(cause, ${`${OWN_STEP} `})`)
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
