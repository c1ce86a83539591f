import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * The demo's own time: a session and the days after it can be shown in some minutes. It only ever goes forward, and a
 * restart does not put it back. A practice has no such thing.
 */
export type DemoClock = { now: () => Date; forward: (ms: number) => void }

/** Further than a course of treatment nobody needs to look; a number beyond what dates hold would stop everything. */
const FURTHEST_MS = 2 * 366 * 24 * 3_600_000

export function openDemoClock(file: string, realNow: () => number = Date.now): DemoClock {
  let ahead = readAhead(file)
  return {
    now: () => new Date(realNow() + ahead),
    /** @throws RangeError for anything but some time forward */
    forward(ms) {
      if (!(ms > 0 && ahead + ms <= FURTHEST_MS))
        throw new RangeError('the demo goes forward, and not for ever')
      ahead += ms
      writeFileSync(`${file}.new`, String(ahead), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}

/** Milliseconds; none when there is no file, or what it says is no time. */
function readAhead(file: string): number {
  const ahead = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return ahead >= 0 && ahead <= FURTHEST_MS ? ahead : 0
}
