import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'

export type Recipient = { actorId: string; accountId: string }

/** Prescribers on the patient's care team, as of now. */
export async function listPrescribers({
  trx,
  practiceId,
  patientId,
}: Scope<'tell-care-team'>): Promise<Recipient[]> {
  const rows = await trx
    .selectFrom('care_team_member as team')
    .innerJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'team.practice_id')
        .onRef('member.actor_id', '=', 'team.actor_id'),
    )
    .select(['member.actor_id', 'member.account_id'])
    .where('team.practice_id', '=', practiceId)
    .where('team.patient_id', '=', patientId)
    .where('team.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('team.until', 'is', null), eb('team.until', '>', sql<Date>`now()`)]))
    .where('member.ended_at', 'is', null)
    .where(sql<boolean>`'prescriber' = any (member.roles)`)
    .execute()
  return rows.map((row) => ({ actorId: row.actor_id, accountId: row.account_id }))
}

/** Notes that somebody is to be told, once per key. False when they have been told already. */
export async function prepareCommunication(
  { trx, practiceId, patientId }: Scope<'tell-care-team'>,
  key: string,
  recipientId: string,
): Promise<boolean> {
  await trx
    .insertInto('communication')
    .values({
      practice_id: practiceId,
      communication_key: key,
      patient_id: patientId,
      recipient_id: recipientId,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'communication_key']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('communication')
    .select('sent_at')
    .where('practice_id', '=', practiceId)
    .where('communication_key', '=', key)
    .executeTakeFirst()
  return row?.sent_at == null
}

export async function markSent(
  { trx, practiceId }: Scope<'tell-care-team'>,
  key: string,
  sentAt: Date,
): Promise<void> {
  await trx
    .updateTable('communication')
    .set({ sent_at: sentAt })
    .where('practice_id', '=', practiceId)
    .where('communication_key', '=', key)
    .where('sent_at', 'is', null)
    .execute()
}
