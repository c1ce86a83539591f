/** A prescriber has looked at a finding and closes it, with a reason that stays on record. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import * as findings from '../records/findings.ts'
import { lockSession } from '../records/session-events.ts'
import { AppError } from '../system/errors.ts'
import { letGo } from './let-go.ts'

const LONGEST_REASON = 500

/** A session it alone held goes on in the same transaction. */
export async function closeFinding(
  db: Database,
  permit: Permit<'close-finding'>,
  { findingId, because, closedAt }: { findingId: string; because: string; closedAt: Date },
): Promise<void> {
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new AppError('invalid', 'a finding is closed with a reason')
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    await findings.closeFinding(scope, findingId, reason, closedAt)
    await letGo(scope, { id: findingId, because: reason, at: closedAt })
  })
}
