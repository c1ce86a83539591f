import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * What a patient decides while they are watched after a dose does not end the watch: a wish for a break or to leave
 * stands until the session is closed, and whoever they take back access from keeps the safety of that one session,
 * and nothing else, until then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await wishes(db)
  await keeping(db)
  await question(db)
  await withholding(db)
}

async function wishes(db: Kysely<unknown>) {
  await sql`
    alter table enrolment
      add column wished_to text check (wished_to in ('paused', 'discharged')),
      add column wished_at timestamptz,
      add check ((wished_to is null) = (wished_at is null));
    grant update (wished_to, wished_at) on enrolment to ${app};
    -- When it was asked for, where that was before the step could be taken.
    alter table enrolment_step add column asked_at timestamptz;

    -- A wish is the patient's own to have and to take back. Whoever takes the step it waited for, or another, ends it.
    create function access.guard_wish() returns trigger language plpgsql as $$
    begin
      if (new.wished_to, new.wished_at) is not distinct from (old.wished_to, old.wished_at)
        or (access.role() = 'patient' and access.actor() = old.patient_id)
        or (new.wished_to is null and new.state <> old.state) then
        return new;
      end if;
      raise exception 'only the patient wishes' using errcode = 'insufficient_privilege';
    end $$;
    create trigger wish_guarded before update on enrolment for each row execute function access.guard_wish();

    -- A step is written in one's own name; or, by whoever closes the session, in the name of the patient, and only the
    -- one they wished for.
    drop policy written on enrolment_step;
    create policy written on enrolment_step for insert to ${app} with check (
      practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient()
      and (taken_by = access.actor() or (taken_by = patient_id and taken_as = 'patient' and exists (
        select from enrolment where enrolment.practice_id = enrolment_step.practice_id
          and enrolment.enrolment_id = enrolment_step.enrolment_id
          and enrolment.patient_id = enrolment_step.patient_id
          and enrolment.wished_to = to_state and enrolment.wished_at = asked_at))))
  `.execute(db)
}

async function keeping(db: Kysely<unknown>) {
  await sql`
    -- The session somebody was there for, or in reserve, that was under way when their access was taken back.
    create function access.session_kept(practice uuid, about uuid, who uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return (
        select session.session_id from dosing_session as session
        join care_team_member as team on team.practice_id = session.practice_id
          and team.patient_id = session.patient_id and team.actor_id = who
        where session.practice_id = practice and session.patient_id = about
          and who in (session.support_person_id, session.backup_person_id)
          and (session.ended_at is null or session.ended_at >= team.revoked_at)
          and (session.cancelled_at is null or session.cancelled_at >= team.revoked_at)
          and exists (
            select from session_event where session_event.practice_id = session.practice_id
              and session_event.session_id = session.session_id
              and session_event.received_at <= team.revoked_at
              and session_event.event #>> '{what,kind}' in ('dose-started', 'more-taken'))
        order by session.starts_at desc limit 1);

    -- And it is still open.
    create function access.is_kept(practice uuid, about uuid, who uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select from dosing_session as session
        where session.practice_id = practice and session.session_id = access.session_kept(practice, about, who)
          and session.ended_at is null and session.cancelled_at is null);

    -- The same for what the app asks, where it asks about one patient.
    create function access.keeps_safety(who uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return access.kind() in ('patient', 'system')
        and access.is_kept(access.practice(), access.patient(), who);

    -- Whose session the actor keeps, for their list: a name, and nothing else.
    create function access.people_kept() returns table (patient_id uuid, given_name text)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select patient.patient_id, patient.given_name from patient
        join care_team_member as team on team.practice_id = patient.practice_id
          and team.patient_id = patient.patient_id and team.actor_id = access.actor()
        where patient.practice_id = access.practice() and access.kind() = 'list'
          and access.role() = 'support-person' and team.revoked_at is not null
          and access.is_kept(patient.practice_id, patient.patient_id, access.actor());
      end;

    -- Is the actor on the care team today?
    create function access.is_on_team(about uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select from care_team_member as team
        where team.practice_id = access.practice() and team.actor_id = access.actor() and team.patient_id = about
          and team.revoked_at is null and (team.until is null or team.until > now()));

    -- Of the actor, for the policies below.
    create function access.own_session_kept(about uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp
      return access.session_kept(access.practice(), about, access.actor());

    revoke all on function access.session_kept(uuid, uuid, uuid), access.is_kept(uuid, uuid, uuid),
      access.keeps_safety(uuid), access.people_kept(), access.is_on_team(uuid), access.own_session_kept(uuid) from public;
    grant execute on function access.keeps_safety(uuid), access.people_kept(), access.is_on_team(uuid),
      access.own_session_kept(uuid) to ${app}
  `.execute(db)
}

