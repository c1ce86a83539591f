import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { TaskName } from '../database/jobs.ts'

/**
 * Adds a job to this transaction: rolled back means no job. The payload is ids;
 * `key` names the reason, so that the same reason twice is one job.
 */
export async function enqueue(
  { trx, patientId }: Scope<AboutPatient>,
  task: TaskName,
  key: string,
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`select jobs.enqueue(${task}, ${key}, ${JSON.stringify({ patientId, ...ids })}::jsonb)`.execute(
    trx,
  )
}
