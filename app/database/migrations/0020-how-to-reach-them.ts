import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

/**
 * A number on which whoever is there, or in reserve, can be reached: theirs to give and to change, sealed with the
 * key of the person they are there for. Whoever agreed before has none, and is asked for it before another session is
 * booked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact_point (
      practice_id  uuid not null,
      patient_id   uuid not null,
      actor_id     uuid not null,
      -- What they were asked for when they told it.
      part         text not null check (part in ('support', 'backup')),
      sealed       bytea not null,
      told_at      timestamptz not null,
      primary key (practice_id, patient_id, actor_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, actor_id) references member
    );
    alter table contact_point enable row level security, force row level security;
    create policy upkeep on contact_point to ${owner} using (true);

    -- Read by whoever told it and by prescribers; the number of who is in reserve also by who is there, and to the end
    -- of a session by whose access was taken back in it.
    create policy seen_of_patient on contact_point for select to ${app} using (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and (access.role() = 'prescriber' or actor_id = access.actor()
        or access.role() = 'support-person' and part = 'backup'
          and (access.is_on_team(patient_id) or access.own_session_kept(patient_id) is not null)));
    create policy told on contact_point for insert to ${app} with check (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and access.role() = 'support-person' and actor_id = access.actor() and access.is_on_team(patient_id));
    create policy told_anew on contact_point for update to ${app} using (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and access.role() = 'support-person' and actor_id = access.actor() and access.is_on_team(patient_id));
    grant select, insert, update (part, sealed, told_at) on contact_point to ${app};

    -- That there is a number, for everybody who waits for it, without the number.
    alter table invitation add column reachable_at timestamptz;
    grant update (reachable_at) on invitation to ${app}
  `.execute(db)
}
