/**
 * The dosing session: everything its devices recorded, read as one.
 *
 * The phone asks this at once, without network, and the server asks the same function again when the logs arrive.
 * Source: P-3 and P-4 of docs/clinical/rules.md. Sign-off: docs/clinical/session.md
 */
import { type EventRef, type HappeningKind, instantOf, refOf, type SessionEvent } from './session/events.ts'
import { runSession } from './session/machine.ts'
import { type Merged, merge } from './session/merge.ts'
import { type PlaceAfterDose, placeAfterDose, type SessionNumbers } from './session/phases.ts'
import { type AlertLevel, openAlerts, type Receipts, type Session, type Stage } from './session/state.ts'

/** Something measured or seen, for the rules to judge. Also from a log that does not verify. */
export type ToJudge = { ref: EventRef; event: SessionEvent; isVerified: boolean }

export type SessionReading = { session: Session; logs: Merged['logs']; toJudge: ToJudge[] }

/**
 * Reads one session from all its events, in any order, any of them more than once.
 *
 * @param sessionId events that name another session are kept as part of a log that does not verify
 * @param numbers of the protocol version the session was pinned to when it became ready
 * @param receipts when the server received each event, by its id; a device has none
 */
export function readSession(
  events: readonly SessionEvent[],
  sessionId: string,
  numbers: SessionNumbers,
  receipts: Receipts = {},
): SessionReading {
  const merged = merge(events, sessionId)
  const toJudge = merged.events
    .filter(({ event }) => JUDGED.some((kind) => kind === event.what.kind))
    .map(({ event, isVerified }) => ({ ref: refOf(event), event, isVerified }))
  return { session: runSession(merged, numbers, receipts), logs: merged.logs, toJudge }
}

const JUDGED = [
  ...(['vitals', 'distress', 'look-in', 'comfort-needed', 'stands-up', 'more-taken'] as const),
  ...(['end-list', 'tonight'] as const),
] as const

/** Where the session is: the steps people make, and between dose and end the phases the clock makes. */
export type Place = Exclude<Stage, 'dosed'> | PlaceAfterDose

/** @param now epoch milliseconds by the server's clock, or by the device's own with its offset added */
export function placeAt({ stage, stop, swallows }: Session, now: number, numbers: SessionNumbers): Place {
  if (stage !== 'dosed') return stage
  if (stop) return 'recovering'
  const startedAt = Math.min(...swallows.map(({ event }) => instantOf(event)))
  return placeAfterDose((now - startedAt) / 60_000, numbers)
}

/** How far things have gone up, by what nobody has settled yet. */
export function escalation(session: Session): AlertLevel | 'none' {
  const levels = openAlerts(session).map(({ level }) => level)
  return (['emergency', 'person-now', 'confirm'] as const).find((level) => levels.includes(level)) ?? 'none'
}

/**
 * What the server counts silence from: the events a look-in is, and every other sign of somebody being there.
 * Before the dose and after the end nobody is waited for.
 */
export const isWatched = ({ stage }: Session): boolean => stage === 'dosed'

/** What a clinician records only because somebody in the room, or on the phone, told or showed it. */
const TOLD_TO_CLINICIAN: readonly HappeningKind[] = [
  ...(['call-answered', 'offline-announced', 'dose-started', 'more-taken', 'look-in'] as const),
  ...(['comfort-needed', 'stands-up', 'distress', 'vitals'] as const),
]

/**
 * Whether an event is a sign of somebody being there: what silence is counted from. What the practice does by
 * itself, such as settling an alert, is none.
 */
export const isSignOfLife = ({ person, what }: SessionEvent): boolean =>
  person === 'clinician' ? TOLD_TO_CLINICIAN.includes(what.kind) : person !== 'system'
