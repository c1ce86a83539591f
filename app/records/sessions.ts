/** Booked sessions of one patient. */
import { type Selectable, sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { JourneyTables } from '../database/journey-tables.ts'
import { DOSES } from './session-events.ts'

export type BookedSession = {
  id: string
  planVersion: number
  /** In force when it was booked. */
  protocolVersion: number
  startsAt: Date
  plannedEndAt: Date
  /** The end of the watch; null in what was booked before it was kept. */
  watchUntil: Date | null
  /** Where the person is: their clock, whatever the practice's says. */
  timeZone: string
  dutyClinicianId: string
  supportPersonId: string
  backupPersonId: string
  bookedBy: string
  bookedAt: Date
  cancelledAt: Date | null
  /** When it closed. */
  endedAt: Date | null
}

const sessionOf = (row: Selectable<JourneyTables['dosing_session']>): BookedSession => ({
  id: row.session_id,
  planVersion: row.plan_version,
  protocolVersion: row.protocol_version,
  startsAt: row.starts_at,
  plannedEndAt: row.planned_end_at,
  watchUntil: row.watch_until,
  timeZone: row.time_zone,
  dutyClinicianId: row.duty_clinician_id,
  supportPersonId: row.support_person_id,
  backupPersonId: row.backup_person_id,
  bookedBy: row.booked_by_name,
  bookedAt: row.booked_at,
  cancelledAt: row.cancelled_at,
  endedAt: row.ended_at,
})

const sessionsOf = ({ trx, practiceId, patientId }: Scope<AboutPatient>) =>
  trx
    .selectFrom('dosing_session')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)

/** The one that is booked and neither called off nor closed: there is at most one. */
export async function findNextSession(scope: Scope<AboutPatient>): Promise<BookedSession | undefined> {
  const row = await sessionsOf(scope)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && sessionOf(row)
}

/** Until it is closed; or in the evening after, until the watch it was booked with is over. */
export type Watched = { booked: BookedSession; until: 'closed' | Date }

/** Of a session in a query, by the name it has there: something was taken in it, and it is neither closed nor off. */
export const isOpenAfterDose = (session: 'session' | 'dosing_session') => sql<boolean>`(
  ${sql.ref(`${session}.ended_at`)} is null and ${sql.ref(`${session}.cancelled_at`)} is null
  and exists (select from session_event as event
    where event.practice_id = ${sql.ref(`${session}.practice_id`)}
      and event.session_id = ${sql.ref(`${session}.session_id`)}
      and event.event #>> '{what,kind}' = any(${DOSES})))`

/**
 * The session somebody is watched in: from the dose until it is closed, and on until its watch is over. The one answer
 * to who is watched until when, for acts and pages; another that is booked already changes nothing of it.
 */
export async function findWatched(scope: Scope<AboutPatient>, at: Date): Promise<Watched | undefined> {
  const row = await sessionsOf(scope)
    .where('cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        isOpenAfterDose('dosing_session'),
        eb.and([eb('ended_at', 'is not', null), eb('watch_until', '>', at)]),
      ]),
    )
    .orderBy((eb) => eb('ended_at', 'is', null), 'desc')
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const booked = sessionOf(row)
  return { booked, until: booked.endedAt === null ? 'closed' : (booked.watchUntil ?? at) }
}

/** One session of this patient by its id, whatever became of it. */
export async function findSession(
  scope: Scope<AboutPatient>,
  id: string,
): Promise<BookedSession | undefined> {
  const row = await sessionsOf(scope).where('session_id', '=', id).executeTakeFirst()
  return row && sessionOf(row)
}

/** The one that was called off last. */
export async function findCalledOff(scope: Scope<AboutPatient>): Promise<BookedSession | undefined> {
  const row = await sessionsOf(scope)
    .where('cancelled_at', 'is not', null)
    .orderBy('cancelled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && sessionOf(row)
}

/** Those that were not called off, the latest first. */
export async function listSessions(scope: Scope<AboutPatient>): Promise<BookedSession[]> {
  const rows = await sessionsOf(scope)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at', 'desc')
    .execute()
  return rows.map(sessionOf)
}

export type NewSession = Omit<BookedSession, 'cancelledAt' | 'endedAt'>

/** Stores a session once: the same id again is harmless. @throws when another one is open */
export async function insertSession(
  { trx, practiceId, patientId, actorId }: Scope<'book-session'>,
  session: NewSession,
): Promise<void> {
  await trx
    .insertInto('dosing_session')
    .values({
      practice_id: practiceId,
      session_id: session.id,
      patient_id: patientId,
      plan_version: session.planVersion,
      protocol_version: session.protocolVersion,
      starts_at: session.startsAt,
      planned_end_at: session.plannedEndAt,
      watch_until: session.watchUntil,
      time_zone: session.timeZone,
      duty_clinician_id: session.dutyClinicianId,
      support_person_id: session.supportPersonId,
      backup_person_id: session.backupPersonId,
      booked_by: actorId,
      booked_by_name: session.bookedBy,
      booked_at: session.bookedAt,
      cancelled_at: null,
      cancelled_by: null,
      ended_at: null,
    })
    .execute()
}

/**
 * What the booked session rests on and is not there any more, as it stands now. The same question wherever it is
 * shown or goes on; asked of the database, so that a list asks it too.
 */
export async function findBookingGaps(
  { trx }: Scope<AboutPatient>,
  sessionId: string,
): Promise<BookingGap[]> {
  const { rows } = await sql<{ gaps: BookingGap[] | null }>`
    select access.booking_gaps(${sessionId}) as gaps`.execute(trx)
  return rows[0]?.gaps ?? []
}

/** Somebody who agreed takes the place of somebody who has no access any more. */
export async function replacePerson(
  { trx, practiceId, patientId }: Scope<'agree-to-support'>,
  sessionId: string,
  part: 'support' | 'backup',
  actorId: string,
): Promise<void> {
  await trx
    .updateTable('dosing_session')
    .set(part === 'support' ? { support_person_id: actorId } : { backup_person_id: actorId })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .execute()
}

/** Calls off the one that is booked. Returns whether it still was. */
export async function cancelSession(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('dosing_session')
    .set({ cancelled_at: at, cancelled_by: actorId })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .where('cancelled_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** One after the other for the practice's bookings and its rota, until the end of the transaction; after `lockSession`. */
export async function lockBooking({ trx, practiceId }: Pick<Scope, 'trx' | 'practiceId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking ${practiceId}`}, 0))`.execute(trx)
}
