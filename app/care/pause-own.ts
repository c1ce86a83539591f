/**
 * A patient takes a break, leaves, or goes on: one tap, no reason. The step, what is
 * called off with it, and what the practice is told are written together or not at all.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { Database } from '../database/connection.ts'
import { raiseAlert } from '../records/alerts.ts'
import { dutyAt } from '../records/duty.ts'
import { lockEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { enqueue } from '../records/jobs.ts'
import { OWN_STEP } from '../records/news.ts'
import { lockBooking } from '../records/sessions.ts'
import { callOffBooked } from './cancel-session.ts'

export const OWN_WAYS = ['pause', 'leave', 'resume'] as const
export type OwnWay = (typeof OWN_WAYS)[number]

/**
 * The same tap twice is one step.
 *
 * @throws StepRefused where it is not theirs to take from here; AppError not-found without an enrolment
 */
export async function pauseOwn(
  db: Database,
  permit: Permit<'change-own-way'>,
  patient: Pick<Member, 'name'>,
  way: OwnWay,
  at: Date,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    await lockBooking(scope)
    const before = await lockEnrolment(scope)
    // Sent twice: the break is over already.
    if (way === 'resume' && before.state !== 'paused') return
    const to = way === 'pause' ? 'paused' : way === 'leave' ? 'discharged' : before.pausedFrom
    if (to === undefined || to === before.state) return
    const { state } = await stepEnrolment(scope, { to, by: patient.name, at })
    if (way !== 'resume') await callOffBooked(scope, before.state, at)
    await tell(scope, before.id, state, at)
  })
}

/** Somebody of the practice is asked to look, once for each step; whether anybody is on duty is kept as it is now. */
async function tell(scope: Scope<'change-own-way'>, enrolmentId: string, to: EnrolmentState, at: Date) {
  const id = await raiseAlert(scope, {
    cause: `${OWN_STEP} ${enrolmentId} ${to} ${at.toISOString()}`,
    sessionId: null,
    level: 'confirm',
    at,
    isInCover: (await dutyAt(scope, at)) !== undefined,
  })
  if (id !== undefined) await enqueue(scope, 'tell-care-team', id, { causeId: id })
}
