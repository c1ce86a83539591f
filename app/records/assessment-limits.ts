import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import type { Limits } from '../clinical/protocol.ts'

/**
 * What anybody may know of the protocol in force: the limits of the free assessment, which judge it before there
 * is a patient. Without a protocol, or past its last day, nothing: then every rule that needs a limit is unknown.
 */
export async function findAssessmentLimits({
  trx,
}: Scope<'take-assessment'>): Promise<{ version: number | undefined; limits: Limits }> {
  const { rows } = await sql<{ version: number; limits: Limits['assessment'] | null }>`
    select version, limits from access.assessment_limits()`.execute(trx)
  const [row] = rows
  if (!row) return { version: undefined, limits: {} }
  return { version: row.version, limits: row.limits ? { assessment: row.limits } : {} }
}
