/**
 * One session from the logs of several devices.
 *
 * What comes out depends on which events there are and on nothing else: not on the order they arrived in, not on
 * how often, not on which device asks. Source and sign-off: docs/clinical/session.md
 */
import { type CheckedLog, checkLog } from './chain.ts'
import { instantOf, type SessionEvent } from './events.ts'

export type MergedEvent = { event: SessionEvent; isVerified: boolean }

export type Merged = {
  /** Every event there is. Nobody's event stands before one they knew of. */
  events: MergedEvent[]
  logs: Omit<CheckedLog, 'verified' | 'rest'>[]
}

/** Merges events of one session, in any order, any of them more than once. Total: nothing is refused or dropped. */
export function merge(events: readonly SessionEvent[], sessionId: string): Merged {
  const devices = [...new Set(events.map(({ deviceId }) => deviceId))].sort()
  const checked = devices.map((deviceId) =>
    checkLog(
      deviceId,
      events.filter((event) => event.deviceId === deviceId),
      sessionId,
    ),
  )
  const queues = checked.map(({ verified, rest }): MergedEvent[] => [
    ...verified.map((event) => ({ event, isVerified: true })),
    ...rest.map((event) => ({ event, isVerified: false })),
  ])
  const logs = checked.map(({ deviceId, state, verifiedTo }) => ({ deviceId, state, verifiedTo }))
  return { events: interleave(queues), logs }
}

/**
 * Takes the next event from the heads of the queues: one that nobody else's waiting event has to come before, and
 * of those the earliest by the clock. Where logs claim to know of each other in a circle, the earliest goes. At the
 * same moment, or where a clock says nothing, the order of the queues decides.
 */
function interleave(queues: readonly MergedEvent[][]): MergedEvent[] {
  const waiting = queues.map((queue) => [...queue].reverse())
  return queues.flat().map(() => {
    const heads = waiting.flatMap((queue) => queue.slice(-1))
    const free = heads.filter((one) => !heads.some((other) => mustFollow(one, other)))
    const first = (free.length > 0 ? free : heads).reduce((a, b) =>
      instantOf(b.event) < instantOf(a.event) ? b : a,
    )
    for (const queue of waiting) if (queue.at(-1) === first) queue.pop()
    return first
  })
}

/** The head of another queue is the lowest sequence still waiting there. */
const mustFollow = ({ event }: MergedEvent, { event: other }: MergedEvent): boolean =>
  event.deviceId !== other.deviceId && (event.seen[other.deviceId] ?? 0) >= other.sequence
