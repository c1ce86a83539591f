import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'
import { isOnMyList } from './on-my-list.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

const OF_PATIENT = [
  ...['patient_key', 'enrolment', 'enrolment_step', 'consent', 'share', 'plan_version', 'supply_order'],
  ...['unit_event', 'dosing_session', 'appointment', 'session_event', 'alert'],
]
const ON_LISTS = ['enrolment', 'plan_version', 'supply_order', 'dosing_session', 'appointment', 'alert']

/** Which column says who did it: nobody writes in another's name. */
const BY: Record<string, string> = {
  enrolment_step: 'taken_by',
  plan_version: 'drafted_by',
  supply_order: 'ordered_by',
  unit_event: 'recorded_by',
  dosing_session: 'booked_by',
  appointment: 'booked_by',
  session_event: 'sent_by',
  alert: 'raised_by',
}

/** Columns that are written after the row. */
const LATER: Record<string, string> = {
  enrolment: 'state, since, paused_from',
  consent: 'withdrawn_at',
  share: 'revoked_at',
  plan_version:
    'plan, checks, protocol_version, drafted_by, drafted_by_name, drafted_at, signed_by, signed_by_name, signed_at',
  supply_order: 'pharmacy, reference, reference_units, referenced_by, referenced_at',
  dosing_session: 'cancelled_at, cancelled_by, ended_at',
  appointment: 'state, state_by, state_at',
  alert: 'seen_by, seen_by_name, seen_at, settled_by, settled_by_name, settled_because, settled_at',
}

/** Who reads and writes which row of the journey: part of migration 0007, and frozen with it. */
export async function journeyPolicies(db: Kysely<unknown>) {
  const here = `practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient()`
  for (const name of [...OF_PATIENT, 'answer_sheet', 'practice_key', 'duty'])
    await sql`
      alter table ${sql.table(name)} enable row level security, force row level security;
      create policy upkeep on ${sql.table(name)} to ${owner} using (true)`.execute(db)

  for (const name of OF_PATIENT) {
    const by = BY[name]
    await sql`
      create policy seen_of_patient on ${sql.table(name)} for select to ${app} using (${sql.raw(here)});
      create policy written on ${sql.table(name)} for insert to ${app}
        with check (${sql.raw(by ? `${here} and ${by} = access.actor()` : here)});
      grant select, insert on ${sql.table(name)} to ${app}`.execute(db)
  }
  for (const [name, columns] of Object.entries(LATER))
    await sql`
      create policy carried_on on ${sql.table(name)} for update to ${app} using (${sql.raw(here)});
      grant update (${sql.raw(columns)}) on ${sql.table(name)} to ${app}`.execute(db)
  for (const name of ON_LISTS)
    await sql`
      create policy seen_on_list on ${sql.table(name)} for select to ${app}
        using (practice_id = access.practice() and access.kind() = 'list' and ${isOnMyList(`${name}.patient_id`)})`.execute(
      db,
    )

  await sql`
    -- What was told is read by whoever told it, the patient, and clinicians; by others only what is shared with them.
    create policy seen on answer_sheet for select to ${app} using (${sql.raw(here)} and (
      access.role() in ('patient', 'prescriber', 'system') or authored_by = access.actor() or exists (
        select from share
        where share.practice_id = answer_sheet.practice_id and share.patient_id = answer_sheet.patient_id
          and share.recipient_id = access.actor() and share.category = answer_sheet.kind
          and share.revoked_at is null and (share.until is null or share.until > now()))));
    create policy told on answer_sheet for insert to ${app}
      with check (${sql.raw(here)} and authored_by = access.actor());
    grant select, insert on answer_sheet to ${app};

    create policy kept on practice_key for select to ${app} using (practice_id = access.practice());
    create policy made on practice_key for insert to ${app} with check (practice_id = access.practice());
    grant select, insert on practice_key to ${app};

    create policy seen on duty for select to ${app}
      using (practice_id = access.practice() and access.kind() <> 'public');
    create policy planned on duty for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'practice');
    grant select, insert on duty to ${app}
  `.execute(db)
}
