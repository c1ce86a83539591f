import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * The legal basis of an order by telehealth stands in one place, with its kind; and a finding may have been found in an
 * order.
 *
 * Rows from before have no kind. Nobody said which it was, so they are kept, shown as such, and open nothing until a
 * basis is recorded anew. What a clinician's sheet said of the basis before is sealed, and stays in that sheet: the form
 * shows it until it is recorded here, and no rule goes by it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table standing_ground
      alter column ends_on drop not null,
      add column basis text check (basis in
        ('in-person', 'temporary-extension', 'special-registration', 'va', 'referral', 'none')),
      add check (basis is null or subject = 'telehealth-basis'),
      -- An evaluation in person may have no last day; of any other basis a missing one was not said, and is never read
      -- as having none. A licence always has one.
      add check (ends_on is not null or basis is not null);

    -- From now on a basis is recorded with its kind. An import of what was recorded before still finds its place.
    drop policy written on standing_ground;
    create policy written on standing_ground for insert to ${app} with check (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and recorded_by = access.actor() and access.role() in ('prescriber', 'care-coordinator')
      and (subject <> 'telehealth-basis' or basis is not null));

    alter table finding
      add column supply_order_id uuid,
      add foreign key (practice_id, supply_order_id) references supply_order,
      drop constraint finding_check1,
      add check (num_nonnulls(questionnaire_response_id, answer_sheet_id, session_id, supply_order_id) > 0),
      -- One order finds the same thing once.
      add unique (practice_id, supply_order_id, rule_id, rule_version)
  `.execute(db)
}
