/**
 * The hours after a session in which a person's therapist is met, and what follows when nobody is.
 *
 * Some teams aim for such hours; nobody has shown that these are better than others. Nothing here refuses an
 * appointment, moves one, or counts one as missed. Source: rules C23 and E08.
 * Sign-off: docs/clinical/integration-window.md
 */
import type { Outcome } from './outcome.ts'
import type { IntegrationLimits } from './protocol/follow-up.ts'

const HOUR_MS = 3_600_000

/** Epoch milliseconds. The recorded end takes the place of the planned one as soon as there is one. */
export type SessionEnd = { plannedAt: number; recordedAt?: number }

/** Epoch milliseconds, both ends inside. */
export type IntegrationWindow = { fromAt: number; toAt: number; endedAt: number; by: 'planned' | 'recorded' }

/**
 * The window after a session, in elapsed hours: no clock change makes it longer or shorter.
 *
 * @returns undefined when nobody signed both hours, or what was signed ends before it begins
 */
export function integrationWindow(end: SessionEnd, limits: IntegrationLimits): IntegrationWindow | undefined {
  const { windowFromHours: from, windowToHours: to } = limits
  if (from === undefined || to === undefined || !(from >= 0 && to >= from)) return undefined
  const endedAt = end.recordedAt ?? end.plannedAt
  const by = end.recordedAt === undefined ? 'planned' : 'recorded'
  return { fromAt: endedAt + from * HOUR_MS, toAt: endedAt + to * HOUR_MS, endedAt, by }
}

/** `earlier` and `later` are said, not refused. `before-the-end` belongs to no window of this session. */
export type Place = 'before-the-end' | 'earlier' | 'inside' | 'later'

/** Where an appointment that starts at `startsAt` (epoch milliseconds) falls. Every instant has exactly one place. */
export function placeOf(startsAt: number, { endedAt, fromAt, toAt }: IntegrationWindow): Place {
  if (startsAt < endedAt) return 'before-the-end'
  if (startsAt < fromAt) return 'earlier'
  return startsAt <= toAt ? 'inside' : 'later'
}

export type Appointment = {
  id: string
  /** Epoch milliseconds. */
  startsAt: number
  state: 'booked' | 'kept' | 'cancelled-by-therapist' | 'cancelled-by-patient'
}

/** How much this person's plan asks for a therapist. */
export type TherapistRequirement = 'optional' | 'strongly-advised' | 'essential'

/** Ways on when the therapist called off. The person chooses; nothing moves by itself. */
export const WAYS_ON = ['other-slots', 'in-house-cover', 'keep-with-a-call', 'move-the-session'] as const
export type WayOn = (typeof WAYS_ON)[number]

/**
 * How things stand. `to-be-recorded`: its time has passed and nobody said whether it took place.
 * `not-signed`: without signed hours nothing can be placed.
 */
export type Standing =
  | 'kept'
  | 'booked'
  | 'to-be-recorded'
  | 'later-than-planned'
  | 'cancelled-by-therapist'
  | 'declined'
  | 'none'
  | 'not-signed'

export type IntegrationCheck = {
  standing: Standing
  /** The appointment that stands, and where it falls. */
  appointment?: { id: string; place: Place }
  /** `review` is *talk to us first*, which a prescriber opens with a reason. Never a block. */
  outcome: Outcome
  waysOn: readonly WayOn[]
}

/** What each standing means for each requirement. One that cannot be told is unknown, never fine. */
const OUTCOMES: Record<Standing, Record<TherapistRequirement, Outcome>> = {
  kept: { optional: 'clear', 'strongly-advised': 'clear', essential: 'clear' },
  booked: { optional: 'clear', 'strongly-advised': 'clear', essential: 'clear' },
  'to-be-recorded': { optional: 'inform', 'strongly-advised': 'inform', essential: 'unknown' },
  'later-than-planned': { optional: 'inform', 'strongly-advised': 'advise', essential: 'review' },
  'cancelled-by-therapist': { optional: 'inform', 'strongly-advised': 'advise', essential: 'review' },
  declined: { optional: 'clear', 'strongly-advised': 'inform', essential: 'review' },
  none: { optional: 'inform', 'strongly-advised': 'advise', essential: 'review' },
  'not-signed': { optional: 'unknown', 'strongly-advised': 'unknown', essential: 'unknown' },
}

/**
 * What follows from a session's appointments.
 *
 * An appointment earlier than the plan says stands like one inside; its place tells the clinician.
 *
 * @param isDeclined the person said "not this time", which is theirs to say wherever therapy is not essential
 * @param now epoch milliseconds
 */
export function integrationCheck(
  requirement: TherapistRequirement,
  window: IntegrationWindow | undefined,
  appointments: readonly Appointment[],
  isDeclined: boolean,
  now: number,
): IntegrationCheck {
  const { standing, best } = standingOf(window, appointments, isDeclined, now)
  return {
    standing,
    ...(best && window && { appointment: { id: best.id, place: placeOf(best.startsAt, window) } }),
    outcome: OUTCOMES[standing][requirement],
    waysOn: standing === 'cancelled-by-therapist' ? WAYS_ON : [],
  }
}

function standingOf(
  window: IntegrationWindow | undefined,
  appointments: readonly Appointment[],
  isDeclined: boolean,
  now: number,
): { standing: Standing; best?: Appointment } {
  if (!window) return { standing: 'not-signed' }
  const after = appointments
    .filter(({ startsAt }) => startsAt >= window.endedAt)
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
  const inTime = after.filter(({ startsAt }) => startsAt <= window.toAt)
  const kept = inTime.find(({ state }) => state === 'kept')
  if (kept) return { standing: 'kept', best: kept }
  const booked = inTime.find(({ state, startsAt }) => state === 'booked' && startsAt >= now)
  if (booked) return { standing: 'booked', best: booked }
  const passed = inTime.find(({ state }) => state === 'booked')
  if (passed) return { standing: 'to-be-recorded', best: passed }
  const later = after.find(({ state }) => state === 'booked' || state === 'kept')
  if (later) return { standing: 'later-than-planned', best: later }
  if (isDeclined) return { standing: 'declined' }
  const calledOff = after.some(({ state }) => state === 'cancelled-by-therapist')
  return { standing: calledOff ? 'cancelled-by-therapist' : 'none' }
}
