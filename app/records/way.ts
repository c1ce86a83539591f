/** Where one person stands: their way so far, and the session the next thing hangs on. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import { ENDED, type EnrolmentState } from '../clinical/enrolment.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import type { Been } from '../clinical/own-pages.ts'
import type { ScheduleLimits } from '../clinical/protocol/follow-up.ts'
import type { Wish } from './enrolments.ts'
import { DOSES } from './session-events.ts'

/** Of the questionnaires people are asked, the long ones; and more of them than any week may hold. */
const HEAVY_SCALES = [pcl5.code, pcl5Week.code]
const MOST_IN_A_WEEK = 20

/** The open enrolment before any that ended, and of these the last. */
const ENDS = sql.join(ENDED.map((state) => sql.lit(state)))
const THE_ONE_THAT_COUNTS = sql`enrolment.state in (${ENDS}), enrolment.since desc`

export type WayStep = {
  to: EnrolmentState
  by: string
  as: string
  at: Date
  /** Where they asked for it before it could be taken. */
  askedAt?: Date
}

export type Way = {
  state: EnrolmentState
  since: Date
  pausedFrom?: EnrolmentState
  /** Asked for while they are watched, and not taken yet. */
  wish?: Wish
  /** The first first. */
  steps: WayStep[]
}

type WayRow = {
  state: EnrolmentState
  since: Date
  paused_from: EnrolmentState | null
  wished_to: Wish['to'] | null
  wished_at: Date | null
  steps: { to: EnrolmentState; by: string; as: string; at: string; asked: string | null }[] | null
}

