/**
 * A device's log as a chain: every event carries the hash of the one before, so that a lost, changed or doubled
 * event shows. Source and sign-off: docs/clinical/session.md
 */
import { canonicalJson } from '../canonical-json.ts'
import type { SessionEvent, UnsealedEvent } from './events.ts'
import { sha256 } from './sha256.ts'

/** The hash of an event with its link: the same for the same content, whatever order its fields were written in. */
export const hashOf = (event: UnsealedEvent & { previous: string }): string => sha256(canonicalJson(event))

/** Links an event to the one before it on the same device (its hash; empty for the first) and closes it. */
export function seal(event: UnsealedEvent, previous: string): SessionEvent {
  const linked = { ...event, previous }
  return { ...linked, hash: hashOf(linked) }
}

/**
 * `whole`: every event there is verifies. `waiting`: one in between has not arrived yet. `broken`: one was changed,
 * or there are two in one place. What comes after `verifiedTo` is kept and shown, and trusted with nothing.
 */
export type LogState = 'whole' | 'waiting' | 'broken'

export type CheckedLog = {
  deviceId: string
  state: LogState
  verifiedTo: number
  verified: SessionEvent[]
  rest: SessionEvent[]
}

/**
 * Checks one device's log.
 *
 * @param events of this device, in any order, any of them more than once
 * @param sessionId events of another session are never verified here
 */
export function checkLog(deviceId: string, events: readonly SessionEvent[], sessionId: string): CheckedLog {
  const distinct = new Map(events.map((event) => [canonicalJson(event), event]))
  const ordered = [...distinct]
    .sort(([a, x], [b, y]) => x.sequence - y.sequence || (a < b ? -1 : 1))
    .map(([, e]) => e)
  const verified: SessionEvent[] = []
  let state: LogState = 'whole'
  for (const [i, event] of ordered.entries()) {
    const due = verified.length + 1
    if (event.sequence > due) {
      state = 'waiting'
      break
    }
    const isDoubled = ordered[i + 1]?.sequence === event.sequence
    if (isDoubled || event.sequence !== due || !isLinked(event, verified.at(-1), sessionId)) {
      state = 'broken'
      break
    }
    verified.push(event)
  }
  return { deviceId, state, verifiedTo: verified.length, verified, rest: ordered.slice(verified.length) }
}

function isLinked(
  { hash, ...event }: SessionEvent,
  before: SessionEvent | undefined,
  sessionId: string,
): boolean {
  return (
    event.sessionId === sessionId &&
    (before === undefined || event.deviceOf === before.deviceOf) &&
    event.previous === (before?.hash ?? '') &&
    hash === hashOf(event)
  )
}
