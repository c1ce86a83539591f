/** One session with everybody who is told of it: what the three screens are made from. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { AlertState } from '../content/rule-words.ts'
import { listAlerts, type StoredAlert } from '../records/alerts.ts'
import { dutyFor, nextDutyFor, type OnDuty } from '../records/duty.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { getPatient, type PatientDetails } from '../records/patients.ts'
import {
  type BookedSession,
  findBookingGaps,
  findCalledOff,
  findNextSession,
  listSessions,
} from '../records/sessions.ts'
import { type AgainstDose, againstDose } from './against-dose.ts'
import { isForCoordinator } from './raise-alerts.ts'
import { type OpenSession, openSession } from './session-log.ts'

export type Room = {
  patient: PatientDetails
  session: OpenSession
  /** The latest first. */
  alerts: readonly StoredAlert[]
  onDuty: OnDuty | undefined
  nextDutyAt: Date | undefined
  state: EnrolmentState | undefined
  /** What the booking rests on and is gone; after the dose nobody asks. */
  gaps: readonly BookingGap[]
  /** All that is against a dose now besides the session's own log; after it nobody asks. */
  against: readonly AgainstDose[]
}

/** Until the next-day check somebody stays beside them, and their screen stays too. */
const TONIGHT_MS = 36 * 3_600_000

/** The session that is booked or under way; after its end, the one of last night. */
export async function readRoom(scope: Scope<AboutPatient>, now: Date): Promise<Room | undefined> {
  const next = await findNextSession(scope)
  const last = next ? undefined : (await listSessions(scope))[0]
  const isTonight = last?.endedAt && now.getTime() - last.endedAt.getTime() < TONIGHT_MS
  const booked = next ?? (isTonight ? last : undefined)
  return booked && roomOf(scope, booked, now)
}

/** For the practice: before any other, one that was called off and still has an alert nobody has settled. */
export async function readRoomForPractice(scope: Scope<AboutPatient>, now: Date): Promise<Room | undefined> {
  const off = await findCalledOff(scope)
  const room = off && (await roomOf(scope, off, now))
  return room?.alerts.some(({ settled }) => settled === null) ? room : readRoom(scope, now)
}

/** The one that was called off last, while somebody may still have its page open. */
export async function readRoomCalledOff(scope: Scope<AboutPatient>, now: Date): Promise<Room | undefined> {
  const off = await findCalledOff(scope)
  if (!off?.cancelledAt) return undefined
  const latest = Math.max(off.startsAt.getTime(), off.cancelledAt.getTime())
  return now.getTime() - latest < TONIGHT_MS ? roomOf(scope, off, now) : undefined
}

/** One session, whenever it was. */
export async function roomOf(scope: Scope<AboutPatient>, booked: BookedSession, now: Date): Promise<Room> {
  const onDuty = await dutyFor(scope, now)
  const session = await openSession(scope, booked)
  const isAhead = session.reading.session.swallows.length === 0
  return {
    patient: await getPatient(scope),
    session,
    // What a coordinator is asked to call about was sent to no clinician, and the screens say whom something went to.
    alerts: (await listAlerts(scope, booked.id)).filter((alert) => !isForCoordinator(alert)),
    onDuty,
    nextDutyAt: onDuty ? undefined : (await nextDutyFor(scope, now))?.fromAt,
    state: (await findEnrolment(scope))?.state,
    gaps: isAhead ? await findBookingGaps(scope, booked.id) : [],
    against: isAhead ? await againstDose(scope, booked, now) : [],
  }
}

type Saying = {
  /** A moment in the reader's words. */
  text: (at: Date) => string
  opensUnknown: string
  practice: { name: string; phone: string | null }
}

/**
 * The true form of what is known about an alert: seen by whom and when, sent, or nobody is watching. What counts is who
 * is on duty now: whoever's turn begins while it is unseen is told of it, and after their turn nobody watches.
 */
export function alertState(
  room: Pick<Room, 'onDuty' | 'nextDutyAt'>,
  alert: StoredAlert | undefined,
  { text, opensUnknown, practice }: Saying,
): AlertState {
  if (alert?.seen) return { is: 'seen', by: alert.seen.by, at: text(alert.seen.at) }
  if (room.onDuty) return { is: 'sent', to: room.onDuty.name }
  const opens = room.nextDutyAt ? text(room.nextDutyAt) : opensUnknown
  return { is: 'outside-cover', opens, contact: practice.phone ?? practice.name }
}
