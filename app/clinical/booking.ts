/**
 * Whether a session and its integration appointment can be booked for a time, and every reason why not.
 *
 * Instants are epoch milliseconds; days are calendar days where the person is. What is not known stands in the way.
 * Source: rules C23, E08, B16, B31 to B33. Sign-off: docs/clinical/booking.md
 */
import { type Day, daysFrom } from './calendar-day.ts'
import type { EnrolmentState } from './enrolment.ts'
import { integrationWindow, placeOf } from './integration-window.ts'
import type { PlanValues } from './plan/shape.ts'
import type { IntegrationLimits } from './protocol/follow-up.ts'
import type { SessionLimits } from './protocol/session.ts'
import { type CalendarEntry, isClosed } from './rule-calendar.ts'

const MINUTE_MS = 60_000

/** A plan as far as booking asks it. */
export type BookingPlan = Pick<
  PlanValues,
  'daysBetweenSessions' | 'observationMinutes' | 'sessions' | 'startsOn' | 'endsOn'
>

export type BookingFacts = {
  now: number
  state: EnrolmentState | undefined
  /** Signed and whole. */
  plan: BookingPlan | undefined
  startsAt: number
  integrationAt: number
  /** The day of `startsAt` where the person is. */
  sessionOn: Day
  /** The days of every session that was not called off. */
  sessionDays: readonly Day[]
  /** One is booked already. */
  hasOpenSession: boolean
  limits: IntegrationLimits
  /** The end of the watch: `watchEnd`. */
  watchUntil: number | undefined
  /** One clinician is on duty from the beginning to the end of the watch. */
  hasDuty: boolean
  isSupportAgreed: boolean
  isBackupAgreed: boolean
  /** As it stands on the day of the session. */
  calendar: readonly CalendarEntry[]
}

export const BOOKING_PROBLEMS = [
  'not-supplied',
  'no-plan',
  'already-booked',
  'support',
  'backup',
  'past',
  'outside-plan',
  'no-sessions-left',
  'too-soon',
  'watch-not-signed',
  'duty',
  'calendar',
  'window-not-signed',
  'integration-before-end',
  'integration-too-late',
] as const
export type BookingProblem = (typeof BOOKING_PROBLEMS)[number]

/** When a session that starts at `startsAt` is planned to end: its observation time after the dose. */
export const plannedEnd = (startsAt: number, plan: Pick<BookingPlan, 'observationMinutes'>): number =>
  startsAt + plan.observationMinutes * MINUTE_MS

/**
 * The end of the watch: the latest of the planned end, the longest observation, and the end of the recovery phase.
 * Whoever closes early goes home early; until then somebody answers.
 *
 * @returns undefined when the protocol has no longest observation: nobody knows until when to watch
 */
export function watchEnd(
  startsAt: number,
  plan: Pick<BookingPlan, 'observationMinutes'>,
  { maximumObservationMinutes, phases = [] }: SessionLimits,
): number | undefined {
  if (maximumObservationMinutes === undefined) return undefined
  const recovery = phases.flatMap(({ phase, toMinutes }) => (phase === 'recovery' ? [toMinutes] : []))
  return startsAt + Math.max(plan.observationMinutes, maximumObservationMinutes, ...recovery) * MINUTE_MS
}

/** What a booked session rests on and can be gone on the day: its people, and somebody on duty. */
export const BOOKING_GAPS = ['support', 'backup', 'duty'] as const
export type BookingGap = (typeof BOOKING_GAPS)[number]

/** Every reason against, in the order they are read. Empty: it can be booked. */
export function bookingProblems(facts: BookingFacts): BookingProblem[] {
  const stands: Record<BookingProblem, boolean> = {
    'not-supplied': facts.state !== 'supplied' && facts.state !== 'ready',
    'no-plan': facts.plan === undefined,
    'already-booked': facts.hasOpenSession,
    support: !facts.isSupportAgreed,
    backup: !facts.isBackupAgreed,
    past: !(facts.startsAt > facts.now),
    ...planProblems(facts),
    'watch-not-signed': facts.plan !== undefined && facts.watchUntil === undefined,
    duty: !facts.hasDuty,
    calendar: isClosed(facts.calendar),
    ...integrationProblems(facts),
  }
  return BOOKING_PROBLEMS.filter((problem) => stands[problem])
}

function planProblems({ plan, sessionOn, sessionDays }: BookingFacts) {
  if (!plan) return { 'outside-plan': false, 'no-sessions-left': false, 'too-soon': false }
  const inCourse = sessionDays.filter((day) => day >= plan.startsOn)
  // Both ways: a session may not come too soon before one that is already there, either.
  const isNear = (day: Day) => !(Math.abs(daysFrom(day, sessionOn) ?? 0) >= plan.daysBetweenSessions)
  return {
    'outside-plan': !(sessionOn >= plan.startsOn && sessionOn <= plan.endsOn),
    'no-sessions-left': inCourse.length >= plan.sessions,
    'too-soon': sessionDays.some(isNear),
  }
}

function integrationProblems({ plan, startsAt, integrationAt, limits }: BookingFacts) {
  const none = { 'window-not-signed': false, 'integration-before-end': false, 'integration-too-late': false }
  if (!plan) return none
  const place = integrationPlace(plannedEnd(startsAt, plan), integrationAt, limits)
  return {
    'window-not-signed': place === 'not-signed',
    'integration-before-end': place === 'before-the-end',
    'integration-too-late': place === 'later',
  }
}

/** Where an appointment falls after a planned end. Earlier than the window is said, and not refused. */
export function integrationPlace(plannedAt: number, integrationAt: number, limits: IntegrationLimits) {
  const window = integrationWindow({ plannedAt }, limits)
  return window ? placeOf(integrationAt, window) : 'not-signed'
}
