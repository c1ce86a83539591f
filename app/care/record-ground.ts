/** A legal basis or a licence is recorded, for a state. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { type Ground, insertGround } from '../records/grounds.ts'

/** Once, however often it is sent. @throws AppError conflict when another one stands under this id */
export async function recordGround(
  db: Database,
  permit: Permit<'book-session'>,
  id: string,
  ground: Ground,
): Promise<void> {
  await inScope(db, permit, (scope) => insertGround(scope, id, ground))
}
