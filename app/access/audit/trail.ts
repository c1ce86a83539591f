import type { VerifyTrail } from '../../database/export/export.ts'
import { readCheckpoints } from './checkpoints.ts'
import { checkpointKey } from './sealer.ts'
import { verifyAudit } from './verify.ts'

/** For an export and its import: the chain is to read the same before and after. */
export function trailVerifier(secret: string): VerifyTrail {
  const key = checkpointKey(secret)
  return async (sealer, file) => {
    const { checkpoints, unreadable } = readCheckpoints(file)
    const { links, unsealed, troubles } = await verifyAudit(sealer, key, checkpoints)
    return { links, unsealed, troubles: troubles.length + unreadable.length }
  }
}
