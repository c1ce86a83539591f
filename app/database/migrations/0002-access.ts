import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'
import { isOnMyList } from './on-my-list.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))
const sealer = sql.raw(roleName('sealer'))

/**
 * Who may see what: the care team, the question for a permit, the record of it,
 * and the row-level policies that hold when a query forgets.
 *
 * The settings app.* are made by access/permit.ts in the same round trip as
 * `begin`. Nothing set means no rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tables(db)
  await questions(db)
  await policies(db)
}

async function tables(db: Kysely<unknown>) {
  await sql`
    create table care_team_member (
      practice_id  uuid not null,
      patient_id   uuid not null,
      actor_id     uuid not null,
      until        timestamptz,
      revoked_at   timestamptz,
      primary key (practice_id, patient_id, actor_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, actor_id) references member
    );
    create index care_team_member_list on care_team_member (practice_id, actor_id, patient_id);

    create table audit_event (
      practice_id  uuid not null,
      position     bigint generated always as identity,
      at           timestamptz not null default clock_timestamp(),
      actor_id     uuid not null,
      actor_role   text not null,
      kind         text not null check (kind in ('patient', 'list', 'practice', 'system')),
      action       text not null,
      patient_ids  uuid[] not null,
      outcome      text not null check (outcome in ('granted', 'refused', 'done')),
      cause        text,  -- for a job: its task and id
      primary key (practice_id, position)
    );
    -- The sealer looks for what is new across all practices, twice a second, for ever.
    create index audit_event_position on audit_event (position);

    -- One link per event, in the order they were sealed. hash = SHA-256(hash before, event).
    create table audit_seal (
      practice_id  uuid not null,
      link         bigint not null,
      position     bigint not null,
      hash         bytea not null,
      primary key (practice_id, link),
      unique (practice_id, position)
    );

    -- A signed statement of how long the chain was. Kept outside the database as well.
    create table audit_checkpoint (
      practice_id  uuid not null,
      link         bigint not null,
      hash         bytea not null,
      at           timestamptz not null,
      signature    bytea not null,
      primary key (practice_id, link)
    )
  `.execute(db)
}

async function questions(db: Kysely<unknown>) {
  await sql`
    grant usage on schema access to ${app}, ${sealer};

    create function access.practice() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.practice_id', true), '')::uuid;
    create function access.actor() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.actor_id', true), '')::uuid;
    create function access.patient() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.patient_id', true), '')::uuid;
    create function access.kind() returns text language sql stable parallel safe
      return current_setting('app.kind', true);
    create function access.role() returns text language sql stable parallel safe
      return current_setting('app.role', true);

    -- Is this one of the patients the actor is on the care team of, now?
    create function access.is_on_my_list(about uuid) returns boolean
      language sql stable parallel safe security definer set search_path = public, pg_temp
      return ${isOnMyList('about')};

    -- Does the actor hold the role it speaks under, today?
    create function access.is_member() returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select from member
        where member.practice_id = access.practice()
          and member.actor_id = access.actor()
          and access.role() = any (member.roles)
          and member.ended_at is null
      );

    create function access.is_patient_here() returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select from patient where patient.practice_id = access.practice() and patient.patient_id = access.patient()
      );

    -- The relation that each kind of permit needs. An unknown kind is refused.
    create function access.is_related() returns boolean language sql stable
      return case access.kind()
        when 'patient' then access.is_patient_here() and access.is_member() and case access.role()
          when 'patient' then access.actor() = access.patient()
          else access.is_on_my_list(access.patient())
        end
        when 'list' then access.is_member()
        when 'practice' then access.is_member()
        when 'system' then access.role() = 'system' and access.is_patient_here()
        else false
      end;

    -- The question for a permit, its answer, and the record of both, in one round trip.
    create function access.ask(
      practice uuid, actor uuid, role text, kind text, action text, patient uuid, is_listed boolean, cause text
    ) returns boolean language plpgsql volatile as $$
    declare
      answer boolean;
    begin
      -- SET LOCAL and not set_config(): only statements reach the other nodes of a distributed database.
      execute format('set local app.practice_id = %L', practice);
      execute format('set local app.actor_id = %L', actor);
      execute format('set local app.role = %L', role);
      execute format('set local app.kind = %L', kind);
      execute format('set local app.patient_id = %L', coalesce(patient::text, ''));
      answer := coalesce(is_listed and access.is_related(), false);
      insert into audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome, cause)
      values (practice, actor, role, kind, action, array_remove(array[patient], null),
        case when answer then 'granted' else 'refused' end, cause);
      return answer;
    end $$;

    -- Who a login is here. Called before there is anybody to ask a permit for.
    create function access.find_member(account uuid)
      returns table (practice_id uuid, actor_id uuid, name text, roles text[])
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select member.practice_id, member.actor_id, member.name, member.roles
        from member where member.account_id = account and member.ended_at is null;
      end;

    revoke all on all functions in schema access from public;
    grant execute on all functions in schema access to ${app};
  `.execute(db)
}

async function policies(db: Kysely<unknown>) {
  const secured = [
    ...[
      'installation',
      'practice',
      'practitioner',
      'patient',
      'related_person',
      'member',
      'protocol_version',
    ],
    ...['care_team_member', 'audit_event', 'audit_seal', 'audit_checkpoint'],
  ]
  for (const table of secured.map((name) => sql.table(name))) {
    await sql`
      alter table ${table} enable row level security, force row level security;
      create policy upkeep on ${table} to ${owner} using (true)
    `.execute(db)
  }
  await sql`
    create policy seen on installation for select to ${app} using (true);
    grant select on installation to ${app};

    create policy seen on practice for select to ${app} using (practice_id = access.practice());
    grant select on practice to ${app};

    create policy seen on practitioner for select to ${app}
      using (practice_id = access.practice() and access.kind() <> 'public');
    grant select on practitioner to ${app};

    create policy seen on protocol_version for select to ${app}
      using (practice_id = access.practice() and access.kind() <> 'public');
    grant select on protocol_version to ${app};

    create policy seen_by_practice on member for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice');
    create policy seen_on_care_team on member for select to ${app}
      using (practice_id = access.practice() and access.kind() in ('patient', 'system') and exists (
        select from care_team_member as team
        where team.practice_id = member.practice_id and team.actor_id = member.actor_id
      ));
    grant select on member to ${app};

    create policy seen_of_patient on patient for select to ${app}
      using (practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    create policy seen_on_list on patient for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'list' and ${isOnMyList('patient.patient_id')});
    grant select on patient to ${app};

    create policy seen_of_patient on related_person for select to ${app}
      using (practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    grant select on related_person to ${app};

    create policy seen_of_patient on care_team_member for select to ${app}
      using (practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    create policy seen_own on care_team_member for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'list' and actor_id = access.actor());
    grant select on care_team_member to ${app};

    create policy written on audit_event for insert to ${app}
      with check (practice_id = access.practice() and actor_id = access.actor());
    grant insert on audit_event to ${app};

    create policy read_to_seal on audit_event for select to ${sealer} using (true);
    create policy sealed on audit_seal for insert to ${sealer} with check (true);
    create policy read_chain on audit_seal for select to ${sealer} using (true);
    create policy stated on audit_checkpoint for insert to ${sealer} with check (true);
    create policy read_stated on audit_checkpoint for select to ${sealer} using (true);
    grant select on audit_event to ${sealer};
    grant select, insert on audit_seal, audit_checkpoint to ${sealer}
  `.execute(db)
}