/** The open enrolment, or the last that ended, with every step of it. In one question: first pages ask it. */
export async function findWay({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<Way | undefined> {
  const { rows } = await sql<WayRow>`
    select enrolment.state, enrolment.since, enrolment.paused_from, enrolment.wished_to, enrolment.wished_at,
      (select jsonb_agg(jsonb_build_object(
          'to', step.to_state, 'by', step.taken_by_name, 'as', step.taken_as, 'at', step.taken_at,
          'asked', step.asked_at
        ) order by step.step)
        from enrolment_step as step
        where step.practice_id = ${practiceId} and step.enrolment_id = enrolment.enrolment_id) as steps
    from enrolment
    where enrolment.practice_id = ${practiceId} and enrolment.patient_id = ${patientId}
    order by ${THE_ONE_THAT_COUNTS} limit 1`.execute(trx)
  const [row] = rows
  return (
    row && {
      state: row.state,
      since: row.since,
      ...(row.paused_from !== null && { pausedFrom: row.paused_from }),
      ...(row.wished_to !== null &&
        row.wished_at !== null && { wish: { to: row.wished_to, at: row.wished_at } }),
      steps: (row.steps ?? []).map(({ asked, ...step }) => ({
        ...step,
        at: new Date(step.at),
        ...(asked !== null && { askedAt: new Date(asked) }),
      })),
    }
  )
}

/** What the pages of one's own are open by: where somebody stands and has been, and whether a session has closed. */
export async function findBeen({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<Omit<Been, 'hasPeople'>> {
  const { rows } = await sql<BeenRow>`
    select way.state, way.paused_from, way.been,
      exists (select from dosing_session as session
        where session.practice_id = ${practiceId} and session.patient_id = ${patientId}
          and session.cancelled_at is null and session.ended_at is not null) as has_closed
    from (values (1)) as one
    left join lateral (
      select enrolment.state, enrolment.paused_from,
        array(select step.to_state from enrolment_step as step
          where step.practice_id = ${practiceId} and step.enrolment_id = enrolment.enrolment_id
          order by step.step) as been
      from enrolment
      where enrolment.practice_id = ${practiceId} and enrolment.patient_id = ${patientId}
      order by ${THE_ONE_THAT_COUNTS} limit 1
    ) as way on true`.execute(trx)
  const row = rows[0]
  return {
    state: row?.state ?? undefined,
    pausedFrom: row?.paused_from ?? undefined,
    been: row?.been ?? [],
    hasClosedSession: row?.has_closed === true,
  }
}

type BeenRow = {
  state: EnrolmentState | null
  paused_from: EnrolmentState | null
  been: EnrolmentState[] | null
  has_closed: boolean
}

/** A session with what followed it. */
export type WaySession = {
  startsAt: Date
  /** Something was taken in it. */
  isDosed: boolean
  /** Once it has closed. */
  endedAt?: Date
  /** The end of its watch, where that was kept. */
  watchUntil?: Date
  /** Whoever was to be there still has access. */
  hasPerson: boolean
  isNextDayToldOf: boolean
  /** When the last session with a dose that has closed did so, while nothing is told of the day after it. */
  untoldEndedAt?: Date
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
  watch_until: Date | null
  is_dosed: boolean
  has_person: boolean
  next_day: boolean
  untold_ended_at: Date | null
  every_days: number | null
  burden: ScheduleLimits | null
  heavy_at: string[] | null
  meeting_at: Date | null
  followed_up_at: Date | null
  gaps: BookingGap[] | null
}

/** When the day after a session begins where it was: what was told before is none of that day's. */
const dayAfter = (session: 'session' | 'last') => {
  const [startsAt, zone] = [sql.ref(`${session}.starts_at`), sql.ref(`${session}.time_zone`)]
  return sql`((${startsAt} at time zone ${zone})::date + 1)::timestamp at time zone ${zone}`
}

/** The latest session that was not called off. */
export async function findWaySession({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<WaySession | undefined> {
  const { rows } = await sql<SessionRow>`
    select session.starts_at, session.ended_at, session.watch_until,
      exists (select from session_event as event
        where event.practice_id = ${practiceId} and event.session_id = session.session_id
          and event.event #>> '{what,kind}' = any(${DOSES})) as is_dosed,
      exists (select from care_team_member as team
        where team.practice_id = ${practiceId} and team.patient_id = ${patientId}
          and team.actor_id = session.support_person_id and team.revoked_at is null
          and (team.until is null or team.until > now())) as has_person,
      access.booking_gaps(session.session_id) as gaps,
      (protocol.limits #>> '{instruments,cadence,pcl5WeekDays}')::integer as every_days,
      protocol.limits -> 'schedule' as burden,
      exists (select from answer_sheet as sheet
        where sheet.practice_id = ${practiceId} and sheet.patient_id = ${patientId}
          and sheet.kind = 'next-day' and sheet.session_id = session.session_id
          and sheet.authored_at >= ${dayAfter('session')}) as next_day,
      (select last.ended_at from (
          select closed.session_id, closed.ended_at, closed.starts_at, closed.time_zone from dosing_session as closed
          where closed.practice_id = ${practiceId} and closed.patient_id = ${patientId} and closed.ended_at is not null
          order by closed.starts_at desc limit 1) as last
        where exists (select from session_event as event
            where event.practice_id = ${practiceId} and event.session_id = last.session_id
              and event.event #>> '{what,kind}' = any(${DOSES}))
          and not exists (select from answer_sheet as sheet
            where sheet.practice_id = ${practiceId} and sheet.patient_id = ${patientId}
              and sheet.kind = 'next-day' and sheet.session_id = last.session_id
              and sheet.authored_at >= ${dayAfter('last')})) as untold_ended_at,
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
    isDosed: row.is_dosed,
    hasPerson: row.has_person,
    ...(row.watch_until !== null && { watchUntil: row.watch_until }),
    isNextDayToldOf: row.next_day,
    ...(row.untold_ended_at !== null && { untoldEndedAt: row.untold_ended_at }),
    gaps: row.gaps ?? [],
    heavyAt: (row.heavy_at ?? []).map((at) => new Date(at)),
    ...(row.burden !== null && { burden: row.burden }),
    ...(endedAt !== null && { endedAt }),
    ...(every !== null && { followUpEveryDays: every }),
    ...(meetingAt !== null && { meetingAt }),
    ...(followedUpAt !== null && { followedUpAt }),
  }
}
