/**
 * A session is booked together with the appointment after it, or not at all.
 *
 * Everything is read and judged inside the transaction that writes it, one booking of the practice after the other:
 * two clicks, two people, or a turn of duty that is being taken off the rota cannot pass each other by.
 */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import {
  type BookingFacts,
  type BookingProblem,
  bookingProblems,
  integrationPlace,
  plannedEnd,
  watchEnd,
} from '../clinical/booking.ts'
import type { Database } from '../database/connection.ts'
import { findIntegration, insertIntegration } from '../records/appointments.ts'
import { dutyThrough, type OnDuty } from '../records/duty.ts'
import { isToBeThere, listIntegrators } from '../records/people.ts'
import { lockSession } from '../records/session-events.ts'
import { findSession, insertSession, lockBooking } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { calendarDay } from '../system/time.ts'
import { becomeReady } from './become-ready.ts'
import { type BookingRoom, readBookingRoom } from './booking-room.ts'

export type Booking = {
  /** Both made with the page, so that sending twice is booking once. */
  sessionId: string
  appointmentId: string
  startsAt: Date
  integrationAt: Date
  withId: string
  /** Where the person is. */
  timeZone: string
  by: string
  now: Date
}

/** Beside the clinical reasons: the clinician of the appointment is not on this care team, or met by somebody else. */
export type WhyNotBooked = BookingProblem | 'with-nobody' | 'with-taken'

export type BookingOutcome =
  | { status: 'booked' | 'already-booked'; isEarlier: boolean }
  | { status: 'not-booked'; problems: readonly WhyNotBooked[] }

class Taken extends AppError {
  constructor() {
    super('conflict', 'the clinician of an appointment is taken')
  }
}

export async function bookSession(
  db: Database,
  permit: Permit<'book-session'>,
  booking: Booking,
): Promise<BookingOutcome> {
  try {
    return await inScope(db, permit, (scope) => book(scope, booking))
  } catch (error) {
    if (error instanceof Taken) return { status: 'not-booked', problems: ['with-taken'] }
    throw error
  }
}

async function book(scope: Scope<'book-session'>, booking: Booking): Promise<BookingOutcome> {
  await lockSession(scope)
  await lockBooking(scope)
  const before = await findSession(scope, booking.sessionId)
  if (before) return { status: 'already-booked', isEarlier: false }

  const room = await readBookingRoom(scope)
  const { plan, protocol, support, backup } = room
  const endsAt = plan && new Date(plannedEnd(booking.startsAt.getTime(), plan.values))
  const watchUntil = plan && watchEnd(booking.startsAt.getTime(), plan.values, room.limits.session ?? {})
  const until = watchUntil === undefined ? endsAt : new Date(watchUntil)
  const duty = until && (await dutyThrough(scope, booking.startsAt, until))
  const problems: WhyNotBooked[] = bookingProblems(bookingFacts(room, booking, { watchUntil, duty }))
  const integrators = await listIntegrators(scope)
  if (!integrators.some(({ id }) => id === booking.withId)) problems.push('with-nobody')
  if (
    problems.length > 0 ||
    !plan ||
    !endsAt ||
    !until ||
    !protocol ||
    !duty ||
    !support?.actorId ||
    !backup?.actorId
  )
    return { status: 'not-booked', problems }

  await insertSession(scope, {
    id: booking.sessionId,
    planVersion: plan.version,
    protocolVersion: protocol.version,
    startsAt: booking.startsAt,
    plannedEndAt: endsAt,
    watchUntil: until,
    timeZone: booking.timeZone,
    dutyClinicianId: duty.clinicianId,
    supportPersonId: support.actorId,
    backupPersonId: backup.actorId,
    bookedBy: booking.by,
    bookedAt: booking.now,
  })
  await bookAppointment(scope, booking)
  await becomeReady(scope, { by: booking.by, at: booking.now })
  const place = integrationPlace(endsAt.getTime(), booking.integrationAt.getTime(), {
    ...room.limits.integration,
  })
  return { status: 'booked', isEarlier: place === 'earlier' }
}

type NewIntegration = Pick<
  Booking,
  'sessionId' | 'appointmentId' | 'integrationAt' | 'withId' | 'timeZone' | 'now'
>

/** @throws Taken, and nothing of the transaction is stored */
async function bookAppointment(scope: Scope<'book-session'>, booking: NewIntegration) {
  const outcome = await insertIntegration(scope, {
    id: booking.appointmentId,
    sessionId: booking.sessionId,
    withId: booking.withId,
    startsAt: booking.integrationAt,
    timeZone: booking.timeZone,
    bookedAt: booking.now,
  })
  if (outcome === 'taken') throw new Taken()
}

export function bookingFacts(
  room: BookingRoom,
  {
    startsAt,
    integrationAt,
    timeZone,
    now,
  }: Pick<Booking, 'startsAt' | 'integrationAt' | 'timeZone' | 'now'>,
  { watchUntil, duty }: { watchUntil: number | undefined; duty: OnDuty | undefined },
): BookingFacts {
  const sessionOn = calendarDay(startsAt, timeZone)
  return {
    now: now.getTime(),
    state: room.enrolment?.state,
    plan: room.plan?.values,
    startsAt: startsAt.getTime(),
    integrationAt: integrationAt.getTime(),
    sessionOn,
    sessionDays: room.sessions.map((session) => calendarDay(session.startsAt, session.timeZone)),
    hasOpenSession: room.sessions.some(({ endedAt }) => endedAt === null),
    limits: room.limits.integration ?? {},
    watchUntil,
    hasDuty: duty !== undefined,
    isSupportAgreed: room.support !== undefined && isToBeThere(room.support),
    isBackupAgreed: room.backup !== undefined && isToBeThere(room.backup),
    calendar: room.calendarOn(sessionOn, timeZone),
  }
}

/** Another appointment for a session whose own was called off: nothing moved by itself. */
export async function bookIntegration(
  db: Database,
  permit: Permit<'book-session'>,
  booking: NewIntegration & { by: string },
): Promise<BookingOutcome> {
  try {
    return await inScope(db, permit, async (scope): Promise<BookingOutcome> => {
      await lockSession(scope)
      await lockBooking(scope)
      const session = await findSession(scope, booking.sessionId)
      if (!session || session.cancelledAt !== null)
        throw new AppError('conflict', 'an appointment for a session that is not there any more')
      const standing = await findIntegration(scope, session.id)
      if (standing) return { status: 'already-booked', isEarlier: false }
      const room = await readBookingRoom(scope)
      const end = session.endedAt ?? session.plannedEndAt
      const place = integrationPlace(end.getTime(), booking.integrationAt.getTime(), {
        ...room.limits.integration,
      })
      const problems: WhyNotBooked[] = []
      if (!(booking.integrationAt > booking.now)) problems.push('past')
      if (place === 'not-signed') problems.push('window-not-signed')
      if (place === 'before-the-end') problems.push('integration-before-end')
      const integrators = await listIntegrators(scope)
      if (!integrators.some(({ id }) => id === booking.withId)) problems.push('with-nobody')
      if (problems.length > 0) return { status: 'not-booked', problems }
      await bookAppointment(scope, booking)
      await becomeReady(scope, { by: booking.by, at: booking.now })
      return { status: 'booked', isEarlier: place === 'earlier' }
    })
  } catch (error) {
    if (error instanceof Taken) return { status: 'not-booked', problems: ['with-taken'] }
    throw error
  }
}
