import { type Kysely, sql } from 'kysely'

/**
 * The practice and its people. Every key starts with practice_id: practices never meet, and the
 * tables can be distributed by that column when one machine is outgrown.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One row: what this database is for. A demo never becomes a practice, nor the reverse.
    create table installation (
      is_only      boolean primary key default true check (is_only),
      mode         text not null check (mode in ('demo', 'production')),
      founded_at   timestamptz not null default now(),
      -- When the demo's people had their histories, or a practice's staff their invitations; null before.
      furnished_at timestamptz
    );

    create table practice (
      practice_id  uuid primary key,
      name         text not null,
      -- What the public pages say: states served, price, physician. Shape: practice/profile.ts.
      profile      jsonb not null,
      time_zone    text not null
    );

    create table practitioner (
      practice_id      uuid not null references practice,
      practitioner_id  uuid not null,
      name             text not null,
      credentials      text not null,
      primary key (practice_id, practitioner_id)
    );

    create table patient (
      practice_id  uuid not null references practice,
      patient_id   uuid not null,
      given_name   text not null,
      family_name  text not null,
      pronouns     text,
      born_on      date not null,
      state        text not null,
      place        text not null,
      language     text not null check (language in ('en', 'es')),
      created_at   timestamptz not null default now(),
      primary key (practice_id, patient_id)
    );

    create table related_person (
      practice_id        uuid not null,
      related_person_id  uuid not null,
      patient_id         uuid not null,
      name               text not null,
      relationship       text not null,
      primary key (practice_id, related_person_id),
      foreign key (practice_id, patient_id) references patient
    );

    -- Joins a login to the person it is. actor_id is a patient, a practitioner or a related person.
    create table member (
      practice_id  uuid not null references practice,
      actor_id     uuid not null,
      account_id   uuid not null,
      name         text not null,
      roles        text[] not null check (cardinality(roles) > 0 and roles <@ array[
        'patient', 'support-person', 'therapist', 'prescriber', 'care-coordinator', 'medical-director', 'admin']),
      ended_at     timestamptz,
      primary key (practice_id, actor_id),
      unique (practice_id, account_id)
    );
    create index member_account on member (account_id);

    -- The numbers a practice has signed. Rows are never updated: a change is a new version.
    create table protocol_version (
      practice_id   uuid not null references practice,
      version       integer not null,
      limits        jsonb not null,
      is_invented   boolean not null,
      signed_by     text not null,
      signed_at     timestamptz not null,
      primary key (practice_id, version)
    )
  `.execute(db)
}

// No `down`: clinical records are not dropped. Go forward with a new migration.
