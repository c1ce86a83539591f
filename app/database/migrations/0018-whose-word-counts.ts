import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * Three things the database left to the code: that only a job asks as a job, that only the patient shows something of
 * theirs or takes it back, and that a permit for the practice names no patient.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await jobs(db)
  await shares(db)
  await members(db)
}

async function jobs(db: Kysely<unknown>) {
  await sql`
    -- As in 0006, but for this: a job's kind of permit needs no care team, so no member is given one, listed or not.
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
            )
          end
        ) then 'granted' else 'refused' end,
        asked_because
      returning outcome = 'granted' into is_granted;
      return is_granted;
    end $$
  `.execute(db)
}

async function shares(db: Kysely<unknown>) {
  await sql`
    -- What a share opens (0013) the database says itself; so it says as well who gives one. Somebody with access could
    -- have given one to themselves.
    create policy by_patient on share as restrictive for insert to ${app}
      with check (practice_id = access.practice() and access.role() = 'patient' and patient_id = access.actor());
    create policy taken_back_by_patient on share as restrictive for update to ${app}
      using (practice_id = access.practice() and access.role() = 'patient' and patient_id = access.actor())
  `.execute(db)
}

async function members(db: Kysely<unknown>) {
  await sql`
    -- Who is on duty, who signs: the staff. Patients are members too, and those around them; both have their names here.
    drop policy seen_by_practice on member;
    create policy seen_by_practice on member for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice' and roles && array[
        'prescriber', 'care-coordinator', 'medical-director', 'admin', 'protocol-reviewer'])
  `.execute(db)
}
