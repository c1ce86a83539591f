/** Appointments of one patient, and of a therapist across the people who gave them access. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { WayOn } from '../clinical/integration-window.ts'
import type { JourneyTables } from '../database/journey-tables.ts'

export type AppointmentState = JourneyTables['appointment']['state']

export type BookedAppointment = {
  id: string
  kind: JourneyTables['appointment']['kind']
  /** The session an integration appointment follows. */
  sessionId: string | null
  withId: string
  /** Null when whoever asks may not see who it is. */
  withName: string | null
  startsAt: Date
  timeZone: string
  state: AppointmentState
  /** What the person chose after their therapist called off. */
  wayOn: WayOn | null
}

/** All of one patient, the latest first; of one session where one is named. */
export async function listAppointments(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId?: string,
): Promise<BookedAppointment[]> {
  const rows = await trx
    .selectFrom('appointment')
    .leftJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'appointment.practice_id')
        .onRef('member.actor_id', '=', 'appointment.with_id'),
    )
    .selectAll('appointment')
    .select('member.name as with_name')
    .where('appointment.practice_id', '=', practiceId)
    .where('appointment.patient_id', '=', patientId)
    .$if(sessionId !== undefined, (query) => query.where('appointment.session_id', '=', sessionId ?? ''))
    .orderBy('starts_at', 'desc')
    .orderBy('appointment_id')
    .execute()
  return rows.map((row) => ({
    id: row.appointment_id,
    kind: row.kind,
    sessionId: row.session_id,
    withId: row.with_id,
    withName: row.with_name,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    state: row.state,
    wayOn: row.way_on,
  }))
}

/** The integration appointment that stands for a session, or was kept. */
export async function findIntegration(
  scope: Scope<AboutPatient>,
  sessionId: string,
): Promise<BookedAppointment | undefined> {
  const all = await listAppointments(scope, sessionId)
  return all.find(({ kind, state }) => kind === 'integration' && (state === 'booked' || state === 'kept'))
}

export type NewAppointment = {
  id: string
  sessionId: string
  withId: string
  startsAt: Date
  timeZone: string
  bookedAt: Date
}

/** Books an integration appointment. `taken`: that clinician is met by somebody else at this moment. */
export async function insertIntegration(
  { trx, practiceId, patientId, actorId }: Scope<'book-session'>,
  appointment: NewAppointment,
): Promise<'booked' | 'taken'> {
  const inserted = await trx
    .insertInto('appointment')
    .values({
      practice_id: practiceId,
      appointment_id: appointment.id,
      patient_id: patientId,
      kind: 'integration',
      session_id: appointment.sessionId,
      with_id: appointment.withId,
      starts_at: appointment.startsAt,
      time_zone: appointment.timeZone,
      state: 'booked',
      booked_by: actorId,
      booked_at: appointment.bookedAt,
      state_by: null,
      state_at: null,
      way_on: null,
      way_on_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('appointment_id')
    .executeTakeFirst()
  return inserted ? 'booked' : 'taken'
}

/** Moves one that is booked to another state. Returns whether it was booked until now. */
export async function settleAppointment(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  { id, state, at }: { id: string; state: Exclude<AppointmentState, 'booked'>; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('appointment')
    .set({ state, state_by: actorId, state_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('appointment_id', '=', id)
    .where('state', '=', 'booked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps which way on somebody chose after their therapist called off. The last choice counts. */
export async function chooseWayOn(
  { trx, practiceId, patientId }: Scope<'choose-way-on'>,
  { id, wayOn, at }: { id: string; wayOn: WayOn; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('appointment')
    .set({ way_on: wayOn, way_on_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('appointment_id', '=', id)
    .where('state', '=', 'cancelled-by-therapist')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OwnAppointment = {
  id: string
  patientId: string
  givenName: string
  startsAt: Date
  timeZone: string
  state: AppointmentState
  /** When the session before it is planned to end, or closed. */
  sessionEnd: { plannedAt: Date; recordedAt: Date | null } | undefined
}

/** Integration appointments with whoever asks, among the people on their list: booked first, then the latest. */
export async function listOwnAppointments(scope: Scope<'list-integration'>): Promise<OwnAppointment[]> {
  const { trx, practiceId, actorId } = scope
  const rows = await trx
    .selectFrom('appointment')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'appointment.practice_id')
        .onRef('patient.patient_id', '=', 'appointment.patient_id'),
    )
    .leftJoin('dosing_session', (join) =>
      join
        .onRef('dosing_session.practice_id', '=', 'appointment.practice_id')
        .onRef('dosing_session.session_id', '=', 'appointment.session_id'),
    )
    .select(['appointment_id', 'appointment.patient_id', 'given_name', 'appointment.starts_at', 'state_at'])
    .select(['appointment.time_zone', 'appointment.state', 'planned_end_at', 'ended_at'])
    .where('appointment.practice_id', '=', practiceId)
    .where('with_id', '=', actorId)
    .where('kind', '=', 'integration')
    .orderBy((eb) => eb('appointment.state', '<>', 'booked'))
    .orderBy('appointment.starts_at', 'desc')
    .limit(100)
    .execute()
  scope.appeared(rows.map((row) => row.patient_id))
  return rows.map((row) => ({
    id: row.appointment_id,
    patientId: row.patient_id,
    givenName: row.given_name,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    state: row.state,
    sessionEnd:
      row.planned_end_at === null ? undefined : { plannedAt: row.planned_end_at, recordedAt: row.ended_at },
  }))
}
