/** Where one person stands: their way so far, and the session the next thing hangs on. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import type { ScheduleLimits } from '../clinical/protocol/follow-up.ts'

/** Of the questionnaires people are asked, the long ones; and more of them than any week may hold. */
const HEAVY_SCALES = [pcl5.code, pcl5Week.code]
const MOST_IN_A_WEEK = 20

export type WayStep = { to: EnrolmentState; by: string; as: string; at: Date }

export type Way = {
  state: EnrolmentState
  since: Date
  pausedFrom?: EnrolmentState
  /** The first first. */
  steps: WayStep[]
}

type WayRow = {
  state: EnrolmentState
  since: Date
  paused_from: EnrolmentState | null
  steps: { to: EnrolmentState; by: string; as: string; at: string }[] | null
}

/** The open enrolment, or the last that ended, with every step of it. In one question: first pages ask it. */
export async function findWay({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<Way | undefined> {
  const { rows } = await sql<WayRow>`
    select enrolment.state, enrolment.since, enrolment.paused_from,
      (select jsonb_agg(jsonb_build_object(
          'to', step.to_state, 'by', step.taken_by_name, 'as', step.taken_as, 'at', step.taken_at
        ) order by step.step)
        from enrolment_step as step
        where step.practice_id = ${practiceId} and step.enrolment_id = enrolment.enrolment_id) as steps
    from enrolment
    where enrolment.practice_id = ${practiceId} and enrolment.patient_id = ${patientId}
    order by enrolment.state in ('declined', 'completed', 'discharged'), enrolment.since desc
    limit 1`.execute(trx)
  const [row] = rows
  return (
    row && {
      state: row.state,
      since: row.since,
      ...(row.paused_from !== null && { pausedFrom: row.paused_from }),
      steps: (row.steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
    }
  )
}

/** A session with what followed it. */
export type WaySession = {
  startsAt: Date
  /** Once it has closed. */
  endedAt?: Date
  isNextDayToldOf: boolean
  /** Of the protocol it was booked under. */
  followUpEveryDays?: number
  /** Of the same protocol: how much may be asked. */
  burden?: ScheduleLimits
  /** Its integration appointment. */
  meetingAt?: Date
  /** When the questions about the week were last answered. */
  followedUpAt?: Date
  /** When any long scale was answered, the latest few. */
  heavyAt: readonly Date[]
  /** While it is ahead: what it rests on and is gone. */
  gaps: readonly BookingGap[]
}

type SessionRow = {
  starts_at: Date
  ended_at: Date | null
  next_day: boolean
  every_days: number | null
  burden: ScheduleLimits | null
  heavy_at: string[] | null
  meeting_at: Date | null
  followed_up_at: Date | null
  gaps: BookingGap[] | null
}

/** The latest session that was not called off. */
export async function findWaySession({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<WaySession | undefined> {
  const { rows } = await sql<SessionRow>`
    select session.starts_at, session.ended_at, access.booking_gaps(session.session_id) as gaps,
      (protocol.limits #>> '{instruments,cadence,pcl5WeekDays}')::integer as every_days,
      protocol.limits -> 'schedule' as burden,
      exists (select from answer_sheet as sheet
        where sheet.practice_id = ${practiceId} and sheet.patient_id = ${patientId}
          and sheet.kind = 'next-day' and sheet.session_id = session.session_id) as next_day,
      (select min(appointment.starts_at) from appointment
        where appointment.practice_id = ${practiceId} and appointment.patient_id = ${patientId}
          and appointment.kind = 'integration' and appointment.session_id = session.session_id
          and appointment.state = 'booked') as meeting_at,
      (select max(response.authored_at) from questionnaire_response as response
        where response.practice_id = ${practiceId} and response.patient_id = ${patientId}
          and response.instrument = ${pcl5Week.code}) as followed_up_at,
      (select jsonb_agg(heavy.authored_at) from (
        select response.authored_at from questionnaire_response as response
        where response.practice_id = ${practiceId} and response.patient_id = ${patientId}
          and response.instrument = any(${HEAVY_SCALES})
        order by response.authored_at desc limit ${MOST_IN_A_WEEK}) as heavy) as heavy_at
    from dosing_session as session
    left join protocol_version as protocol on protocol.practice_id = ${practiceId}
      and protocol.version = session.protocol_version
    where session.practice_id = ${practiceId} and session.patient_id = ${patientId}
      and session.cancelled_at is null
    order by session.starts_at desc limit 1`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const { ended_at: endedAt, every_days: every, meeting_at: meetingAt, followed_up_at: followedUpAt } = row
  return {
    startsAt: row.starts_at,
    isNextDayToldOf: row.next_day,
    gaps: row.gaps ?? [],
    heavyAt: (row.heavy_at ?? []).map((at) => new Date(at)),
    ...(row.burden !== null && { burden: row.burden }),
    ...(endedAt !== null && { endedAt }),
    ...(every !== null && { followUpEveryDays: every }),
    ...(meetingAt !== null && { meetingAt }),
    ...(followedUpAt !== null && { followedUpAt }),
  }
}
