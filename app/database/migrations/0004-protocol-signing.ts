import { type Kysely, sql } from 'kysely'
import { contentHash } from '../../clinical/protocol/content-hash.ts'
import type { Limits } from '../../clinical/protocol.ts'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

/**
 * A protocol is drafted, signed by two people, in force until a day, and replaced or retired. What is signed never
 * changes again. What an unknown finding lacks, and for which rules it speaks, is kept with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await versions(db)
  await signatures(db)
  await guards(db)
  await policies(db)
  await findings(db)
}

async function versions(db: Kysely<unknown>) {
  await sql`
    -- signed_by and signed_at: who brought it into force, and when. Null: a draft, which nothing goes by.
    alter table protocol_version
      alter column signed_by drop not null,
      alter column signed_at drop not null,
      add check ((signed_by is null) = (signed_at is null)),
      add column content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
      add column expires_on date,          -- in force through this day, where the practice is
      add column based_on integer,
      add column drafted_by uuid,
      add column drafted_by_name text,
      add column drafted_at timestamptz,
      add column changed_by uuid,
      add column changed_by_name text,
      add column changed_at timestamptz,
      add column ended_at timestamptz,
      add column ended_by uuid,
      add column ended_by_name text,
      add column ended_because text,
      add column replaced_by integer,
      add check ((ended_at is null) = (ended_by_name is null)),
      add check (ended_at is not null or (replaced_by is null and ended_because is null))
  `.execute(db)
  await hashStored(db)
  await sql`
    alter table protocol_version alter column content_hash set not null;
    -- Until now the highest version held: those before it were replaced by the next.
    update protocol_version as old
      set ended_at = next.signed_at, ended_by_name = next.signed_by, replaced_by = next.version
      from protocol_version as next
      where next.practice_id = old.practice_id
        and next.version = (select min(version) from protocol_version as later
          where later.practice_id = old.practice_id and later.version > old.version);
    -- Deferred, because an import brings a version before the one that replaced it.
    alter table protocol_version
      add foreign key (practice_id, based_on) references protocol_version deferrable initially deferred,
      add foreign key (practice_id, replaced_by) references protocol_version deferrable initially deferred;
    create unique index protocol_version_in_force on protocol_version (practice_id)
      where signed_at is not null and ended_at is null;
    create unique index protocol_version_draft on protocol_version (practice_id)
      where signed_at is null and ended_at is null
  `.execute(db)
}

/** What was signed before there were hashes gets the hash of what it says. */
async function hashStored(db: Kysely<unknown>) {
  type Stored = { practice_id: string; version: number; limits: Limits; is_invented: boolean }
  const { rows } = await sql<Stored>`
    select practice_id, version, limits, is_invented from protocol_version`.execute(db)
  for (const { practice_id, version, limits, is_invented } of rows) {
    const hash = contentHash({ version, limits, expiresOn: null, isInvented: is_invented })
    await sql`
      update protocol_version set content_hash = ${hash}
      where practice_id = ${practice_id} and version = ${version}`.execute(db)
  }
}

async function signatures(db: Kysely<unknown>) {
  await sql`
    -- A signature is on a hash: when the draft changes afterwards, it is on something else, and counts no more.
    create table protocol_signature (
      practice_id    uuid not null,
      version        integer not null,
      content_hash   text not null,
      turn           smallint not null check (turn in (1, 2)),
      signed_by      uuid not null,
      signed_by_name text not null,
      is_director    boolean not null,  -- a medical director, on that day
      signed_at      timestamptz not null,
      primary key (practice_id, version, content_hash, turn),
      foreign key (practice_id, version) references protocol_version,
      foreign key (practice_id, signed_by) references member
    );
    alter table protocol_signature enable row level security, force row level security;
    create policy upkeep on protocol_signature to ${owner} using (true)
  `.execute(db)
}