async function question(db: Kysely<unknown>) {
  await sql`
    -- As in 0018, but for this: whoever keeps the safety of an open session may read its screen and write in its log.
    create or replace function access.ask(
      asked_practice uuid, asked_by uuid, asked_as text, asked_kind text, asked_action text, about uuid,
      is_listed boolean, asked_because text
    ) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      is_granted boolean;
    begin
      insert into audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome, cause)
      select asked_practice, asked_by, asked_as, asked_kind, asked_action, array_remove(array[about], null),
        case when is_listed and (
          case
            when asked_kind = 'system' then asked_as = 'system'
            else exists (
              select from member
              where member.practice_id = asked_practice
                and member.actor_id = asked_by
                and asked_as = any (member.roles)
                and member.ended_at is null
            )
          end
        ) and (
          asked_kind in ('list', 'practice')
          or exists (
            select from patient where patient.practice_id = asked_practice and patient.patient_id = about
          ) and case
            when asked_kind = 'system' then true
            when asked_as = 'patient' then about = asked_by
            else exists (
              select from care_team_member as team
              where team.practice_id = asked_practice
                and team.actor_id = asked_by
                and team.patient_id = about
                and team.revoked_at is null
                and (team.until is null or team.until > now())
            ) or (
              asked_as = 'support-person' and asked_action in ('read-session', 'record-event')
              and access.is_kept(asked_practice, about, asked_by)
            )
          end
        ) then 'granted' else 'refused' end,
        asked_because
      returning outcome = 'granted' into is_granted;
      return is_granted;
    end $$
  `.execute(db)
}

type Command = 'select' | 'insert' | 'update'

/** Rows of the patient's own, and of anything but the session: neither read, written nor changed. */
const WITHHELD: Readonly<Record<string, readonly Command[]>> = {
  related_person: ['select'],
  questionnaire_response: ['insert'],
  questionnaire_response_seen: ['select', 'insert'],
  patient_key: ['insert'],
  enrolment: ['insert'],
  answer_sheet: ['select', 'insert'],
  consent: ['select'],
  share: ['select'],
  supply_order: ['select'],
  appointment: ['select', 'insert', 'update'],
  invitation: ['select'],
  preparation_part: ['select'],
  standing_ground: ['select'],
}

/** Rows that belong to one session: of that one alone. */
const OF_SESSION: Readonly<Record<string, readonly Command[]>> = {
  dosing_session: ['select', 'insert', 'update'],
  session_event: ['select', 'insert'],
  alert: ['select', 'insert', 'update'],
  finding: ['select', 'insert', 'update'],
}

async function withholding(db: Kysely<unknown>) {
  const withhold = async (tables: Readonly<Record<string, readonly Command[]>>, but = '') => {
    for (const [table, commands] of Object.entries(tables))
      for (const command of commands)
        await sql`
          create policy ${sql.raw(`withheld_${command}`)} on ${sql.table(table)} as restrictive
            for ${sql.raw(command)} to ${app} ${sql.raw(command === 'insert' ? 'with check' : 'using')} (
              access.role() <> 'support-person' or access.is_on_team(patient_id) ${sql.raw(but)})`.execute(db)
  }
  await withhold(WITHHELD)
  await withhold(OF_SESSION, 'or session_id = access.own_session_kept(patient_id)')
  await sql`
    -- The numbers a session runs by are its plan's; of any other plan they read nothing.
    create policy withheld_select on plan_version as restrictive for select to ${app} using (
      access.role() <> 'support-person' or access.is_on_team(patient_id)
      or exists (select from dosing_session as session
        where session.practice_id = plan_version.practice_id and session.plan_version = plan_version.version
          and session.session_id = access.own_session_kept(plan_version.patient_id)));

    -- Of all names those on the rota, and of that session: whom they can reach.
    create policy withheld_select on member as restrictive for select to ${app} using (
      access.role() <> 'support-person' or access.is_on_team(access.patient()) or exists (
        select from duty where duty.practice_id = member.practice_id and duty.clinician_id = member.actor_id)
      or exists (select from dosing_session as session
        where session.practice_id = member.practice_id
          and session.session_id = access.own_session_kept(access.patient())
          and member.actor_id in (session.support_person_id, session.backup_person_id)))
  `.execute(db)
}
