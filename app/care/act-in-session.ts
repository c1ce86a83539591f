/**
 * Something happens in a session: written down once, and everything that follows from it in the same transaction.
 *
 * What asks for care is never refused. Where the enrolment has been paused or ended meanwhile, the session is watched
 * all the same: the step is left out, the event is not.
 */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Day } from '../clinical/calendar-day.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import { countsAlways, type Happening } from '../clinical/session/events.ts'
import { isClosedWithReason, refusalOf } from '../clinical/session/refusal.ts'
import { holdingFindings, type Refused } from '../clinical/session/state.ts'
import { placeAt } from '../clinical/session.ts'
import { unitCount } from '../clinical/unit-count.ts'
import type { Database } from '../database/connection.ts'
import { listAlerts, settleAlert } from '../records/alerts.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { endSession, lockSession } from '../records/session-events.ts'
import { findSession } from '../records/sessions.ts'
import { insertUnitEvent, listUnitEvents } from '../records/supply.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { isSameJson } from '../system/json.ts'
import { calendarDay } from '../system/time.ts'
import { againstDose } from './against-dose.ts'
import { askAboutNextDay } from './follow-next-day.ts'
import { askToFollow } from './follow-session.ts'
import { callOff, makeReady, standDown } from './judge-day.ts'
import { againstEnd, judgeSession } from './judge-session.ts'
import { machineCause, type Raise, raiseAll } from './raise-alerts.ts'
import { draftEvent, type OpenSession, openSession, recordEvent, type Seen, writerOf } from './session-log.ts'
import { takeWish } from './take-wish.ts'

export type Act = {
  /** Made with the page, so that sending twice is storing once. */
  id: string
  sessionId: string
  what: Happening
  /** What the page had been made from. */
  seen?: Seen
  at: Date
  /** Their name. */
  by: string
}

/** `called-off`: the session is off, nothing was started, and a person is asked to look whether anything was taken. */
export type ActResult = 'stored' | 'already-stored' | { refused: Refused | 'called-off' }

type SessionAct = 'record-own-event' | 'record-event' | 'answer-for-session'

/** Everything one press of a button says, together or not at all; what was refused is told, the first of it. */
export const actInSession = (
  db: Database,
  permit: Permit<SessionAct>,
  acts: readonly Act[],
): Promise<ActResult> =>
  inScope(db, permit as Permit<'record-event'>, async (scope) => {
    const results: ActResult[] = []
    for (const act of acts) results.push(await actInScope(scope, act))
    return results.find((result) => typeof result === 'object') ?? results[0] ?? 'already-stored'
  })

/**
 * The same sent again is written once. Something else under the same id, as from a page whose first answer never came
 * back, is another word and is written as one.
 *
 * @throws AppError conflict for a session of somebody else, or one the person is not part of
 */
export async function actInScope(scope: Scope<AboutPatient>, act: Act): Promise<ActResult> {
  const { id, what, at, by } = act
  await lockSession(scope)
  const booked = await findSession(scope, act.sessionId)
  const writer = booked && writerOf(scope, booked)
  if (!booked || !writer) throw new AppError('conflict', 'not a session of theirs')
  let before = await openSession(scope, booked)
  const stored = before.events.find((event) => event.id === id)
  if (stored !== undefined && isSameJson(stored.what, what)) return 'already-stored'
  if (stored !== undefined)
    return actInScope(scope, { ...act, id: uuidFrom(`${id} ${JSON.stringify(what)}`) })
  if (what.kind === 'dose-started') {
    if (booked.cancelledAt !== null) {
      await raiseAll(scope, booked.id, [startWhenOff(booked.id, id)], at)
      return { refused: 'called-off' }
    }
    before = await standDown(scope, before, at, againstDose)
  }
  const draft = draftEvent(before, writer, act)
  const why =
    refusalOf(before.reading.session, draft, before.numbers, before.receipts) ??
    (what.kind === 'closed'
      ? againstEnd(before, await listAlerts(scope, booked.id), at, isClosedWithReason(draft))
      : undefined)
  if (why !== undefined && !countsAlways(what.kind)) return { refused: why }

  const after = await recordEvent(scope, before, draft)
  await follow(scope, before, after, act)
  await judgeSession(scope, before, after, { id, kind: what.kind, at })
  if (what.kind === 'opened' || what.kind === 'released' || what.kind === 'alert-settled')
    await makeReady(scope, after, at)
  await walk(scope, after, { at, by })
  await askToFollow(scope, after, at, 'if-silent')
  const isFirst = before.reading.session.swallows.length === 0 && after.reading.session.swallows.length > 0
  if (isFirst) await askAboutNextDay(scope, after, at)
  return 'stored'
}

