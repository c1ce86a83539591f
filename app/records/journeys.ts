/** Everybody's way at a glance: names, states and since when. Nothing clinical. */
import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { Wish } from './enrolments.ts'
import { NEWS, type News } from './news.ts'
import { isOpenAfterDose } from './sessions.ts'

export type JourneyRow = {
  patientId: string
  name: string
  state: EnrolmentState
  since: Date
  /** Asked for in an open session, and not taken yet. */
  wish: Wish | undefined
  /** Of somebody who asked: the session they asked in is not closed yet. */
  isInSession: boolean
  /** What is new and nobody has looked at yet, such as that they pause. */
  news: readonly News[]
  /** What their booked session rests on and is gone. */
  gaps: readonly BookingGap[]
}

const BEFORE_DOSE: readonly EnrolmentState[] = ['supplied', 'ready', 'session-day']

/** The open enrolments, and the ended ones, of everybody on the actor's list: by state, the longest waiting first. */
export async function listJourneys(scope: Scope<'list-journeys'>, limit: number): Promise<JourneyRow[]> {
  const { trx, practiceId } = scope
  const rows = await trx
    .selectFrom('enrolment')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'enrolment.practice_id')
        .onRef('patient.patient_id', '=', 'enrolment.patient_id'),
    )
    .select(['enrolment.patient_id', 'patient.given_name', 'patient.family_name'])
    .select(['enrolment.state', 'enrolment.since', 'enrolment.wished_to', 'enrolment.wished_at'])
    .select((eb) =>
      eb
        .selectFrom('alert')
        .select(sql<News[] | null>`array_agg(distinct split_part(alert.cause, ' ', 1))`.as('news'))
        .whereRef('alert.practice_id', '=', 'enrolment.practice_id')
        .whereRef('alert.patient_id', '=', 'enrolment.patient_id')
        .where(sql`split_part(alert.cause, ' ', 1)`, 'in', NEWS)
        .where('alert.seen_at', 'is', null)
        .as('news'),
    )
    .select((eb) =>
      eb
        .selectFrom('dosing_session as session')
        .select(sql<BookingGap[] | null>`access.booking_gaps(session.session_id)`.as('gaps'))
        .whereRef('session.practice_id', '=', 'enrolment.practice_id')
        .whereRef('session.patient_id', '=', 'enrolment.patient_id')
        .where('session.cancelled_at', 'is', null)
        .where('session.ended_at', 'is', null)
        .where('enrolment.state', 'in', BEFORE_DOSE)
        .as('gaps'),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('dosing_session as session')
          .select('session.session_id')
          .whereRef('session.practice_id', '=', 'enrolment.practice_id')
          .whereRef('session.patient_id', '=', 'enrolment.patient_id')
          .where('enrolment.wished_at', 'is not', null)
          .where(isOpenAfterDose('session')),
      ).as('is_in_session'),
    )
    .where('enrolment.practice_id', '=', practiceId)
    // Of somebody who came again, the way they are on now.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('enrolment as later')
            .select('later.enrolment_id')
            .whereRef('later.practice_id', '=', 'enrolment.practice_id')
            .whereRef('later.patient_id', '=', 'enrolment.patient_id')
            .whereRef('later.since', '>', 'enrolment.since'),
        ),
      ),
    )
    .orderBy('enrolment.since')
    .orderBy('enrolment.patient_id')
    .limit(limit)
    .execute()
  scope.appeared(rows.map((row) => row.patient_id))
  return rows.map((row) => ({
    patientId: row.patient_id,
    name: `${row.given_name} ${row.family_name}`,
    state: row.state,
    since: row.since,
    wish: row.wished_to && row.wished_at ? { to: row.wished_to, at: row.wished_at } : undefined,
    isInSession: row.is_in_session === true,
    news: row.news ?? [],
    gaps: row.gaps ?? [],
  }))
}
