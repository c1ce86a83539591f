/** What there has been of a course of sessions. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { EarlierFinding } from '../clinical/course/news.ts'
import type { SessionEvent } from '../clinical/session/events.ts'

export type CourseSoFar = {
  /** Sessions that have closed. */
  sessionsInCourse: number
  /** Whole months since the first of them began. */
  monthsInCourse: number
}

/** Since somebody was last accepted, until an instant. Months are whole ones of the calendar. */
export async function findCourseSoFar(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  until: Date,
): Promise<CourseSoFar> {
  const { rows } = await sql<{ sessions: number; months: number | null }>`
    select count(*)::integer as sessions,
      (extract(year from age(${until}, min(session.starts_at))) * 12
        + extract(month from age(${until}, min(session.starts_at))))::integer as months
    from dosing_session as session
    where session.practice_id = ${practiceId} and session.patient_id = ${patientId}
      and session.ended_at <= ${until}
      and session.ended_at > coalesce((
        select max(step.taken_at) from enrolment_step as step
        where step.practice_id = ${practiceId} and step.patient_id = ${patientId} and step.to_state = 'accepted'
      ), '-infinity')`.execute(trx)
  return { sessionsInCourse: rows[0]?.sessions ?? 0, monthsInCourse: rows[0]?.months ?? 0 }
}

/** When somebody was last accepted; undefined before. */
export async function findCourseBegin({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<Date | undefined> {
  const { at } = await trx
    .selectFrom('enrolment_step')
    .select(({ fn }) => fn.max<Date | null>('taken_at').as('at'))
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('to_state', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return at ?? undefined
}

/** Every finding of these rules, wherever it was found: what is new is seen against them. */
export async function listFoundBefore(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  ruleIds: readonly string[],
): Promise<EarlierFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .select(['rule_id', 'severity', 'is_unknown', 'evidence', 'closed_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('rule_id', 'in', ruleIds)
    .execute()
  return rows.map((row) => ({
    ruleId: row.rule_id,
    severity: row.severity,
    isUnknown: row.is_unknown,
    evidence: row.evidence,
    isOpen: row.closed_at === null,
  }))
}

/** What was swallowed in sessions, as the devices recorded it, the same dose perhaps by more than one. */
export async function listSwallows({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<SessionEvent[]> {
  const rows = await trx
    .selectFrom('session_event')
    .select('event')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`event #>> '{what,kind}' in ('dose-started', 'more-taken')`)
    .orderBy('received_at')
    .orderBy('event_id')
    .execute()
  return rows.map(({ event }) => event)
}

/** When sheets of each kind, and responses to each instrument, were last answered. What they say stays sealed. */
export async function listLastAnswered(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  kinds: readonly string[],
  instruments: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ what: string; at: Date }>`
    select kind as what, max(authored_at) as at from answer_sheet
    where practice_id = ${practiceId} and patient_id = ${patientId} and kind = any(${kinds})
    group by kind
    union all
    select instrument, max(authored_at) from questionnaire_response
    where practice_id = ${practiceId} and patient_id = ${patientId} and instrument = any(${instruments})
    group by instrument`.execute(trx)
  return new Map(rows.map(({ what, at }) => [what, at]))
}

/** When the days after sessions, and the questions about the week, were answered since an instant. */
export async function listCheckInsAnswered(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  since: Date,
): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select authored_at as at from answer_sheet
    where practice_id = ${practiceId} and patient_id = ${patientId}
      and kind = 'next-day' and authored_at >= ${since}
    union all
    select authored_at from questionnaire_response
    where practice_id = ${practiceId} and patient_id = ${patientId}
      and instrument = 'pcl-5-week' and authored_at >= ${since}`.execute(trx)
  return rows.map(({ at }) => at)
}
