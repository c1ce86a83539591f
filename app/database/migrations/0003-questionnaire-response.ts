import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'
import { isOnMyList } from './on-my-list.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

/**
 * Answers are kept as given, with the instrument version that asked them, so
 * that an old response can always be read with its own questions. Responses are
 * never updated. A finding is closed, never deleted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table questionnaire_response (
      practice_id                uuid not null,
      questionnaire_response_id  uuid not null,  -- made with the page, so a retry is harmless
      patient_id                 uuid not null,
      instrument                 text not null,
      instrument_version         text not null,
      language                   text not null,
      answers                    jsonb not null,
      total                      integer,
      authored_at                timestamptz not null,
      recorded_at                timestamptz not null default now(),
      primary key (practice_id, questionnaire_response_id),
      foreign key (practice_id, patient_id) references patient
    );
    create index questionnaire_response_series
      on questionnaire_response (practice_id, patient_id, instrument, authored_at);

    -- Who has looked at a response, and when: what a patient is told is true.
    create table questionnaire_response_seen (
      practice_id                uuid not null,
      questionnaire_response_id  uuid not null,
      patient_id                 uuid not null,
      seen_by                    uuid not null,
      seen_by_name               text not null,
      seen_at                    timestamptz not null,
      primary key (practice_id, questionnaire_response_id, seen_by),
      foreign key (practice_id, questionnaire_response_id) references questionnaire_response,
      foreign key (practice_id, patient_id) references patient
    );

    create table finding (
      practice_id                uuid not null,
      finding_id                 uuid not null default gen_random_uuid(),
      patient_id                 uuid not null,
      questionnaire_response_id  uuid not null,
      rule_id                    text not null,
      rule_version               integer not null,
      protocol_version           integer,
      is_unknown                 boolean not null,
      severity                   text not null check (severity in ('block', 'review', 'advise', 'inform')),
      -- 1 is the strongest: the order of a worklist is the order of an index.
      severity_rank              smallint not null generated always as (
        case severity when 'block' then 1 when 'review' then 2 when 'advise' then 3 else 4 end) stored,
      evidence                   jsonb not null,
      found_at                   timestamptz not null default now(),
      closed_at                  timestamptz,
      closed_by                  uuid,
      closed_because             text,
      primary key (practice_id, finding_id),
      -- A response judged again, because an older one arrived late, finds the same thing once.
      unique (practice_id, questionnaire_response_id, rule_id, rule_version),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, questionnaire_response_id) references questionnaire_response,
      check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_because is null))
    );
    create index finding_worklist on finding (practice_id, severity_rank, found_at, finding_id)
      where closed_at is null;
    create index finding_of_patient on finding (practice_id, patient_id, severity_rank, found_at, finding_id)
      where closed_at is null;

    -- What was told to whom, outside the record: an address book entry and a time, no health words.
    create table communication (
      practice_id       uuid not null,
      -- Made of cause and recipient, so that a job that runs twice tells once.
      communication_key text not null,
      patient_id        uuid not null,
      recipient_id      uuid not null,
      prepared_at       timestamptz not null default now(),
      sent_at           timestamptz,
      primary key (practice_id, communication_key),
      foreign key (practice_id, patient_id) references patient
    )
  `.execute(db)

  const tables = ['questionnaire_response', 'questionnaire_response_seen', 'finding', 'communication']
  for (const table of tables.map((name) => sql.table(name))) {
    await sql`
      alter table ${table} enable row level security, force row level security;
      create policy upkeep on ${table} to ${owner} using (true);
      create policy seen_of_patient on ${table} for select to ${app}
        using (practice_id = access.practice() and access.kind() in ('patient', 'system')
          and patient_id = access.patient());
      grant select on ${table} to ${app}
    `.execute(db)
  }
  await sql`
    create policy seen_on_list on questionnaire_response for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'list' and ${isOnMyList('questionnaire_response.patient_id')});
    create policy written_by_patient on questionnaire_response for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient());
    grant insert on questionnaire_response to ${app};

    create policy noted on questionnaire_response_seen for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'patient'
        and patient_id = access.patient() and seen_by = access.actor());
    grant insert on questionnaire_response_seen to ${app};

    create policy seen_on_list on finding for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'list' and ${isOnMyList('finding.patient_id')});
    create policy found on finding for insert to ${app}
      with check (practice_id = access.practice() and access.kind() in ('patient', 'system')
        and patient_id = access.patient());
    create policy closed on finding for update to ${app}
      using (practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient())
      with check (closed_by = access.actor());
    grant insert on finding to ${app};
    grant update (closed_at, closed_by, closed_because) on finding to ${app};

    create policy told_by_job on communication for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'system' and patient_id = access.patient());
    create policy marked_sent on communication for update to ${app}
      using (practice_id = access.practice() and access.kind() = 'system' and patient_id = access.patient());
    grant insert on communication to ${app};
    grant update (sent_at) on communication to ${app}
  `.execute(db)
}
