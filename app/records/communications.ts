import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { PersonRole } from '../access/actor.ts'
import type { Scope } from '../access/permit.ts'

export type Recipient = { actorId: string; accountId: string }

/** Who on the patient's care team has this role, as of now. */
export async function listOnCareTeam(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  role: PersonRole,
): Promise<Recipient[]> {
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
    .where(sql<boolean>`${role} = any (member.roles)`)
    .execute()
  return rows.map((row) => ({ actorId: row.actor_id, accountId: row.account_id }))
}

/**
 * Somebody of this patient's, or the patient, by their id: where mail goes, and as whom they read it. Of the patient's
 * own people nobody is written to who has no access any more; who keeps the safety of an open session still is.
 */
export async function findRecipient(
  { trx, practiceId, patientId }: Scope<'tell-person'>,
  actorId: string,
): Promise<(Recipient & { roles: readonly string[] }) | undefined> {
  const row = await trx
    .selectFrom('member')
    .select(['actor_id', 'account_id', 'roles'])
    .where('practice_id', '=', practiceId)
    .where('actor_id', '=', actorId)
    .where('ended_at', 'is', null)
    .where(({ or, exists, not, selectFrom }) =>
      or([
        not(sql<boolean>`roles && array['support-person', 'therapist']`),
        sql<boolean>`access.keeps_safety(actor_id)`,
        exists(
          selectFrom('care_team_member as team')
            .select('team.actor_id')
            .whereRef('team.practice_id', '=', 'member.practice_id')
            .whereRef('team.actor_id', '=', 'member.actor_id')
            .where('team.patient_id', '=', patientId)
            .where('team.revoked_at', 'is', null)
            .where(sql<boolean>`(team.until is null or team.until > now())`),
        ),
      ]),
    )
    .executeTakeFirst()
  return row && { actorId: row.actor_id, accountId: row.account_id, roles: row.roles }
}

/** Made of cause and recipient: one cause tells one person once. */
export const communicationKey = (causeId: string, recipientId: string) => `${causeId} ${recipientId}`

/** Whether somebody is to be told, or has been. */
export async function isBeingTold({ trx, practiceId }: Scope<AboutPatient>, key: string): Promise<boolean> {
  const row = await trx
    .selectFrom('communication')
    .select('communication_key')
    .where('practice_id', '=', practiceId)
    .where('communication_key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that somebody is to be told, once per key. False when they have been told already. */
export async function prepareCommunication(
  { trx, practiceId, patientId }: Scope<'tell-care-team' | 'tell-person'>,
  key: string,
  recipientId: string,
): Promise<boolean> {
  const [, row] = await Promise.all([
    trx
      .insertInto('communication')
      .values({
        practice_id: practiceId,
        communication_key: key,
        patient_id: patientId,
        recipient_id: recipientId,
        sent_at: null,
      })
      .onConflict((conflict) => conflict.columns(['practice_id', 'communication_key']).doNothing())
      .execute(),
    trx
      .selectFrom('communication')
      .select('sent_at')
      .where('practice_id', '=', practiceId)
      .where('communication_key', '=', key)
      .executeTakeFirst(),
  ])
  return row?.sent_at == null
}

export async function markSent(
  { trx, practiceId }: Scope<'tell-care-team' | 'tell-person'>,
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
