import { type Kysely, sql } from 'kysely'
import { journeyPolicies } from './journey-policies.ts'

/**
 * One person's way: the enrolment and its steps, what they told (sealed with a key of their own), consents and
 * shares, plan, supply, appointments, sessions with everything their devices recorded, and alerts.
 *
 * What happened is added and never changed. The few columns that are written later (withdrawn, revoked, seen,
 * settled, signed) are named in the grants.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keys(db)
  await way(db)
  await treatment(db)
  await sessions(db)
  await findingSources(db)
  await journeyPolicies(db)
}

async function keys(db: Kysely<unknown>) {
  await sql`
    -- A patient's key is wrapped by the practice's, and that one by a key that is never in the database.
    create table practice_key (
      practice_id  uuid not null references practice,
      wrapped      bytea not null,
      primary key (practice_id)
    );
    create table patient_key (
      practice_id  uuid not null,
      patient_id   uuid not null,
      wrapped      bytea not null,
      primary key (practice_id, patient_id),
      foreign key (practice_id, patient_id) references patient
    )
  `.execute(db)
}

async function way(db: Kysely<unknown>) {
  await sql`
    create table enrolment (
      practice_id   uuid not null,
      enrolment_id  uuid not null,
      patient_id    uuid not null,
      state         text not null,
      since         timestamptz not null,
      paused_from   text,
      primary key (practice_id, enrolment_id),
      foreign key (practice_id, patient_id) references patient,
      check ((state = 'paused') = (paused_from is not null))
    );
    create unique index enrolment_open on enrolment (practice_id, patient_id)
      where state not in ('declined', 'completed', 'discharged');

    create table enrolment_step (
      practice_id   uuid not null,
      enrolment_id  uuid not null,
      step          integer not null check (step > 0),
      patient_id    uuid not null,
      from_state    text,  -- null for the first
      to_state      text not null,
      taken_by      uuid not null,
      taken_by_name text not null,
      taken_as      text not null,
      reason        text,
      taken_at      timestamptz not null,
      primary key (practice_id, enrolment_id, step),
      foreign key (practice_id, enrolment_id) references enrolment,
      foreign key (practice_id, patient_id) references patient
    );

    -- What somebody told, by kind: assessment, intake-health, gate-patient, next-day, wishes … The latest of a kind counts.
    create table answer_sheet (
      practice_id      uuid not null,
      answer_sheet_id  uuid not null,  -- made with the page, so a retry is harmless
      patient_id       uuid not null,
      kind             text not null,
      version          integer not null,
      -- The session it belongs to, for the day's questions.
      session_id       uuid,
      sealed           bytea not null,
      authored_by      uuid not null,
      authored_as      text not null,
      authored_at      timestamptz not null,
      recorded_at      timestamptz not null default now(),
      primary key (practice_id, answer_sheet_id),
      foreign key (practice_id, patient_id) references patient
    );
    create index answer_sheet_latest on answer_sheet (practice_id, patient_id, kind, authored_at);

    create table consent (
      practice_id    uuid not null,
      consent_id     uuid not null,
      patient_id     uuid not null,
      kind           text not null,
      text_version   integer not null,
      language       text not null,
      signed_name    text not null,
      signed_at      timestamptz not null,
      withdrawn_at   timestamptz,
      primary key (practice_id, consent_id),
      foreign key (practice_id, patient_id) references patient
    );
    create index consent_of_patient on consent (practice_id, patient_id, kind, signed_at);

    -- The consent ledger: what the patient shows to whom, until when.
    create table share (
      practice_id   uuid not null,
      share_id      uuid not null,
      patient_id    uuid not null,
      recipient_id  uuid not null,
      category      text not null,
      given_at      timestamptz not null,
      until         timestamptz,
      revoked_at    timestamptz,
      primary key (practice_id, share_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, recipient_id) references member
    );
    create index share_of_patient on share (practice_id, patient_id, recipient_id, category)
  `.execute(db)
}

async function treatment(db: Kysely<unknown>) {
  await sql`
    -- A plan is drafted, edited and signed; an edit of a signed one is a new version.
    create table plan_version (
      practice_id       uuid not null,
      patient_id        uuid not null,
      version           integer not null check (version > 0),
      plan              jsonb not null,
      protocol_version  integer not null,
      -- What the checks said when it was signed.
      checks            jsonb not null default '[]',
      drafted_by        uuid not null,
      drafted_by_name   text not null,
      drafted_at        timestamptz not null,
      signed_by         uuid,
      signed_by_name    text,
      signed_at         timestamptz,
      primary key (practice_id, patient_id, version),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, protocol_version) references protocol_version,
      check (num_nulls(signed_by, signed_by_name, signed_at) in (0, 3))
    );
    create unique index plan_version_draft on plan_version (practice_id, patient_id) where signed_at is null;

    -- An order sheet is not a prescription: the e-prescriber's reference is recorded beside it.
    create table supply_order (
      practice_id      uuid not null,
      supply_order_id  uuid not null,
      patient_id       uuid not null,
      plan_version     integer not null,
      units            integer not null check (units > 0),
      strength_mg      numeric not null check (strength_mg > 0),
      ordered_by       uuid not null,
      ordered_by_name  text not null,
      ordered_at       timestamptz not null,
      pharmacy         text,
      reference        text,
      reference_units  integer,
      referenced_by    uuid,
      referenced_at    timestamptz,
      primary key (practice_id, supply_order_id),
      foreign key (practice_id, patient_id, plan_version) references plan_version
    );

    -- Movements, counts and explanations, as clinical/unit-count.ts reads them.
    create table unit_event (
      practice_id      uuid not null,
      unit_event_id    uuid not null,
      patient_id       uuid not null,
      supply_order_id  uuid,
      event            jsonb not null,
      happened_at      timestamptz not null,
      recorded_by      uuid not null,
      recorded_by_name text not null,
      recorded_as      text not null,
      recorded_at      timestamptz not null,
      primary key (practice_id, unit_event_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, supply_order_id) references supply_order
    );
    create index unit_event_of_patient on unit_event (practice_id, patient_id, happened_at)
  `.execute(db)
}

async function sessions(db: Kysely<unknown>) {
  await sql`
    -- Who answers for the practice's sessions, and when.
    create table duty (
      practice_id   uuid not null,
      duty_id       uuid not null,
      clinician_id  uuid not null,
      from_at       timestamptz not null,
      to_at         timestamptz not null,
      primary key (practice_id, duty_id),
      foreign key (practice_id, clinician_id) references member,
      check (to_at > from_at)
    );

    create table dosing_session (
      practice_id        uuid not null,
      session_id         uuid not null,
      patient_id         uuid not null,
      plan_version       integer not null,
      protocol_version   integer not null,
      starts_at          timestamptz not null,
      planned_end_at     timestamptz not null,
      time_zone          text not null,
      duty_clinician_id  uuid not null,
      support_person_id  uuid not null,
      backup_person_id   uuid not null,
      booked_by          uuid not null,
      booked_by_name     text not null,
      booked_at          timestamptz not null,
      cancelled_at       timestamptz,
      cancelled_by       uuid,
      -- Written when the session has closed: what the integration window counts from.
      ended_at           timestamptz,
      primary key (practice_id, session_id),
      foreign key (practice_id, patient_id, plan_version) references plan_version,
      foreign key (practice_id, duty_clinician_id) references member,
      foreign key (practice_id, support_person_id) references member,
      foreign key (practice_id, backup_person_id) references member,
      check ((cancelled_at is null) = (cancelled_by is null))
    );
    create index dosing_session_of_patient on dosing_session (practice_id, patient_id, starts_at);
    create unique index dosing_session_next on dosing_session (practice_id, patient_id)
      where cancelled_at is null and ended_at is null;

    create table appointment (
      practice_id     uuid not null,
      appointment_id  uuid not null,
      patient_id      uuid not null,
      kind            text not null check (kind in ('integration', 'consult', 'preparation', 're-evaluation')),
      session_id      uuid,  -- the session an integration appointment follows
      with_id         uuid not null,
      starts_at       timestamptz not null,
      time_zone       text not null,
      state           text not null check (state in ('booked', 'kept', 'cancelled-by-therapist', 'cancelled-by-patient')),
      booked_by       uuid not null,
      booked_at       timestamptz not null,
      state_by        uuid,
      state_at        timestamptz,
      primary key (practice_id, appointment_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, session_id) references dosing_session,
      foreign key (practice_id, with_id) references member
    );
    create index appointment_of_patient on appointment (practice_id, patient_id, starts_at);

    -- Everything the session's devices recorded, each with its own id, as clinical/session.ts reads it.
    create table session_event (
      practice_id  uuid not null,
      session_id   uuid not null,
      event_id     uuid not null,
      patient_id   uuid not null,
      event        jsonb not null,
      sent_by      uuid not null,
      sent_as      text not null,
      received_at  timestamptz not null default clock_timestamp(),
      primary key (practice_id, session_id, event_id),
      foreign key (practice_id, session_id) references dosing_session,
      foreign key (practice_id, patient_id) references patient
    );

    -- Somebody is asked to look now. Sent, seen by whom and when, settled: what people are told is read from here.
    create table alert (
      practice_id      uuid not null,
      alert_id         uuid not null,
      patient_id       uuid not null,
      session_id       uuid,
      -- Which thing raised it: the same thing raises it once.
      cause            text not null,
      level            text not null check (level in ('confirm', 'person-now', 'emergency')),
      raised_by        uuid not null,
      raised_as        text not null,
      raised_at        timestamptz not null,
      is_in_cover      boolean not null,
      seen_by          uuid,
      seen_by_name     text,
      seen_at          timestamptz,
      settled_by       uuid,
      settled_by_name  text,
      settled_because  text,
      settled_at       timestamptz,
      primary key (practice_id, alert_id),
      unique (practice_id, patient_id, cause),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, session_id) references dosing_session,
      check (num_nulls(seen_by, seen_by_name, seen_at) in (0, 3)),
      check (num_nulls(settled_by, settled_by_name, settled_because, settled_at) in (0, 4))
    );
    create index alert_open on alert (practice_id, patient_id) where settled_at is null
  `.execute(db)
}

async function findingSources(db: Kysely<unknown>) {
  await sql`
    alter table finding
      alter column questionnaire_response_id drop not null,
      add column answer_sheet_id uuid,
      add column session_id uuid,
      add foreign key (practice_id, answer_sheet_id) references answer_sheet,
      add foreign key (practice_id, session_id) references dosing_session,
      add check (num_nonnulls(questionnaire_response_id, answer_sheet_id, session_id) > 0),
      -- One sheet finds the same thing once, as one response does.
      add unique (practice_id, answer_sheet_id, rule_id, rule_version)
  `.execute(db)
}
