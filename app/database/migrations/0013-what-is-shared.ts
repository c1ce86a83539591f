import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * What somebody outside the practice reads of a patient is what that patient shows them, and the database says so
 * itself: scores to nobody but those they were shared with, the plan to no therapist it was not shared with. A
 * support person's session needs the plan it runs by.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy shared on questionnaire_response as restrictive for select to ${app} using (
      access.role() not in ('therapist', 'support-person') or exists (
        select from share
        where share.practice_id = access.practice()
          and share.patient_id = questionnaire_response.patient_id
          and share.recipient_id = access.actor() and share.category = 'scores'
          and share.revoked_at is null and (share.until is null or share.until > now())));

    create policy shared on plan_version as restrictive for select to ${app} using (
      access.role() <> 'therapist' or exists (
        select from share
        where share.practice_id = access.practice() and share.patient_id = plan_version.patient_id
          and share.recipient_id = access.actor() and share.category = 'plan'
          and share.revoked_at is null and (share.until is null or share.until > now())));

    -- A list tells whom there is something of to read, and not what.
    create policy seen_own on share for select to ${app} using (
      practice_id = access.practice() and access.kind() = 'list' and recipient_id = access.actor())
  `.execute(db)
}
