/** A basis, a licence or a look-up is recorded for the state a patient is in. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { type Ground, insertGround } from '../records/grounds.ts'
import { getPatient } from '../records/patients.ts'

/** Once, however often it is sent. */
export async function recordGround(
  db: Database,
  permit: Permit<'book-session'>,
  id: string,
  ground: Omit<Ground, 'state'>,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    const { state } = await getPatient(scope)
    await insertGround(scope, id, { ...ground, state })
  })
}