/** Rules for every role, the owner of the tables among them. */
async function guards(db: Kysely<unknown>) {
  await sql`
    create function access.guard_protocol_version() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a version of the protocol is kept' using errcode = 'restrict_violation';
      end if;
      if (new.practice_id, new.version, new.is_invented, new.based_on, new.drafted_by, new.drafted_at)
        is distinct from (old.practice_id, old.version, old.is_invented, old.based_on, old.drafted_by, old.drafted_at)
      then
        raise exception 'where a version comes from does not change' using errcode = 'restrict_violation';
      end if;
      if old.ended_at is not null and new is distinct from old then
        raise exception 'a version that has ended does not change' using errcode = 'restrict_violation';
      end if;
      if old.signed_at is not null
        and (new.limits, new.expires_on, new.content_hash, new.changed_at, new.changed_by, new.signed_by, new.signed_at)
        is distinct from
          (old.limits, old.expires_on, old.content_hash, old.changed_at, old.changed_by, old.signed_by, old.signed_at)
      then
        raise exception 'a signed version does not change' using errcode = 'restrict_violation';
      end if;
      if (new.limits, new.expires_on) is distinct from (old.limits, old.expires_on)
        and new.content_hash = old.content_hash
      then
        raise exception 'content changed and its hash did not' using errcode = 'restrict_violation';
      end if;
      if old.signed_at is null and new.signed_at is not null then
        perform access.check_protocol_signatures(new);
      end if;
      return new;
    end $$;

    -- Two signatures on this very content, one of them a director's, by two people; or, where a single
    -- physician works, by the same director a day apart (PLN-7).
    create function access.check_protocol_signatures(version protocol_version) returns void
      language plpgsql stable as $$
    declare
      first protocol_signature;
      second protocol_signature;
      physicians bigint;
    begin
      select * into first from protocol_signature as s
        where (s.practice_id, s.version, s.content_hash, s.turn) = (version.practice_id, version.version, version.content_hash, 1);
      select * into second from protocol_signature as s
        where (s.practice_id, s.version, s.content_hash, s.turn) = (version.practice_id, version.version, version.content_hash, 2);
      if second.signed_by is null or first.signed_by is null then
        raise exception 'two signatures bring a protocol into force' using errcode = 'restrict_violation';
      end if;
      if not (first.is_director or second.is_director) then
        raise exception 'a medical director is one of the two' using errcode = 'restrict_violation';
      end if;
      if first.signed_by = second.signed_by then
        select count(*) into physicians from member
          where member.practice_id = version.practice_id and member.ended_at is null
            and member.roles && array['prescriber', 'medical-director'];
        if physicians <> 1 or second.signed_at < first.signed_at + interval '24 hours' then
          raise exception 'two people sign' using errcode = 'restrict_violation';
        end if;
      end if;
      if version.expires_on is null then
        raise exception 'a protocol comes into force until a day' using errcode = 'restrict_violation';
      end if;
      if version.ended_at is not null then
        raise exception 'a draft that was set aside does not come into force' using errcode = 'restrict_violation';
      end if;
    end $$;

    create function access.guard_protocol_signature() returns trigger language plpgsql as $$
    begin
      raise exception 'a signature does not change' using errcode = 'restrict_violation';
    end $$;

    create trigger guard before update or delete on protocol_version
      for each row execute function access.guard_protocol_version();
    create trigger guard before update or delete on protocol_signature
      for each row execute function access.guard_protocol_signature();

    revoke all on function access.guard_protocol_version(), access.guard_protocol_signature(),
      access.check_protocol_signatures(protocol_version) from public;
    grant execute on function access.check_protocol_signatures(protocol_version) to ${app}
  `.execute(db)
}

async function policies(db: Kysely<unknown>) {
  await sql`
    -- Nothing about a patient is ever judged by a draft: where a patient is concerned, there is none.
    drop policy seen on protocol_version;
    create policy seen on protocol_version for select to ${app}
      using (practice_id = access.practice() and access.kind() <> 'public'
        and (signed_at is not null or access.kind() = 'practice'));
    create policy drafted on protocol_version for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'practice'
        and access.role() in ('prescriber', 'medical-director')
        and signed_at is null and ended_at is null and drafted_by = access.actor());
    create policy carried_on on protocol_version for update to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice'
        and access.role() in ('prescriber', 'medical-director'));
    grant insert, update (limits, expires_on, content_hash, changed_by, changed_by_name, changed_at,
      signed_by, signed_at, ended_at, ended_by, ended_by_name, ended_because, replaced_by)
      on protocol_version to ${app};

    create policy seen on protocol_signature for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice');
    -- In one's own name, as what one is today, and on what stands there now.
    create policy signed on protocol_signature for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'practice'
        and access.role() in ('prescriber', 'medical-director') and signed_by = access.actor()
        and is_director = exists (
          select from member where member.practice_id = protocol_signature.practice_id
            and member.actor_id = protocol_signature.signed_by and 'medical-director' = any (member.roles))
        and exists (
          select from protocol_version as version
          where version.practice_id = protocol_signature.practice_id and version.version = protocol_signature.version
            and version.content_hash = protocol_signature.content_hash
            and version.signed_at is null and version.ended_at is null));
    grant select, insert on protocol_signature to ${app}
  `.execute(db)
}

async function findings(db: Kysely<unknown>) {
  await sql`
    alter table finding
      -- Every rule it speaks for, its own first: more than one when all lack the same thing.
      add column rules jsonb not null default '[]',
      -- With an unknown one: the facts and limits that were not there.
      add column missing jsonb not null default '[]';

    -- How often each rule found something, over the whole practice: numbers, and nobody's name.
    create function access.count_findings(since timestamptz)
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
          and access.kind() = 'practice' and access.role() in ('prescriber', 'medical-director')
          and exists (
            select from member
            where member.practice_id = access.practice() and member.actor_id = access.actor()
              and access.role() = any (member.roles) and member.ended_at is null)
        group by spoken.rule_id, finding.is_unknown;
      end;
    revoke all on function access.count_findings(timestamptz) from public;
    grant execute on function access.count_findings(timestamptz) to ${app}
  `.execute(db)
}
