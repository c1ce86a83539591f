/** One session with everybody who is told of it: what the three screens are made from. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { AlertState } from '../content/rule-words.ts'
import { listAlerts, type StoredAlert } from '../records/alerts.ts'
import { hasSheet } from '../records/answer-sheets.ts'
import { dutyFor, nextDutyFor, type OnDuty } from '../records/duty.ts'
import { findEnrolment, type Wish } from '../records/enrolments.ts'
import type { HoldingFinding } from '../records/findings.ts'
import { getPatient, type PatientDetails } from '../records/patients.ts'
import {
  type BookedSession,
  findCalledOff,
  findNextSession,
  findWatched,
  listSessions,
} from '../records/sessions.ts'
import { type AgainstDose, againstDoseOf, isBookedDay, readStanding } from './against-dose.ts'
import { blocksIn } from './held-on-record.ts'
import { isForCoordinator } from './raise-alerts.ts'
import { TONIGHT_MS } from './room-lasts.ts'
import { type OpenSession, openSession } from './session-log.ts'
import { dayAfterBegins, NEXT_DAY_SHEET } from './tell-next-day.ts'

export type Room = {
  patient: PatientDetails
  session: OpenSession
  /** The latest first. */
  alerts: readonly StoredAlert[]
  onDuty: OnDuty | undefined
  nextDutyAt: Date | undefined
  state: EnrolmentState | undefined
  /** Asked for since the dose, and not taken yet: for the practice and the patient alone. */
  wish: Wish | undefined
  /** What the booking rests on and is gone; after the dose nobody asks. */
  gaps: readonly BookingGap[]
  /** All that is against a dose now besides the session's own log; after it nobody asks. */
  against: readonly AgainstDose[]
  /** What stands open on record and holds until it is closed in the chart; for the practice alone. */
  held: readonly HoldingFinding[]
}

/** Those a reader has a part in. */
type Among = (booked: BookedSession) => boolean

/**
 * The one session the screens are about: whoever is watched comes first, then a day that is booked for today; last night,
 * until the next-day check is told; then the next one that is booked.
 */
export async function readRoom(
  scope: Scope<AboutPatient>,
  now: Date,
  among: Among = () => true,
): Promise<Room | undefined> {
  const booked = await findOfNow(scope, now, among)
  return booked && roomOf(scope, booked, now)
}

async function findOfNow(
  scope: Scope<AboutPatient>,
  now: Date,
  among: Among,
): Promise<BookedSession | undefined> {
  const watched = (await findWatched(scope, now))?.booked
  if (watched && among(watched)) return watched
  const booked = await findNextSession(scope)
  const next = booked && among(booked) ? booked : undefined
  if (next && isBookedDay(next, now)) return next
  const last = (await listSessions(scope)).find(
    (one) => one.endedAt && now.getTime() - one.endedAt.getTime() < TONIGHT_MS && among(one),
  )
  if (!next || !last) return next ?? last
  return (await hasSheet(scope, NEXT_DAY_SHEET, last.id, dayAfterBegins(last))) ? next : last
}

/**
 * For the practice: one that is open after its dose before any other; then one that was called off and still has an alert
 * nobody has settled.
 */
export async function readRoomForPractice(scope: Scope<AboutPatient>, now: Date): Promise<Room | undefined> {
  const watched = await findWatched(scope, now)
  if (watched?.until === 'closed') return roomOf(scope, watched.booked, now)
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
  const enrolment = await findEnrolment(scope)
  const isAhead = session.reading.session.swallows.length === 0
  const standing = isAhead ? await readStanding(scope, booked) : undefined
  const alerts = standing?.alerts ?? (await listAlerts(scope, booked.id))
  return {
    patient: await getPatient(scope),
    session,
    // What a coordinator is asked to call about was sent to no clinician, and the screens say whom something went to.
    alerts: alerts.filter((alert) => !isForCoordinator(alert)),
    onDuty,
    nextDutyAt: onDuty ? undefined : (await nextDutyFor(scope, now))?.fromAt,
    state: enrolment?.state,
    wish: enrolment?.wish,
    gaps: standing?.gaps ?? [],
    against: standing ? againstDoseOf(booked, { ...standing, limits: session.limits, onDuty, now }) : [],
    held: blocksIn(standing?.held ?? []),
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
