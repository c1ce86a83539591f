/**
 * Somebody from outside gives one of the two signatures on a protocol: a pharmacist or a consultant who treats
 * nobody here (PLN-7). They read versions and sign; they change no number and end nothing.
 */
import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table member drop constraint member_roles_check;
    alter table member add constraint member_roles_check check (cardinality(roles) > 0 and roles <@ array[
      'patient', 'support-person', 'therapist', 'prescriber', 'care-coordinator', 'medical-director', 'admin',
      'protocol-reviewer']);

    alter table protocol_signature add column is_reviewer boolean not null default false;

    drop policy signed on protocol_signature;
    -- In one's own name, as what one is today, and on what stands there now.
    create policy signed on protocol_signature for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'practice'
        and access.role() in ('prescriber', 'medical-director', 'protocol-reviewer') and signed_by = access.actor()
        and is_reviewer = (access.role() = 'protocol-reviewer')
        and is_director = exists (
          select from member where member.practice_id = protocol_signature.practice_id
            and member.actor_id = protocol_signature.signed_by and 'medical-director' = any (member.roles))
        and exists (
          select from protocol_version as version
          where version.practice_id = protocol_signature.practice_id and version.version = protocol_signature.version
            and version.content_hash = protocol_signature.content_hash
            and version.signed_at is null and version.ended_at is null));

    -- A reviewer's signature may be the second, which brings a version into force and ends the one before.
    create policy signed_by_reviewer on protocol_version for update to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice' and access.role() = 'protocol-reviewer');
    create function access.guard_reviewed_protocol() returns trigger language plpgsql as $$
    begin
      if access.role() is distinct from 'protocol-reviewer' then
        return new;
      end if;
      if (new.limits, new.expires_on, new.content_hash) is distinct from (old.limits, old.expires_on, old.content_hash)
      then
        raise exception 'a reviewer changes no number' using errcode = 'restrict_violation';
      end if;
      if old.ended_at is null and new.ended_at is not null and new.replaced_by is null then
        raise exception 'a reviewer ends no version' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger guard_reviewed before update on protocol_version
      for each row execute function access.guard_reviewed_protocol();
    revoke all on function access.guard_reviewed_protocol() from public;

    -- How often each rule found something, over the whole practice: numbers, and nobody's name.
    create or replace function access.count_findings(since timestamptz)
      returns table (rule_id text, is_unknown boolean, findings bigint, patients bigint)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select spoken.rule_id, finding.is_unknown, count(*), count(distinct finding.patient_id)
        from finding cross join lateral (
          select finding.rule_id
          union
          select other ->> 'id' from jsonb_array_elements(finding.rules) as other
        ) as spoken (rule_id)
        where finding.practice_id = access.practice() and finding.found_at >= since
          and access.kind() = 'practice' and access.role() in ('prescriber', 'medical-director', 'protocol-reviewer')
          and exists (
            select from member
            where member.practice_id = access.practice() and member.actor_id = access.actor()
              and access.role() = any (member.roles) and member.ended_at is null)
        group by spoken.rule_id, finding.is_unknown;
      end
  `.execute(db)
}
