/** Somebody who was asked to be there has read what it means, and agrees. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { noteAgreed } from '../records/people.ts'
import { AppError } from '../system/errors.ts'
import { becomeReady } from './become-ready.ts'

/** Of the briefing. Raised when it changes its meaning. */
export const BRIEFING_VERSION = 1

/** Once, however often it is sent. @throws AppError conflict when nobody asked them, or not any more */
export async function agreeToSupport(
  db: Database,
  permit: Permit<'agree-to-support'>,
  { by, language, at }: { by: string; language: string; at: Date },
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    const isAgreed = await noteAgreed(scope, { version: BRIEFING_VERSION, language, at })
    if (!isAgreed) throw new AppError('conflict', 'agreed without being asked')
    await becomeReady(scope, { by, at })
  })
}
