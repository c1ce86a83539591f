/** What there has been of a course of sessions. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'

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
