import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'
import { isOnMyList } from './on-my-list.ts'

const app = sql.raw(roleName('app'))

/**
 * What a booked session rests on, and whether it still stands: somebody to be there, somebody in reserve, and one
 * clinician on duty from the dose to the end of the watch. Asked wherever the session is shown or goes on. Beside that:
 * jobs that write to a patient, and reasons that are sealed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await duty(db)
  await people(db)
  await gaps(db)
  await mailing(db)
  await reasons(db)
}

async function duty(db: Kysely<unknown>) {
  await sql`
    -- The end of the watch by the protocol it was booked under. Null in what was booked before: the planned end.
    alter table dosing_session add column watch_until timestamptz,
      add check (watch_until is null or watch_until >= planned_end_at);

    -- One clinician who can open a patient's record, for the whole of a time, over turns that follow each other without
    -- a gap; of several the one who began first. A session is not handed from one to another by the rota alone.
    create function access.on_duty_through(about uuid, first timestamptz, last timestamptz) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return (
        select duty.clinician_id from duty
        join member on member.practice_id = duty.practice_id and member.actor_id = duty.clinician_id
        where duty.practice_id = access.practice() and duty.withdrawn_at is null and member.ended_at is null
          and duty.from_at < last and duty.to_at > first and exists (
            select from care_team_member as team
            where team.practice_id = duty.practice_id and team.actor_id = duty.clinician_id
              and team.patient_id = about and team.revoked_at is null
              and (team.until is null or team.until > now()))
        group by duty.clinician_id
        having range_agg(tstzrange(duty.from_at, duty.to_at)) @> tstzrange(first, last)
        order by min(duty.from_at), duty.clinician_id limit 1);

    -- Does a booked session rest on this duty? The whole watch counts.
    create or replace function access.is_duty_needed(about_duty uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return access.kind() = 'practice' and exists (
        select from duty join dosing_session as session
          on session.practice_id = duty.practice_id and session.duty_clinician_id = duty.clinician_id
          and session.starts_at < duty.to_at
          and coalesce(session.watch_until, session.planned_end_at) > duty.from_at
        where duty.practice_id = access.practice() and duty.duty_id = about_duty
          and session.cancelled_at is null and session.ended_at is null);

    revoke all on function access.on_duty_through(uuid, timestamptz, timestamptz) from public;
    grant execute on function access.on_duty_through(uuid, timestamptz, timestamptz) to ${app}
  `.execute(db)
}

async function people(db: Kysely<unknown>) {
  await sql`
    -- Has access today, and has agreed where they were asked.
    create function access.is_beside(about uuid, who uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select from care_team_member as team
        join member on member.practice_id = team.practice_id and member.actor_id = team.actor_id
        where team.practice_id = access.practice() and team.patient_id = about and team.actor_id = who
          and team.revoked_at is null and (team.until is null or team.until > now()) and member.ended_at is null
      ) and not exists (
        select from invitation
        where invitation.practice_id = access.practice() and invitation.patient_id = about
          and invitation.actor_id = who and invitation.revoked_at is null and invitation.agreed_at is null);

    -- Somebody who agreed takes the place of somebody who has no access any more, and of nobody else; before the dose.
    create function access.guard_people_of_session() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      change record;
    begin
      if old.cancelled_at is not null or old.ended_at is not null or exists (
        select from session_event where session_event.practice_id = old.practice_id
          and session_event.session_id = old.session_id
          and session_event.event #>> '{what,kind}' in ('dose-started', 'more-taken')
      ) then
        raise exception 'who is there does not change any more' using errcode = 'restrict_violation';
      end if;
      for change in
        select * from (values ('support', old.support_person_id, new.support_person_id),
          ('backup', old.backup_person_id, new.backup_person_id)) as place (part, was, now_is)
        where was <> now_is
      loop
        if access.is_beside(old.patient_id, change.was) or not access.is_beside(old.patient_id, change.now_is)
          or not exists (
            select from invitation where invitation.practice_id = old.practice_id
              and invitation.patient_id = old.patient_id and invitation.actor_id = change.now_is
              and invitation.part = change.part and invitation.revoked_at is null
              and invitation.agreed_at is not null) then
          raise exception 'nobody takes the place of somebody who is there' using errcode = 'restrict_violation';
        end if;
      end loop;
      return new;
    end $$;
    create trigger people_guarded before update of support_person_id, backup_person_id on dosing_session
      for each row execute function access.guard_people_of_session();
    grant update (support_person_id, backup_person_id) on dosing_session to ${app};

    revoke all on function access.is_beside(uuid, uuid), access.guard_people_of_session() from public
  `.execute(db)
}

async function gaps(db: Kysely<unknown>) {
  await sql`
    -- What a booked session rests on and is not there any more, for whoever may see the session. Null without one.
    create function access.booking_gaps(about_session uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp
      return (
        select array_remove(array[
          case when not access.is_beside(session.patient_id, session.support_person_id) then 'support' end,
          case when not access.is_beside(session.patient_id, session.backup_person_id) then 'backup' end,
          case when access.on_duty_through(
            session.patient_id, session.starts_at, coalesce(session.watch_until, session.planned_end_at)) is null then 'duty' end
        ], null)
        from dosing_session as session
        where session.practice_id = access.practice() and session.session_id = about_session
          and session.cancelled_at is null and session.ended_at is null
          and (access.kind() in ('patient', 'system') and session.patient_id = access.patient()
            or access.kind() = 'list' and ${isOnMyList('session.patient_id')}));
    revoke all on function access.booking_gaps(uuid) from public;
    grant execute on function access.booking_gaps(uuid) to ${app}
  `.execute(db)
}

async function mailing(db: Kysely<unknown>) {
  await sql`
    -- A patient is nobody on their own care team, and is written to like the others: by a job about them.
    create policy seen_of_patient on member for select to ${app} using (
      practice_id = access.practice() and access.kind() = 'system' and actor_id = access.patient())
  `.execute(db)
}

async function reasons(db: Kysely<unknown>) {
  await sql`
    -- What a clinician writes down as the reason for a step, sealed with the person's key. In reason stay the one word
    -- of what was asked for, and what was written before.
    alter table enrolment_step add column sealed_reason bytea
  `.execute(db)
}
