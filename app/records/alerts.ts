/** Alerts: somebody is asked to look now. Sent, seen by whom and when, settled with what was done. */
import { type Selectable, sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { AlertLevel } from '../clinical/session/state.ts'
import type { JourneyTables } from '../database/journey-tables.ts'
import { newUuid } from '../system/ids.ts'
import { NEWS } from './news.ts'

export type NewAlert = {
  /** Which thing raised it: the same thing raises it once. */
  cause: string
  sessionId: string | null
  level: AlertLevel
  at: Date
  /** Whether somebody was on duty then. */
  isInCover: boolean
}

export type StoredAlert = {
  id: string
  cause: string
  sessionId: string | null
  level: AlertLevel
  raisedAs: string
  raisedAt: Date
  isInCover: boolean
  seen: { by: string; at: Date } | null
  settled: { by: string; at: Date; because: string } | null
}

/** Raises an alert once for its cause. Returns its id when it is new. */
export async function raiseAlert(
  { trx, practiceId, patientId, actorId, role }: Scope<AboutPatient>,
  alert: NewAlert,
): Promise<string | undefined> {
  const row = await trx
    .insertInto('alert')
    .values({
      practice_id: practiceId,
      alert_id: newUuid(),
      patient_id: patientId,
      session_id: alert.sessionId,
      cause: alert.cause,
      level: alert.level,
      raised_by: actorId,
      raised_as: role,
      raised_at: alert.at,
      is_in_cover: alert.isInCover,
      seen_by: null,
      seen_by_name: null,
      seen_at: null,
      settled_by: null,
      settled_by_name: null,
      settled_because: null,
      settled_at: null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'patient_id', 'cause']).doNothing())
    .returning('alert_id')
    .executeTakeFirst()
  return row?.alert_id
}

const alertOf = (row: Selectable<JourneyTables['alert']>): StoredAlert => ({
  id: row.alert_id,
  cause: row.cause,
  sessionId: row.session_id,
  level: row.level,
  raisedAs: row.raised_as,
  raisedAt: row.raised_at,
  isInCover: row.is_in_cover,
  seen: row.seen_by_name !== null && row.seen_at !== null ? { by: row.seen_by_name, at: row.seen_at } : null,
  settled:
    row.settled_by_name !== null && row.settled_at !== null
      ? { by: row.settled_by_name, at: row.settled_at, because: row.settled_because ?? '' }
      : null,
})

/** Of one session, the latest first. */
export async function listAlerts(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId: string,
): Promise<StoredAlert[]> {
  const rows = await trx
    .selectFrom('alert')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .orderBy('raised_at', 'desc')
    .orderBy('alert_id')
    .execute()
  return rows.map(alertOf)
}

/** One alert of this patient by its id. */
export async function findAlertById(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  id: string,
): Promise<StoredAlert | undefined> {
  const row = await trx
    .selectFrom('alert')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('alert_id', '=', id)
    .executeTakeFirst()
  return row && alertOf(row)
}

/** Alerts that no session raised begin with this. */
export const OF_RECORD = 'record'

/** What answers outside any session raised, the latest first. */
export async function listRecordAlerts({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<StoredAlert[]> {
  const rows = await trx
    .selectFrom('alert')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`starts_with(cause, ${`${OF_RECORD} `})`)
    .orderBy('raised_at', 'desc')
    .orderBy('alert_id')
    .execute()
  return rows.map(alertOf)
}

/** The alert one thing raised, or undefined. */
export async function findAlert(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  cause: string,
): Promise<StoredAlert | undefined> {
  const row = await trx
    .selectFrom('alert')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('cause', '=', cause)
    .executeTakeFirst()
  return row && alertOf(row)
}

type By = { id: string; name: string; at: Date }

/** Notes who saw it first. Seen again says nothing new. */
export async function seeAlert(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  { id, name, at }: By,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set({ seen_by: actorId, seen_by_name: name, seen_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('alert_id', '=', id)
    .where('seen_at', 'is', null)
    .execute()
}

/** Writes down who dealt with it and what was done. Whoever settles it has seen it. */
export async function settleAlert(
  scope: Scope<AboutPatient>,
  { id, name, at }: By,
  because: string,
): Promise<boolean> {
  await seeAlert(scope, { id, name, at })
  const { trx, practiceId, patientId, actorId } = scope
  const { numUpdatedRows } = await trx
    .updateTable('alert')
    .set({ settled_by: actorId, settled_by_name: name, settled_because: because, settled_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('alert_id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Notes that what was asked for has happened by itself. It is settled by nobody's look, and nobody is said to have
 * seen it.
 */
export async function settleByRecord(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  causeBegins: string,
  { name, at }: Omit<By, 'id'>,
  because: string,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set({ settled_by: actorId, settled_by_name: name, settled_because: because, settled_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`starts_with(cause, ${causeBegins})`)
    .where('settled_at', 'is', null)
    .execute()
}

export type OpenAlert = StoredAlert & {
  patientId: string
  patientName: string
  /** When the session it was raised for closed; null while it is open, and without one. */
  sessionEndedAt: Date | null
}

/**
 * What is not settled, of the patients on the reader's list: emergencies first, then what nobody has seen, then the
 * oldest. What is only new is told on the list of people. A coordinator finds what they are asked to call about,
 * and what is waiting for a clinician.
 */
export async function listOpenAlerts(scope: Scope<'list-alerts'>, limit: number): Promise<OpenAlert[]> {
  const { trx, practiceId, role } = scope
  const rows = await trx
    .selectFrom('alert')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'alert.practice_id')
        .onRef('patient.patient_id', '=', 'alert.patient_id'),
    )
    .leftJoin('dosing_session as session', (join) =>
      join
        .onRef('session.practice_id', '=', 'alert.practice_id')
        .onRef('session.session_id', '=', 'alert.session_id'),
    )
    .selectAll('alert')
    .select(['patient.given_name', 'patient.family_name', 'session.ended_at as session_ended_at'])
    .where('alert.practice_id', '=', practiceId)
    .where('alert.settled_at', 'is', null)
    .where(isForStaff)
    .where((eb) =>
      role === 'prescriber'
        ? eb.lit(true)
        : eb.or([
            sql<boolean>`alert.level = 'confirm' and split_part(alert.cause, ' ', 2) = 'rule:E04'`,
            sql<boolean>`alert.level <> 'confirm' and alert.seen_at is null`,
          ]),
    )
    .orderBy(sql`array_position(array['emergency', 'person-now', 'confirm'], alert.level)`)
    .orderBy(sql`alert.seen_at is not null`)
    .orderBy('alert.raised_at')
    .orderBy('alert.alert_id')
    .limit(limit)
    .execute()
  scope.appeared(rows.map((row) => row.patient_id))
  return rows.map((row) => ({
    ...alertOf(row),
    patientId: row.patient_id,
    patientName: `${row.given_name} ${row.family_name}`,
    sessionEndedAt: row.session_ended_at,
  }))
}

/** What is only new stands on the list of people. */
const isForStaff = sql<boolean>`split_part(alert.cause, ' ', 1) <> all (${sql.val([...NEWS])})`

/** How many wait that nobody has seen, of the patients on the reader's list. */
export async function countUnseen({ trx, practiceId }: Scope<'read-worklist'>): Promise<number> {
  const { unseen } = await trx
    .selectFrom('alert')
    .select(({ fn }) => fn.countAll<string>().as('unseen'))
    .where('practice_id', '=', practiceId)
    .where('settled_at', 'is', null)
    .where('seen_at', 'is', null)
    .where(isForStaff)
    .executeTakeFirstOrThrow()
  return Number(unseen)
}