/** The page was still open when the day was called off. Nobody knows from here whether anything was taken. */
const startWhenOff = (sessionId: string, id: string): Raise => ({
  cause: machineCause(sessionId, `start-when-off:${id}`),
  level: 'person-now',
})

/** What happens outside the session's own log: a unit less, a day called off. */
async function follow(scope: Scope<AboutPatient>, before: OpenSession, after: OpenSession, act: Act) {
  const { what, at, by } = act
  const isDose = what.kind === 'dose-started' && before.reading.session.swallows.length === 0
  if (isDose) await useUnits(scope, after, act, what.units)
  if (what.kind === 'more-taken' && what.units !== undefined) await useUnits(scope, after, act, what.units)
  if (what.kind === 'alert-settled') await settle(scope, after, act, what.alert, 'confirmed in the room')
  if (what.kind === 'opened' && holdingFindings(after.reading.session).length === 0)
    await settle(scope, after, act, 'held', what.reason)
  const isOffBefore = after.reading.session.stage === 'stopped' || after.reading.session.stage === 'aborted'
  if ((what.kind === 'stop' || what.kind === 'aborted') && isOffBefore) await callOff(scope, after, at, by)
}

/** What was settled in the session's log is settled on record as well; what was opened holds nobody up any more. */
async function settle(
  scope: Scope<AboutPatient>,
  { booked }: OpenSession,
  { at, by }: Act,
  about: string,
  because: string,
) {
  const begins = machineCause(booked.id, about)
  for (const { id, cause, settled } of await listAlerts(scope, booked.id))
    if (settled === null && (cause === begins || cause.startsWith(`${begins}:`)))
      await settleAlert(scope, { id, name: by, at }, because)
}

/** Out of the lot that has units left; where nobody knows one, it is said. */
async function useUnits(
  scope: Scope<AboutPatient>,
  { booked }: OpenSession,
  { id, at, by }: Act,
  units: number,
) {
  if (!Number.isInteger(units) || units < 1) return
  const events = (await listUnitEvents(scope)).map(({ event }) => event)
  const { lots } = unitCount(events, calendarDay(at, booked.timeZone) as Day)
  const lot = (lots.find(({ left }) => left >= units) ?? lots.find(({ left }) => left > 0))?.lot ?? 'unknown'
  await insertUnitEvent(scope, { id, kind: 'used', lot, units, at: at.getTime() }, { by, at })
}

/** The steps of the way that a session takes by itself. One that was called off takes none. */
async function walk(
  scope: Scope<AboutPatient>,
  { booked, reading, numbers }: OpenSession,
  { at, by }: { at: Date; by: string },
) {
  if (booked.cancelledAt !== null) return
  const { stage, swallows } = reading.session
  const place = placeAt(reading.session, at.getTime(), numbers)
  const step = async (from: EnrolmentState, to: EnrolmentState) => {
    if ((await findEnrolment(scope))?.state === from)
      await stepEnrolment(scope, { to, by, at, isByRecord: true })
  }
  if (swallows.length > 0) {
    // Tapped without a check: it happened, and is watched.
    await step('ready', 'session-day')
    if ((await findEnrolment(scope))?.state === 'session-day')
      await stepEnrolment(scope, { to: 'in-session', by, at })
  }
  if (place === 'recovering' || stage === 'complete') await step('in-session', 'recovering')
  if (stage === 'complete') {
    const isClosedNow = await endSession(scope, booked.id, at)
    await step('recovering', 'integrating')
    if (isClosedNow) await takeWish(scope, at)
  }
}
