/** When the sources change. Node's own modules only. */
import { setTimeout as sleep } from 'node:timers/promises'
import { buildStamp } from './ensure.mjs'

/**
 * Asked for and not told: Node 20 loses sight of a file that an editor replaces instead of writing into it. Reading
 * all sources takes some tens of milliseconds.
 */
const LOOK_MS = 700

/**
 * The stamp of the sources once it differs from `known` and has stayed for one look: an editor saves in several
 * steps, and a change of branch touches many files. Returns `known` when `stop` settles first.
 */
export async function nextChange(root, known, stop, lookMs = LOOK_MS) {
  let isStopped = false
  const stopped = stop.then(() => {
    isStopped = true
  })
  for (let seen = known; ; ) {
    await Promise.race([stopped, sleep(lookMs)])
    if (isStopped) return known
    const now = stampNow(root)
    if (now !== undefined && now !== known && now === seen) return now
    seen = now
  }
}

/** Undefined while a file is being replaced. */
function stampNow(root) {
  try {
    return buildStamp(root)
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
