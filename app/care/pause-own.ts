/**
 * A patient takes a break, leaves, or goes on: one tap, no reason. The step, what is called off with it, and what the
 * practice is told are written together or not at all.
 *
 * From a dose until its watch is over nobody leaves the session by it: the wish is kept with its hour, told at once,
 * and taken when the session is closed (`take-wish.ts`). Until then it can be taken back.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import { takeStep, type Wished } from '../clinical/enrolment.ts'
import type { Database } from '../database/connection.ts'
import { raiseAlert } from '../records/alerts.ts'
import { dutyFor } from '../records/duty.ts'
import {
  keepWish,
  lockEnrolment,
  StepRefused,
  type StoredEnrolment,
  stepEnrolment,
} from '../records/enrolments.ts'
import { enqueue } from '../records/jobs.ts'
import { OWN_STEP } from '../records/news.ts'
import { lockSession } from '../records/session-events.ts'
import { findWatched, type Watched } from '../records/sessions.ts'
import { callOffBooked } from './cancel-session.ts'
import { askAfterWatch } from './take-wish.ts'

/** `stay`: what was wished for is taken back. */
export const OWN_WAYS = ['pause', 'leave', 'resume', 'stay'] as const
export type OwnWay = (typeof OWN_WAYS)[number]

/** `kept`: it stands as a wish until somebody is watched no more. */
export type OwnOutcome = 'taken' | 'kept' | 'nothing'

/**
 * The same tap twice is one step, or one wish with its first hour.
 *
 * @throws StepRefused where it is not theirs to take from here; AppError not-found without an enrolment
 */
export async function pauseOwn(
  db: Database,
  permit: Permit<'change-own-way'>,
  patient: Pick<Member, 'name'>,
  way: OwnWay,
  at: Date,
): Promise<OwnOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const before = await lockEnrolment(scope)
    if (way === 'stay') return stay(scope, before, at)
    // Sent twice: the break is over already.
    if (way === 'resume' && before.state !== 'paused') return 'nothing'
    const wished = way === 'pause' ? 'paused' : way === 'leave' ? 'discharged' : undefined
    const to = wished ?? before.pausedFrom
    if (to === undefined || to === before.state) return 'nothing'
    const watched = wished && (await findWatched(scope, at))
    if (wished && watched) return wish(scope, before, { to: wished, at }, watched)
    const { state } = await stepEnrolment(scope, { to, by: patient.name, at })
    if (wished) await callOffBooked(scope, before.state, at)
    await tell(scope, before.id, state, at)
    return 'taken'
  })
}

type Own = Scope<'change-own-way'>

async function wish(
  scope: Own,
  before: StoredEnrolment,
  { to, at }: { to: Wished; at: Date },
  watched: Watched,
): Promise<OwnOutcome> {
  const could = takeStep(before, { to, role: 'patient', at: at.getTime() })
  if (!could.isTaken) throw new StepRefused(could, to)
  if (before.wish?.to === to) return 'kept'
  await keepWish(scope, before.id, { to, at })
  await askAfterWatch(scope, watched, at)
  await tell(scope, before.id, `wish-${to}`, at)
  return 'kept'
}

async function stay(scope: Own, before: StoredEnrolment, at: Date): Promise<OwnOutcome> {
  if (!before.wish) return 'nothing'
  await keepWish(scope, before.id, undefined)
  await tell(scope, before.id, 'stay', at)
  return 'taken'
}

/** Somebody of the practice is asked to look, once for each step; whether anybody is on duty is kept as it is now. */
async function tell(scope: Own, enrolmentId: string, what: string, at: Date) {
  const id = await raiseAlert(scope, {
    cause: `${OWN_STEP} ${enrolmentId} ${what} ${at.toISOString()}`,
    sessionId: null,
    level: 'confirm',
    at,
    isInCover: (await dutyFor(scope, at)) !== undefined,
  })
  if (id !== undefined) await enqueue(scope, 'tell-care-team', id, { causeId: id })
}
