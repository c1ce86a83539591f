/**
 * `npm run verify`: reads the whole audit trail again, prints what
 * it saw, and ends with 1 when anything was changed, taken out or slipped in.
 */
import path from 'node:path'
import { readCheckpoints } from '../access/audit/checkpoints.ts'
import { checkpointKey } from '../access/audit/sealer.ts'
import { findUnsealed, type Unsealed } from '../access/audit/unsealed.ts'
import { verifyAudit } from '../access/audit/verify.ts'
import { runCommand } from '../command.ts'
import { openPool } from '../database/connection.ts'

const SEALED_WITHIN_MS = 10_000

await runCommand(async ({ say, openHouse }) => {
  const { connectionAs, secret, dataDir } = await openHouse()
  const file = path.join(dataDir, 'audit-checkpoints.jsonl')
  const { checkpoints, unreadable } = readCheckpoints(file)
  // A long walk: the time limit of the sealer's short queries is not for it.
  const pool = openPool(connectionAs('sealer'), 1, '-c statement_timeout=0')
  try {
    const verdict = await verifyAudit(pool, checkpointKey(secret), checkpoints)
    const unsealed = await findUnsealed(pool)
    say(`${verdict.links} links read, ${verdict.checkpoints} signed checkpoints compared,`)
    say(`${checkpoints.length} of them from ${file}.`)
    for (const number of unreadable) say(`TROUBLE line ${number} of that file is no checkpoint`)
    for (const { practiceId, link, what } of verdict.troubles)
      say(`TROUBLE practice ${practiceId}, link ${link}: ${what}`)
    const isLate = tellUnsealed(unsealed, say)
    const isFine = unreadable.length + verdict.troubles.length === 0 && !isLate
    say(isFine ? 'The audit trail is whole.' : 'The audit trail is NOT whole.')
    return isFine ? 'fine' : 'trouble'
  } finally {
    await pool.end()
  }
})

/** Says what is not sealed; true when it should have been. */
function tellUnsealed(unsealed: Unsealed, say: (line: string) => void): boolean {
  const { count, oldestAt, passedOver, isSealerHere } = unsealed
  if (count === 0 || !oldestAt) return false
  say(`${count} events are not sealed yet, the oldest of ${oldestAt.toISOString()}.`)
  if (passedOver > 0) {
    say(`TROUBLE ${passedOver} of them were passed over: later events are sealed`)
    return true
  }
  const isLate = isSealerHere && Date.now() - oldestAt.getTime() > SEALED_WITHIN_MS
  say(
    isLate
      ? 'TROUBLE a server is running and has not sealed them'
      : 'A running server seals within a second; after a stop, the next start does it.',
  )
  return isLate
}
