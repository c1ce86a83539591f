import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/** The number of who was once in reserve, and is not any more, is nobody's to read who is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- In reserve today, or for a session that has not ended.
    create function access.is_in_reserve(about uuid, who uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return access.is_beside(about, who) or exists (
        select from dosing_session as session
        where session.practice_id = access.practice() and session.patient_id = about and session.backup_person_id = who
          and session.ended_at is null and session.cancelled_at is null);
    revoke all on function access.is_in_reserve(uuid, uuid) from public;
    grant execute on function access.is_in_reserve(uuid, uuid) to ${app};

    alter policy seen_of_patient on contact_point using (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and (access.role() = 'prescriber' or actor_id = access.actor()
        or access.role() = 'support-person' and part = 'backup' and access.is_in_reserve(patient_id, actor_id)
          and (access.is_on_team(patient_id) or access.own_session_kept(patient_id) is not null)))
  `.execute(db)
}
