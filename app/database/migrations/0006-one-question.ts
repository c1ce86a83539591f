/**
 * The question for a permit in one statement whose plan the database keeps, and the member behind a
 * login together with the login: half of what both cost before, on every page of everybody.
 */
import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))
const login = sql.raw(roleName('login'))

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function access.ask(uuid, uuid, text, text, text, uuid, boolean, text);
    drop function access.is_related();
    drop function access.is_patient_here();
    drop function access.is_member();
    drop function access.is_on_my_list(uuid);

    -- The question for a permit, its answer, and the record of both, in one round trip.
    -- It looks as the owner, whom the policies do not hide the practice from, and sets nothing.
    -- Whatever comes out as unknown is refused; a kind that does not exist has no place in the record.
    create function access.ask(
      asked_practice uuid, asked_by uuid, asked_as text, asked_kind text, asked_action text, about uuid,
      is_listed boolean, asked_because text
    ) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      is_granted boolean;
    begin
      insert into audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome, cause)
      select asked_practice, asked_by, asked_as, asked_kind, asked_action, array_remove(array[about], null),
        case when is_listed and (
          asked_kind = 'system' and asked_as = 'system'
          or exists (
            select from member
            where member.practice_id = asked_practice
              and member.actor_id = asked_by
              and asked_as = any (member.roles)
              and member.ended_at is null
          )
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
    end $$;
    revoke all on function access.ask(uuid, uuid, text, text, text, uuid, boolean, text) from public;
    grant execute on function access.ask(uuid, uuid, text, text, text, uuid, boolean, text) to ${app};

    -- A login is looked up with the people it is: their ids, names and roles, and nothing else of theirs.
    grant usage on schema access to ${login};
    grant execute on function access.find_member(uuid) to ${login}
  `.execute(db)
}
