/**
 * Job: the day after a session, followed by the clock until its questions are answered.
 *
 * First the person is reminded, then a coordinator is asked to call, then a clinician: each once, at the hours of the
 * protocol the session was booked under. It begins with the dose, so that a session nobody closes is not forgotten.
 */
import type { AboutPatient } from '../access/actions.ts'
import { jobActor } from '../access/actor.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import { dosedAt } from '../clinical/day/facts-of-session.ts'
import { type NextDaySilence, nextDaySilence } from '../clinical/day/next-day-silence.ts'
import { findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { Job } from '../database/jobs.ts'
import { findAlert, raiseAlert } from '../records/alerts.ts'
import { hasSheet } from '../records/answer-sheets.ts'
import { listOnCareTeam } from '../records/communications.ts'
import { dutyFor } from '../records/duty.ts'
import { insertFindings, lastFoundAt, listSessionFindings } from '../records/findings.ts'
import { enqueue } from '../records/jobs.ts'
import { lockSession } from '../records/session-events.ts'
import { findSession, listSessions } from '../records/sessions.ts'
import { checkedUuid, uuidFrom } from '../system/ids.ts'
import { calendarDay, endOfDay } from '../system/time.ts'
import { judgeSilence } from './judge-course.ts'
import { raiseAll, ruleCause } from './raise-alerts.ts'
import { type OpenSession, openSession } from './session-log.ts'
import type { Surroundings } from './tell-care-team.ts'
import { dayAfterBegins, NEXT_DAY_SHEET } from './tell-next-day.ts'
import { askToTell } from './tell-person.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A suicide screen, of whichever text and on whichever day, that was not all no. */
const POSITIVE_SCREEN = ['S01', 'S02', 'S03', 'B01', 'B02', 'B03', 'B04', 'B05', 'C01', 'E06']

const nextDayCause = (sessionId: string, step: string) => ruleCause(sessionId, 'E04', step)

export async function followNextDay(
  { db, now }: Pick<Surroundings, 'db' | 'now'>,
  { id, practiceId, ids }: Job,
): Promise<void> {
  const actor = jobActor(practiceId, `follow-next-day ${id}`)
  const permit = await Permit.ask(db, actor, 'follow-next-day', checkedUuid(ids.patientId ?? ''))
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await findSession(scope, checkedUuid(ids.sessionId ?? ''))
    if (!booked || (await hasSheet(scope, NEXT_DAY_SHEET, booked.id, dayAfterBegins(booked)))) return
    const session = await openSession(scope, booked)
    const at = now()
    const facts = await watchFacts(scope, session, at)
    const silence = silenceAt(session, at, isWatched(facts, session))
    if (!silence) return
    await climb(scope, session, silence, facts, at)
    await askAgain(scope, session, silence, at)
  })
}

/** With the first dose of a session: when to look whether the person has been heard of since. */
export async function askAboutNextDay(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  at: Date,
): Promise<void> {
  // Whether somebody is closely watched is known later: the earliest hour counts.
  const silence = silenceAt(session, at, undefined)
  if (!silence) return
  // Recorded long after it happened: at once.
  if (silence.reached.length > 0)
    await enqueue(scope, 'follow-next-day', session.booked.id, { sessionId: session.booked.id })
  else await askAgain(scope, session, silence, at)
}

function silenceAt(
  { reading, limits, booked }: OpenSession,
  at: Date,
  isWatched: boolean | undefined,
): NextDaySilence | undefined {
  const begin = dosedAt(reading)
  if (begin === undefined) return undefined
  const dayEnds = endOfDay(calendarDay(new Date(begin), booked.timeZone), booked.timeZone)
  const hours = (instant: number) => (instant - begin) / HOUR_MS
  return nextDaySilence(
    hours(at.getTime()),
    isWatched,
    limits.escalation,
    hours(dayEnds?.getTime() ?? begin + DAY_MS),
  )
}

async function askAgain(
  scope: Scope<AboutPatient>,
  { reading, booked }: OpenSession,
  { next }: NextDaySilence,
  at: Date,
) {
  const begin = dosedAt(reading)
  if (next === undefined || begin === undefined) return
  const afterMs = begin + next.atHours * HOUR_MS - at.getTime()
  await enqueue(scope, 'follow-next-day', booked.id, { sessionId: booked.id }, afterMs)
}

async function watchFacts(scope: Scope<AboutPatient>, { booked, reading }: OpenSession, at: Date) {
  const begin = dosedAt(reading)
  const earlier = (await listSessions(scope)).filter(
    ({ id, startsAt, endedAt }) => id !== booked.id && endedAt !== null && startsAt < booked.startsAt,
  )
  const found = await listSessionFindings(scope, booked.id)
  const screenAt = await lastFoundAt(scope, POSITIVE_SCREEN)
  return {
    isNextDayCheckDone: false,
    hoursSinceDose: begin === undefined ? undefined : (at.getTime() - begin) / HOUR_MS,
    isFirstSession: earlier.length === 0,
    hadSessionEvent: found.some(({ ruleId, isUnknown }) => ruleId.startsWith('D') && !isUnknown),
    daysSincePositiveSuicideScreen: screenAt ? (at.getTime() - screenAt.getTime()) / DAY_MS : 'none',
  } as const
}

type WatchFacts = Awaited<ReturnType<typeof watchFacts>>

/** A limit nobody signed makes nobody less watched. */
function isWatched(
  { isFirstSession, hadSessionEvent, daysSincePositiveSuicideScreen: days }: WatchFacts,
  { limits }: OpenSession,
): boolean {
  const within = limits.escalation?.watchedAfterScreenDays ?? Number.POSITIVE_INFINITY
  return isFirstSession || hadSessionEvent || (days !== 'none' && days <= within)
}

async function climb(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  { reached }: NextDaySilence,
  facts: WatchFacts,
  at: Date,
): Promise<void> {
  const { booked } = session
  // The questions are there once it has closed.
  if (reached.includes('remind') && booked.endedAt !== null)
    await askToTell(scope, uuidFrom(nextDayCause(booked.id, 'remind')), scope.patientId)
  if (reached.includes('clinician')) {
    // A coordinator who has reached the person wrote down what was done.
    if ((await findAlert(scope, nextDayCause(booked.id, 'coordinator')))?.settled) return
    const found = findings(JUDGED_AT.silence, facts, session.limits)
    const last = session.events.at(-1)
    if (last) {
      const foundIn = { sessionId: booked.id, sessionEventId: last.id }
      await insertFindings(scope, foundIn, session.protocolVersion, found)
      await judgeSilence(scope, foundIn, at)
    }
    const cause = nextDayCause(booked.id, 'clinician')
    await raiseAll(scope, booked.id, [{ cause, level: 'person-now' }], at)
  } else if (reached.includes('coordinator')) await askCoordinator(scope, booked.id, at)
}

/** Where nobody coordinates, the clinicians are told. */
async function askCoordinator(scope: Scope<AboutPatient>, sessionId: string, at: Date): Promise<void> {
  const cause = nextDayCause(sessionId, 'coordinator')
  const isInCover = (await dutyFor(scope, at)) !== undefined
  const id = await raiseAlert(scope, { cause, sessionId, level: 'confirm', at, isInCover })
  if (id === undefined) return
  const coordinators = await listOnCareTeam(scope, 'care-coordinator')
  for (const { actorId } of coordinators) await askToTell(scope, id, actorId)
  if (coordinators.length === 0) await enqueue(scope, 'tell-care-team', id, { causeId: id })
}
