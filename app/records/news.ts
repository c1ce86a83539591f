/** What is new of a person without anybody having to run: an alert to be seen, found on the list of people. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'

/** The first word of the cause. They took a step of their own, such as a break. */
export const OWN_STEP = 'own-step'
/** They took a consent back. */
export const OWN_CONSENT = 'own-consent'
/** They counted other units than there should be. */
export const UNIT_COUNT = 'unit-count'
/** Their therapist called off the appointment after a session. */
export const INTEGRATION_OFF = 'integration-off'

export const NEWS = [OWN_STEP, OWN_CONSENT, UNIT_COUNT, INTEGRATION_OFF] as const
export type News = (typeof NEWS)[number]

/** Notes that the actor has this before their eyes. The first time counts. */
export async function noteNewsSeen(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  news: readonly News[],
  by: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set({ seen_by: actorId, seen_by_name: by, seen_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql`split_part(cause, ' ', 1)`, 'in', news)
    .where('seen_at', 'is', null)
    .execute()
}
