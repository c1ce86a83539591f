import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { TaskName } from '../database/jobs.ts'

/**
 * Adds a job to this transaction: rolled back means no job. The payload is ids;
 * `key` names the reason, so that the same reason twice is one job, and that the one that was asked for last.
 *
 * @param afterMs not before so many milliseconds from now have gone by, on the house's own clock and the demo's
 */
export async function enqueue(
  { trx, patientId }: Scope<AboutPatient>,
  task: TaskName,
  key: string,
  ids: Readonly<Record<string, string>>,
  afterMs = 0,
): Promise<void> {
  await sql`select jobs.enqueue(${task}, ${key}, ${JSON.stringify({ patientId, ...ids })}::jsonb,
    clock_timestamp() + make_interval(secs => ${Math.max(0, afterMs) / 1000}))`.execute(trx)
}
