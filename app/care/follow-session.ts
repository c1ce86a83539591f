/**
 * Job: one session followed by the clock, from the dose until it is closed; and once more when its watch is over, where
 * the person asked for a break or to leave in the evening.
 *
 * When nothing is recorded nothing else would look. Each step of the ladder of silence is raised once for the check
 * that was missed, and what time by itself made true once for the event it is counted from. The next look is asked
 * for in the transaction of the last one, and of every event.
 */
import type { AboutPatient } from '../access/actions.ts'
import { jobActor } from '../access/actor.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import { nextByClock } from '../clinical/day/facts-of-session.ts'
import type { Rung, Silence } from '../clinical/session/silence.ts'
import type { AlertLevel } from '../clinical/session/state.ts'
import type { Job } from '../database/jobs.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { enqueue } from '../records/jobs.ts'
import { lockSession } from '../records/session-events.ts'
import { findSession, findWatched } from '../records/sessions.ts'
import { checkedUuid, uuidFrom } from '../system/ids.ts'
import { findSilence, judgeByClock } from './judge-session.ts'
import { raiseAll, ruleCause } from './raise-alerts.ts'
import { type OpenSession, openSession, silenceOf } from './session-log.ts'
import { askAfterWatch, takeWish } from './take-wish.ts'
import type { Surroundings } from './tell-care-team.ts'
import { askToTell } from './tell-person.ts'

const MINUTE_MS = 60_000

export async function followSession(
  { db, now }: Pick<Surroundings, 'db' | 'now'>,
  { id, practiceId, ids }: Job,
): Promise<void> {
  const actor = jobActor(practiceId, `follow-session ${id}`)
  const permit = await Permit.ask(db, actor, 'follow-session', checkedUuid(ids.patientId ?? ''))
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await findSession(scope, checkedUuid(ids.sessionId ?? ''))
    if (!booked) return
    const at = now()
    if (booked.endedAt !== null || booked.cancelledAt !== null) return afterwards(scope, at)
    const session = await openSession(scope, booked)
    await judgeByClock(scope, session, at)
    await climb(scope, session, at)
    await askToFollow(scope, session, at)
  })
}

/** Nobody is waited for any more. What was wished for meanwhile is taken once the watch is over, too. */
async function afterwards(scope: Scope<AboutPatient>, at: Date): Promise<void> {
  const watched = await findWatched(scope, at)
  if (!watched) await takeWish(scope, at)
  else if ((await findEnrolment(scope))?.wish) await askAfterWatch(scope, watched, at)
}

/** What each rung raises. The first is the screen's own: it asks whoever is there to tap once. */
const LEVELS: Partial<Record<Rung, AlertLevel>> = {
  'call-clinician': 'person-now',
  'call-backup-and-emergency-guidance': 'emergency',
}

async function climb(scope: Scope<AboutPatient>, session: OpenSession, at: Date): Promise<void> {
  const silence = silenceOf(session, at)
  if (!silence) return
  const { booked } = session
  const causeOf = (rung: Rung) => ruleCause(booked.id, 'D09', `${rung} ${silence.dueAt}`)
  const raises = silence.reached.flatMap((rung) => {
    const level = LEVELS[rung]
    return level === undefined ? [] : [{ cause: causeOf(rung), level }]
  })
  if (raises.length > 0) await findSilence(scope, session, at)
  await raiseAll(scope, booked.id, raises, at)
  // Rungs that were passed while nobody looked are not gone through one by one: whoever stands there is told.
  if (silence.reached.includes('call-support-person'))
    await askToTell(scope, uuidFrom(causeOf('call-support-person')), booked.supportPersonId)
  if (silence.reached.includes('call-backup-and-emergency-guidance'))
    await askToTell(scope, uuidFrom(causeOf('call-backup-and-emergency-guidance')), booked.backupPersonId)
}

/**
 * Asks for the next look by the clock; asked again, the new time counts. A closed session is looked at no more.
 *
 * @param now when it is right to look at once: an event came, and a rung that was reached may not have been raised
 */
export async function askToFollow(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  at: Date,
  now?: 'if-silent',
): Promise<void> {
  const silence = silenceOf(session, at)
  if (!silence) return
  const sessionId = session.booked.id
  const isOverdue = now === 'if-silent' && silence.reached.length > 0
  const nextAt = isOverdue ? at.getTime() : nextLookAt(session, silence, at.getTime())
  if (nextAt !== undefined)
    await enqueue(scope, 'follow-session', sessionId, { sessionId }, nextAt - at.getTime())
}

/** At the top of the ladder it goes on by the signed look-ins. */
function nextLookAt({ reading, limits, numbers }: OpenSession, { next }: Silence, now: number) {
  const { lookInEveryMinutes: every } = numbers
  const all = [
    next?.at,
    nextByClock(reading, limits, now),
    every === undefined || every <= 0 ? undefined : now + every * MINUTE_MS,
  ].filter((instant) => instant !== undefined)
  return all.length === 0 ? undefined : Math.min(...all)
}
