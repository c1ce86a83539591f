import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * Somebody nobody knows yet: what they may learn of the protocol, how they become a patient, and how a patient's
 * consents stay as they were signed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await limits(db)
  await registering(db)
  await consents(db)
}

async function limits(db: Kysely<unknown>) {
  await sql`
    -- The limits of the self-check alone, of the version in force, for anybody: the rest of a protocol is not public.
    create function access.assessment_limits() returns table (version integer, limits jsonb)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select protocol.version, protocol.limits -> 'assessment'
        from protocol_version as protocol join practice on practice.practice_id = protocol.practice_id
        where protocol.practice_id = access.practice()
          and protocol.signed_at is not null and protocol.ended_at is null
          and (protocol.expires_on is null
            or protocol.expires_on >= (now() at time zone practice.time_zone)::date);
      end;
    revoke all on function access.assessment_limits() from public;
    grant execute on function access.assessment_limits() to ${app}
  `.execute(db)
}

async function registering(db: Kysely<unknown>) {
  await sql`
    -- What a visitor writes leaves a trace, as what anybody else writes does.
    alter table audit_event drop constraint audit_event_kind_check;
    alter table audit_event add constraint audit_event_kind_check
      check (kind in ('patient', 'list', 'practice', 'system', 'public'));

    -- Makes a patient, the member behind the account, and their first care team: every prescriber and coordinator
    -- of the practice. True when this patient is this account's, now or since before; false, and nothing done, when
    -- either belongs to somebody else. It runs with its owner's rights, so it asks everything itself.
    create function access.register_patient(
      new_patient uuid, account uuid, given text, family text, born date, living_in text, at_place text, speaks text
    ) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      here practice;
      oldest_age integer := 120;
      least_age integer;
      today date;
    begin
      if access.kind() is distinct from 'public' or access.role() is distinct from 'visitor' then
        raise exception 'visitors register' using errcode = 'insufficient_privilege';
      end if;
      select * into here from practice where practice_id = access.practice();
      if here.practice_id is null then
        raise exception 'no such practice' using errcode = 'insufficient_privilege';
      end if;
      if length(btrim(given)) not between 1 and 100 or length(btrim(family)) not between 1 and 100
        or length(btrim(at_place)) not between 1 and 100 then
        raise exception 'a name or place is empty or too long' using errcode = 'check_violation';
      end if;
      if not exists (
        select from jsonb_array_elements(here.profile -> 'states') as served where served ->> 'code' = living_in
      ) then
        raise exception 'not a place this practice serves' using errcode = 'check_violation';
      end if;
      today := (now() at time zone here.time_zone)::date;
      select (found.limits ->> 'minimumAgeYears')::integer into least_age from access.assessment_limits() as found;
      if born > today - make_interval(years => coalesce(least_age, 0))
        or born < today - make_interval(years => oldest_age) then
        raise exception 'too young, or no birth date' using errcode = 'check_violation';
      end if;

      -- Two forms for one account at the same moment: the second finds what the first made.
      perform pg_advisory_xact_lock(hashtextextended('register ' || account::text, 0));
      if exists (
        select from member where practice_id = here.practice_id
          and (account_id = account or actor_id = new_patient)
          and (account_id, actor_id) is distinct from (account, new_patient)
      ) then
        return false;
      end if;
      if exists (select from member where practice_id = here.practice_id and actor_id = new_patient) then
        return true;
      end if;
      insert into patient (practice_id, patient_id, given_name, family_name, born_on, state, place, language)
      values (here.practice_id, new_patient, btrim(given), btrim(family), born, living_in, btrim(at_place), speaks);
      insert into member (practice_id, actor_id, account_id, name, roles)
      values (here.practice_id, new_patient, account, btrim(given) || ' ' || btrim(family), array['patient']);
      insert into care_team_member (practice_id, patient_id, actor_id)
      select member.practice_id, new_patient, member.actor_id from member
      where member.practice_id = here.practice_id and member.ended_at is null
        and member.roles && array['prescriber', 'care-coordinator'];
      return true;
    end $$;
    revoke all on function access.register_patient(uuid, uuid, text, text, date, text, text, text) from public;
    grant execute on function access.register_patient(uuid, uuid, text, text, date, text, text, text) to ${app}
  `.execute(db)
}

async function consents(db: Kysely<unknown>) {
  await sql`
    -- Nobody signs for somebody else, and nobody else takes it back.
    create policy by_patient on consent as restrictive for insert to ${app}
      with check (practice_id = access.practice() and access.role() = 'patient' and patient_id = access.actor());
    create policy taken_back_by_patient on consent as restrictive for update to ${app}
      using (practice_id = access.practice() and access.role() = 'patient' and patient_id = access.actor());

    create function access.guard_consent() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a consent is kept' using errcode = 'restrict_violation';
      end if;
      if to_jsonb(new) - 'withdrawn_at' is distinct from to_jsonb(old) - 'withdrawn_at'
        or old.withdrawn_at is not null then
        raise exception 'a consent is taken back once, and otherwise stays' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    revoke all on function access.guard_consent() from public;
    create trigger guard before update or delete on consent
      for each row execute function access.guard_consent()
  `.execute(db)
}
