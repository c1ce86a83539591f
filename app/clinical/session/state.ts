/** What is known of one session after some of its events. Sign-off: docs/clinical/session.md */
import type { Answers } from '../instruments/instrument.ts'
import { type Measured, NOTHING_MEASURED, type NotWell } from './ending.ts'
import {
  type EventRef,
  type GateFinding,
  instantOf,
  type SessionEvent,
  type UnsealedEvent,
} from './events.ts'
import type { AfterStop } from './phases.ts'

/** The steps an event makes. Onset, peak, return and recovery follow from the clock: `placeAt`. */
export type Stage =
  | 'not-ready'
  | 'preparing'
  | 'ready-for-dose'
  | 'dosed'
  | 'complete'
  | 'stopped'
  | 'aborted'

export type AlertKind =
  | 'help-asked'
  | 'emergency'
  | 'possible-overdose'
  /** Fewer were taken than the plan says, or nobody knows what it says: whoever is there counts again. */
  | 'units-to-confirm'
  /** Two people tapped *started*: one dose, which one of them confirms. */
  | 'one-dose-to-confirm'
  /** A dose was started that was not to be. It counts, and a person looks at once. */
  | 'dose-not-allowed'
  | 'stopped-after-dose'
  | 'support-person-gone'
  /** The patient said, on their own screen, that they do not feel safe with who is there. Nobody there reads of it. */
  | 'not-safe'
  /** A device's log does not verify. */
  | 'log-broken'

export type AlertLevel = 'emergency' | 'person-now' | 'confirm'

/** Needs a person until one has settled it. */
export type Alert = {
  /** The same for the same events, wherever they are merged. */
  key: string
  kind: AlertKind
  level: AlertLevel
  /** The event it comes from; missing for a log. */
  from?: EventRef
  settledBy?: EventRef
}

/** Somebody swallowed something: the start, a second tap of the start, or more of it. */
export type Swallow = { event: SessionEvent; firstKnownOn: Readonly<Record<string, number>> }

/**
 * When the server received an event, by the event's id: epoch milliseconds. It had happened by then, whatever the
 * device's clock says. A device knows none.
 */
export type Receipts = Readonly<Record<string, number>>

export type Judgement = { ref: EventRef; findings: readonly GateFinding[]; opened: readonly string[] }

export type Session = {
  stage: Stage
  isPaused: boolean
  /** Why a clinician, or somebody in the room, holds it. */
  heldFor?: string
  /** The latest day-of check of each side. */
  judged: Partial<Record<'patient' | 'support-person', Judgement>>
  hasVoiceLine?: boolean
  /** Epoch milliseconds of the agreed calls. */
  offline?: { how: 'phone-call' | 'one-time-code'; callsAt: readonly number[] }
  /** One dose, however many tapped. `firstKnownOn`: by device, its own clock when it first knew of it. */
  swallows: readonly Swallow[]
  stop?: { ref: EventRef; after: AfterStop }
  isSupportPersonGone: boolean
  measured: Measured
  /** The latest ready-to-end list of a second person, and whole minutes since the dose that are certain. */
  endList?: { ref: EventRef; answers: Answers; minutesSinceDose: number }
  alerts: readonly Alert[]
  /** Kept and shown, without effect, and why. */
  setAside: readonly { ref: EventRef; why: Refused }[]
}

export const NEW_SESSION: Session = {
  stage: 'not-ready',
  isPaused: false,
  judged: {},
  swallows: [],
  isSupportPersonGone: false,
  measured: NOTHING_MEASURED,
  alerts: [],
  setAside: [],
}

/** Why something may not happen now. The words for each are in content. */
export type Refused =
  | 'out-of-order'
  | 'over'
  | 'after-the-dose'
  | 'no-dose'
  | 'already-dosed'
  | 'not-judged'
  | 'held-by-finding'
  | 'no-line'
  | 'is-paused'
  | 'is-held'
  | 'alert-open'
  | 'support-person-gone'
  | 'too-early'
  | 'end-list-open'
  | NotWell
  /** A rule of the session says now that it is an emergency. */
  | 'look-again'
  | 'clinician-only'
  | 'prescriber-only'
  | 'nobody-opens'
  | 'second-person-only'
  | 'reason-needed'
  | 'calls-needed'
  | 'units-needed'
  | 'unknown-judgement'
  | 'unknown-alert'
  | 'not-verified'

export const openAlerts = ({ alerts }: Session): Alert[] =>
  alerts.filter(({ settledBy }) => settledBy === undefined)

/** Findings that hold the session: blocks, and reviews nobody has opened yet. */
export const holdingFindings = ({ judged }: Session): GateFinding[] =>
  [judged.patient, judged['support-person']].flatMap(
    (judgement) =>
      judgement?.findings.filter(
        ({ ruleId, severity }) =>
          (severity === 'block' || severity === 'review') && !judgement.opened.includes(ruleId),
      ) ?? [],
  )

const MINUTE_MS = 60_000

/**
 * Minutes since the latest swallow that are certain on whatever clock, from below: two clocks are compared only
 * when both were measured against the server, and otherwise a device's own clock counts from when it first knew.
 * Where the server received the event, no more than had passed by then: a clock put forward gains nothing.
 *
 * @returns undefined without a swallow; 0 when nothing is certain
 */
export function certainMinutes(
  { swallows }: Session,
  event: UnsealedEvent,
  receipts: Receipts = {},
): number | undefined {
  if (swallows.length === 0) return undefined
  return Math.min(...swallows.map((swallow) => certainSince(swallow, event, receipts[event.id])))
}

function certainSince(
  { event: swallowed, firstKnownOn }: Swallow,
  event: UnsealedEvent,
  receivedAt: number | undefined,
): number {
  const ownClock = event.deviceAt - (firstKnownOn[event.deviceId] ?? event.deviceAt)
  const isComparable = swallowed.clockOffsetMs !== undefined && event.clockOffsetMs !== undefined
  const serverClock = isComparable ? instantOf(event) - instantOf(swallowed) : 0
  const isBounded = receivedAt !== undefined && swallowed.clockOffsetMs !== undefined
  const longest = isBounded ? receivedAt - instantOf(swallowed) : Number.POSITIVE_INFINITY
  const elapsed = Math.max(Math.min(Math.max(ownClock, serverClock), longest), 0)
  return Number.isFinite(elapsed) ? elapsed / MINUTE_MS : 0
}
