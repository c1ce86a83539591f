/**
 * What can be recorded in a session, and by whom.
 *
 * Every event is written once, on the device where it happened, and kept for good. Devices may have no network
 * for hours, their clocks may differ, and two people may record the same thing.
 * Source and sign-off: docs/clinical/session.md
 */
import type { Answers } from '../instruments/instrument.ts'
import type { WakingWord } from '../instruments/waking.ts'
import type { Severity } from '../outcome.ts'

/** `system`: the practice's server, which judges what was handed in. It is nobody in the room, and closes nothing. */
export type PersonInSession = 'patient' | 'support-person' | 'backup-person' | 'clinician' | 'system'
export type DeviceOf = 'patient' | 'support-person' | 'practice'

/** One finding of the day-of check. An unknown has become its severity before it comes here. */
export type GateFinding = {
  ruleId: string
  severity: Severity
  /** † Nobody may open it, with whatever reason: also for what it speaks for besides its own rule. */
  isFinal?: boolean
  /**
   * Whatever is answered later, it stands: until a prescriber has opened it, or, for a reading, until the rest before
   * it may be taken again is over, in epoch milliseconds.
   */
  staysUntil?: 'opened' | number
}

/** Everything that can happen. What is measured is recorded as it was measured, and judged by the rules. */
export type Happening =
  | { kind: 'preparing' }
  /** One half of the day-of check: the patient's own questions, or what the support person looks after. */
  | { kind: 'judged'; part: 'patient' | 'support-person'; findings: readonly GateFinding[] }
  /**
   * A prescriber opens one finding of one judgement, with a reason. A later judgement is not opened by it. Whether
   * the person is a prescriber, whoever records it has looked up.
   */
  | { kind: 'opened'; judgement: EventRef; ruleId: string; reason: string; isByPrescriber: boolean }
  | { kind: 'line-checked'; hasVoiceLine: boolean }
  /** The session will run without network: started by a phone call or a one-time code, with agreed calls. */
  | { kind: 'offline-announced'; how: 'phone-call' | 'one-time-code'; callsAt: readonly number[] }
  | { kind: 'made-ready' }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'held'; reason: string }
  | { kind: 'released'; reason: string }
  | { kind: 'aborted'; reason: string }
  /** The one dose of the session, as somebody tapped *started*. */
  | { kind: 'dose-started'; units: number }
  /** More was swallowed, or somebody tried to. */
  | { kind: 'more-taken'; units?: number }
  | { kind: 'look-in'; isWell: boolean; waking?: WakingWord }
  | { kind: 'call-answered' }
  | { kind: 'comfort-needed' }
  /** About to be on their feet, and whoever is there is asked to stay close. */
  | { kind: 'stands-up' }
  /** 0 to 10. */
  | { kind: 'distress'; points: number }
  /** Units in the names, as the facts of the rules have them: `systolicMmHg`. */
  | { kind: 'vitals'; readings: Readonly<Record<string, number>> }
  | { kind: 'help-asked' }
  /** The patient does not feel safe with who is there. Shown on no screen but their own and the practice's. */
  | { kind: 'not-safe' }
  | { kind: 'emergency' }
  | { kind: 'support-person-gone' }
  | { kind: 'support-person-back' }
  /** At any moment, by anybody, without a reason. */
  | { kind: 'stop' }
  /** Somebody who may has dealt with an alert. */
  | { kind: 'alert-settled'; alert: string }
  | { kind: 'end-list'; answers: Answers }
  /** The evening after the end: each sign of rule E13 looked for, seen (1) or not (0). */
  | { kind: 'tonight'; signs: Readonly<Record<string, number>> }
  /** `reason`: a clinician's, for ending it on what was measured as it is. */
  | { kind: 'closed'; reason?: string }

export type HappeningKind = Happening['kind']

export type Stamp = {
  /** Made on the device, so that sending twice is storing once. */
  id: string
  sessionId: string
  deviceId: string
  deviceOf: DeviceOf
  /** 1, 2, 3 … on this device, without a gap. */
  sequence: number
  person: PersonInSession
  personId: string
  /** Epoch milliseconds by the device's own clock. */
  deviceAt: number
  /** What to add to get the server's clock, as last measured. Missing = this device never met the server. */
  clockOffsetMs?: number
  /** By device, the highest sequence of the others this device had received. */
  seen: Readonly<Record<string, number>>
}

/** An event before it is linked to the one before it. */
export type UnsealedEvent = Stamp & { what: Happening }

/** `previous` is the hash of the event before on this device, empty for the first. */
export type SessionEvent = UnsealedEvent & { previous: string; hash: string }

/** Names an event across devices. */
export type EventRef = string

export const refOf = ({ deviceId, sequence }: Pick<Stamp, 'deviceId' | 'sequence'>): EventRef =>
  `${deviceId}/${sequence}`

/** When it happened by the server's clock, as well as anybody knows. Epoch milliseconds. */
export const instantOf = ({
  deviceAt,
  clockOffsetMs = 0,
}: Pick<Stamp, 'deviceAt' | 'clockOffsetMs'>): number => deviceAt + clockOffsetMs

/** Whether the person who wrote `event` knew of `earlier`. */
export const knewOf = (event: Stamp, earlier: Stamp): boolean =>
  event.deviceId === earlier.deviceId
    ? event.sequence > earlier.sequence
    : (event.seen[earlier.deviceId] ?? 0) >= earlier.sequence

/**
 * What counts even when it was not allowed, and even from a log that does not verify: it happened in the room, or
 * it asks for more care. Everything else lets the session go on, and needs to be allowed and verified.
 */
const COUNTS_ALWAYS: ReadonlySet<HappeningKind> = new Set<HappeningKind>([
  'held',
  'aborted',
  'paused',
  'dose-started',
  'more-taken',
  'comfort-needed',
  'stands-up',
  'distress',
  'vitals',
  'help-asked',
  'not-safe',
  'tonight',
  'emergency',
  'support-person-gone',
  'stop',
])

export const countsAlways = (kind: HappeningKind): boolean => COUNTS_ALWAYS.has(kind)
