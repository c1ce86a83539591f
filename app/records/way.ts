/** Where one person stands, in one question to the database: their first page is asked for most of all. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'

export type WayStep = { to: EnrolmentState; by: string; as: string; at: Date }

export type Way = {
  state: EnrolmentState
  since: Date
  pausedFrom?: EnrolmentState
  /** The first first. */
  steps: WayStep[]
  /** The latest session that was not called off. `endedAt` once it has closed. */
  session?: { startsAt: Date; endedAt?: Date; isNextDayToldOf: boolean; followUpEveryDays?: number }
  /** The integration appointment of that session. */
  meetingAt?: Date
  /** When the questions about the week were last answered. */
  followedUpAt?: Date
  /** Somebody of the practice is on duty now. */
  isCovered: boolean
  /** What they told us of their own accord last, such as that they pause, and who saw it. */
  told?: { at: Date; isInCover: boolean; seen?: { by: string; at: Date } }
}

type Row = {
  state: EnrolmentState
  since: Date
  paused_from: EnrolmentState | null
  steps: { to: EnrolmentState; by: string; as: string; at: string }[] | null
  starts_at: Date | null
  ended_at: Date | null
  next_day: boolean
  every_days: number | null
  meeting_at: Date | null
  followed_up_at: Date | null
  is_covered: boolean
  told_at: Date | null
  told_in_cover: boolean | null
  seen_by_name: string | null
  seen_at: Date | null
}

/** Alerts raised by a person's own step begin with this. */
export const OWN_STEP = 'own-step'

/** The open enrolment, or the last that ended, with everything the next thing hangs on. */
export async function findWay(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  now: Date,
): Promise<Way | undefined> {
  const { rows } = await sql<Row>`
    select enrolment.state, enrolment.since, enrolment.paused_from,
      (select jsonb_agg(jsonb_build_object(
          'to', step.to_state, 'by', step.taken_by_name, 'as', step.taken_as, 'at', step.taken_at
        ) order by step.step)
        from enrolment_step as step
        where step.practice_id = ${practiceId} and step.enrolment_id = enrolment.enrolment_id) as steps,
      session.starts_at, session.ended_at, session.every_days,
      exists (select from answer_sheet as sheet
        where sheet.practice_id = ${practiceId} and sheet.patient_id = ${patientId}
          and sheet.kind = 'next-day' and sheet.session_id = session.session_id) as next_day,
      (select min(appointment.starts_at) from appointment
        where appointment.practice_id = ${practiceId} and appointment.patient_id = ${patientId}
          and appointment.kind = 'integration' and appointment.session_id = session.session_id
          and appointment.state = 'booked') as meeting_at,
      (select max(response.authored_at) from questionnaire_response as response
        where response.practice_id = ${practiceId} and response.patient_id = ${patientId}
          and response.instrument = 'pcl-5-week') as followed_up_at,
      exists (select from duty
        where duty.practice_id = ${practiceId} and duty.from_at <= ${now} and duty.to_at > ${now}
          and duty.withdrawn_at is null) as is_covered,
      told.raised_at as told_at, told.is_in_cover as told_in_cover, told.seen_by_name, told.seen_at
    from enrolment
    left join lateral (
      select dosing_session.session_id, dosing_session.starts_at, dosing_session.ended_at,
        (protocol.limits #>> '{instruments,cadence,pcl5WeekDays}')::integer as every_days
      from dosing_session
      left join protocol_version as protocol on protocol.practice_id = ${practiceId}
        and protocol.version = dosing_session.protocol_version
      where dosing_session.practice_id = ${practiceId} and dosing_session.patient_id = ${patientId}
        and dosing_session.cancelled_at is null
      order by dosing_session.starts_at desc limit 1
    ) as session on true
    left join lateral (
      select raised_at, is_in_cover, seen_by_name, seen_at from alert
      where alert.practice_id = ${practiceId} and alert.patient_id = ${patientId}
        and starts_with(alert.cause, ${OWN_STEP})
      order by raised_at desc limit 1
    ) as told on true
    where enrolment.practice_id = ${practiceId} and enrolment.patient_id = ${patientId}
    order by enrolment.state in ('declined', 'completed', 'discharged'), enrolment.since desc
    limit 1`.execute(trx)
  const [row] = rows
  return row && fromRow(row)
}

function fromRow(row: Row): Way {
  const { starts_at: startsAt, ended_at: endedAt, every_days: every, told_at: toldAt } = row
  const { seen_by_name: by, seen_at: seenAt } = row
  return {
    state: row.state,
    since: row.since,
    ...(row.paused_from !== null && { pausedFrom: row.paused_from }),
    steps: (row.steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
    ...(startsAt !== null && {
      session: {
        startsAt,
        isNextDayToldOf: row.next_day,
        ...(endedAt !== null && { endedAt }),
        ...(every !== null && { followUpEveryDays: every }),
      },
    }),
    ...(row.meeting_at !== null && { meetingAt: row.meeting_at }),
    ...(row.followed_up_at !== null && { followedUpAt: row.followed_up_at }),
    isCovered: row.is_covered,
    ...(toldAt !== null && {
      told: {
        at: toldAt,
        isInCover: row.told_in_cover ?? false,
        ...(by !== null && seenAt !== null && { seen: { by, at: seenAt } }),
      },
    }),
  }
}
