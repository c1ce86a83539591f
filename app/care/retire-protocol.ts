/** Ends the protocol in force, or sets a draft aside, with a reason that stays on record. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { endVersion, lockProtocol } from '../records/protocol-drafts.ts'
import { findProtocolVersion } from '../records/protocol-versions.ts'
import { AppError } from '../system/errors.ts'

export const LONGEST_REASON = 500

type Ending = {
  version: number
  /** Of what the director had before their eyes. */
  readHash: string
  because: string
  now: Date
}

/**
 * Ended again with the same reason is harmless.
 *
 * @throws AppError invalid without a reason, conflict when it ended otherwise or says something else by now
 */
export async function retireProtocol(
  db: Database,
  permit: Permit<'retire-protocol'>,
  director: Pick<Member, 'name'>,
  { version, readHash, because, now }: Ending,
): Promise<void> {
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new AppError('invalid', 'a protocol is ended with a reason')
  await inScope(db, permit, async (scope) => {
    await lockProtocol(scope)
    const current = await findProtocolVersion(scope, version)
    if (!current) throw new AppError('not-found', 'no such version of the protocol')
    if (current.ended) {
      if (current.ended.because === reason && current.ended.name === director.name) return
      throw new AppError('conflict', 'this version has ended before')
    }
    const ended = await endVersion(
      scope,
      { name: director.name, at: now },
      { version, hash: readHash, because: reason },
    )
    if (!ended) throw new AppError('conflict', 'this version says something else by now')
  })
}
