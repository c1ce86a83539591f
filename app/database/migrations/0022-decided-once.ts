import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * Whether somebody keeps the safety of a session is decided once, when their access is taken back, and written down.
 * Read later from two clocks, whoever was told that they keep it could be shut out beside somebody dosed, or keep it
 * with nobody told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The session under way in which their access was taken back; read only while it is taken back.
    alter table care_team_member add column keeps_session uuid,
      add foreign key (practice_id, keeps_session) references dosing_session;
    update care_team_member set keeps_session = access.session_kept(practice_id, patient_id, actor_id)
      where revoked_at is not null;

    create or replace function access.session_kept(practice uuid, about uuid, who uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return (
        select team.keeps_session from care_team_member as team
        where team.practice_id = practice and team.patient_id = about and team.actor_id = who
          and team.revoked_at is not null);

    drop function access.take_back_person(uuid, uuid, timestamptz);
    -- As in 0011, but for the session they keep, which is the answer. Whoever asks holds the lock of the session: no
    -- dose is being written down meanwhile.
    create function access.take_back_person(was_invitation uuid, was_actor uuid, at timestamptz) returns uuid
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
    begin
      if access.kind() is distinct from 'patient' or access.role() is distinct from 'patient'
        or access.actor() is distinct from access.patient() then
        raise exception 'only a patient takes back what they gave' using errcode = 'insufficient_privilege';
      end if;
      update invitation set revoked_at = at
        where practice_id = access.practice() and patient_id = access.patient() and revoked_at is null
          and (invitation_id = was_invitation or actor_id = was_actor);
      update care_team_member as team set revoked_at = at, keeps_session = (
          select session.session_id from dosing_session as session
          where session.practice_id = team.practice_id and session.patient_id = team.patient_id
            and team.actor_id in (session.support_person_id, session.backup_person_id)
            and session.ended_at is null and session.cancelled_at is null and exists (
              select from session_event where session_event.practice_id = session.practice_id
                and session_event.session_id = session.session_id
                and session_event.event #>> '{what,kind}' in ('dose-started', 'more-taken')))
        where team.practice_id = access.practice() and team.patient_id = access.patient()
          and team.actor_id = was_actor and team.revoked_at is null and exists (
            select from member where member.practice_id = team.practice_id and member.actor_id = team.actor_id
              and member.roles <@ array['support-person', 'therapist']);
      update share set revoked_at = at
        where practice_id = access.practice() and patient_id = access.patient()
          and recipient_id = was_actor and revoked_at is null;
      -- Asked again, the same answer, until the session is closed.
      return (
        select session.session_id from dosing_session as session
        where session.practice_id = access.practice()
          and session.session_id = access.session_kept(access.practice(), access.patient(), was_actor)
          and session.ended_at is null and session.cancelled_at is null);
    end $$;
    revoke all on function access.take_back_person(uuid, uuid, timestamptz) from public;
    grant execute on function access.take_back_person(uuid, uuid, timestamptz) to ${app}
  `.execute(db)
}
