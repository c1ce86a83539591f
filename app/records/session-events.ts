/** What the devices of a session recorded, and the row of the session they belong to. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { HappeningKind, SessionEvent } from '../clinical/session/events.ts'
import { AppError } from '../system/errors.ts'
import { isSameJson } from '../system/json.ts'

/**
 * One after the other for one patient, until the end of the transaction: whatever books, calls off, writes in or ends
 * their session, or changes who is there or where they stand because of it. Sequences have no gap, and what looks for
 * a dose sees it. Taken before any other lock, and before any row is changed (docs/architecture.md, "Locks").
 */
export async function lockSession({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`session ${practiceId} ${patientId}`}, 0))`.execute(
    trx,
  )
}

/** The first is the dose; the other one, without it, happened all the same. */
export const DOSES: readonly HappeningKind[] = ['dose-started', 'more-taken']

/** Whether anything was taken in it: from then until it is closed it is watched. */
export async function hasDose(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('session_event')
    .select('event_id')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .where(sql`event #>> '{what,kind}'`, 'in', DOSES)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ReceivedEvent = { event: SessionEvent; receivedAt: Date }

/** Everything received of one session, in the order it came. */
export async function listSessionEvents(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId: string,
): Promise<ReceivedEvent[]> {
  const rows = await trx
    .selectFrom('session_event')
    .select(['event', 'received_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .orderBy('received_at')
    .orderBy('event_id')
    .execute()
  return rows.map(({ event, received_at: receivedAt }) => ({ event, receivedAt }))
}

/**
 * Stores one event for good. The same again is harmless; another under a stored id is refused.
 *
 * @throws AppError conflict
 */
export async function insertSessionEvent(
  { trx, practiceId, patientId, actorId, role }: Scope<AboutPatient>,
  event: SessionEvent,
  receivedAt: Date,
): Promise<'stored' | 'already-stored'> {
  const inserted = await trx
    .insertInto('session_event')
    .values({
      practice_id: practiceId,
      session_id: event.sessionId,
      event_id: event.id,
      patient_id: patientId,
      event: JSON.stringify(event),
      sent_by: actorId,
      sent_as: role,
      received_at: receivedAt,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'session_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst()
  if (inserted) return 'stored'
  const stored = await trx
    .selectFrom('session_event')
    .select('event')
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', event.sessionId)
    .where('event_id', '=', event.id)
    .executeTakeFirst()
  if (!stored || !isSameJson(stored.event, event))
    throw new AppError('conflict', `event ${event.id} is stored with other content`)
  return 'already-stored'
}

/** Writes when a session closed, once. Returns whether it was written now. */
export async function endSession(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId: string,
  endedAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('dosing_session')
    .set({ ended_at: endedAt })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type SessionOnBoard = {
  patientId: string
  sessionId: string
  name: string
  place: string
  state: EnrolmentState | null
  isCalledOff: boolean
  startsAt: Date
  timeZone: string
  lastHeardAt: Date | null
  openAlerts: number
  unseenAlerts: number
  hasEmergency: boolean
}

/**
 * Sessions of the reader's own patients that are booked and neither called off nor closed, and those called off with
 * an alert nobody has settled: what needs a person first, then by their time.
 */
export async function listSessionsNow(scope: Scope<'list-sessions'>): Promise<SessionOnBoard[]> {
  const { trx, practiceId } = scope
  const { rows } = await sql<{
    patient_id: string
    session_id: string
    name: string
    place: string
    state: EnrolmentState | null
    is_off: boolean
    starts_at: Date
    time_zone: string
    last_heard: Date | null
    open: number
    unseen: number
    emergency: boolean
  }>`
    select session.patient_id, session.session_id, patient.given_name || ' ' || patient.family_name as name,
      patient.place || ', ' || patient.state as place, session.starts_at, session.time_zone,
      session.cancelled_at is not null as is_off,
      (select state from enrolment where enrolment.practice_id = session.practice_id
        and enrolment.patient_id = session.patient_id order by since desc limit 1) as state,
      (select max(received_at) from session_event where session_event.practice_id = session.practice_id
        and session_event.session_id = session.session_id) as last_heard,
      coalesce(alerts.open, 0)::int as open, coalesce(alerts.unseen, 0)::int as unseen,
      coalesce(alerts.emergency, false) as emergency
    from dosing_session as session
    join patient on patient.practice_id = session.practice_id and patient.patient_id = session.patient_id
    left join lateral (
      select count(*) as open, count(*) filter (where seen_at is null) as unseen,
        bool_or(level = 'emergency') as emergency
      from alert where alert.practice_id = session.practice_id and alert.session_id = session.session_id
        and alert.settled_at is null
    ) as alerts on true
    where session.practice_id = ${practiceId} and session.ended_at is null
      and (session.cancelled_at is null or alerts.open > 0)
    order by emergency desc, open desc, session.starts_at
    limit 100`.execute(trx)
  scope.appeared(rows.map((row) => row.patient_id))
  return rows.map((row) => ({
    patientId: row.patient_id,
    sessionId: row.session_id,
    name: row.name,
    place: row.place,
    state: row.state,
    isCalledOff: row.is_off,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    lastHeardAt: row.last_heard,
    openAlerts: row.open,
    unseenAlerts: row.unseen,
    hasEmergency: row.emergency,
  }))
}
