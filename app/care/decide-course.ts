/**
 * A prescriber decides how somebody goes on: another session, a look at the whole plan, a break, or an end.
 *
 * A break or an end brings the off-ramp, which the person reads as their own page. Both are written together with
 * the step, or nothing is.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { type EnrolmentState, isStopped, waysFrom } from '../clinical/enrolment.ts'
import { OFF_RAMP_SHEET, OFF_RAMP_VERSION, type OffRamp } from '../clinical/off-ramp.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { lockEnrolment, StepRefused, type StoredEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { lockSession } from '../records/session-events.ts'
import { AppError } from '../system/errors.ts'
import { callOffBooked } from './cancel-session.ts'

/** What is decided here; every other step has a page of its own. */
const DECISIONS: readonly EnrolmentState[] = [
  'ready',
  're-evaluation-due',
  'accepted',
  'paused',
  'completed',
  'discharged',
]

export const LONGEST_REASON = 500

/** Steps that are decided elsewhere, though a prescriber takes them. */
const ELSEWHERE: Partial<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  'in-review': ['accepted'], // with a signed plan
  supplied: ['ready'], // with everything prepared
  'session-day': ['ready'], // on the page of the session
  'in-session': ['ready'],
  recovering: ['integrating'],
}

/** The decisions open to a prescriber from here. After a break: wherever the person may go on. */
export function decisionsFrom(enrolment: Pick<StoredEnrolment, 'state' | 'pausedFrom'>): EnrolmentState[] {
  const open = [...waysFrom(enrolment)].flatMap(([to, { roles }]) =>
    roles.includes('prescriber') ? [to] : [],
  )
  if (enrolment.state === 'paused') return open
  const elsewhere = ELSEWHERE[enrolment.state] ?? []
  return DECISIONS.filter((to) => open.includes(to) && !elsewhere.includes(to))
}

export type Decision = {
  /** Of the off-ramp; made with the page, so that sending twice is deciding once. */
  id: string
  to: EnrolmentState
  /** The state the prescriber had before their eyes. */
  from: EnrolmentState
  reason?: string
  /** With a break or an end. */
  offRamp?: OffRamp
  at: Date
}

type Surroundings = { db: Database; vault: Vault }

/**
 * @throws StepRefused where the step is not open, or things have moved on since the page was made; AppError
 *   invalid without the off-ramp it needs or for what is decided elsewhere, conflict when the same was decided
 *   before with other words
 */
export async function decideCourse(
  { db, vault }: Surroundings,
  permit: Permit<'decide-course'>,
  prescriber: Pick<Member, 'name'>,
  decision: Decision,
): Promise<void> {
  const { to, from, reason, offRamp, at } = decision
  if (isStopped(to) && !offRamp) throw new AppError('invalid', `${to} comes with the off-ramp`)
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const before = await lockEnrolment(scope)
    if (before.state !== to) refuseOther(before, decision)
    const key = await vault.keyOf(scope)
    const because = reason ? { reason: { text: reason, key } } : {}
    await stepEnrolment(scope, { to, by: prescriber.name, at, ...because })
    if (!offRamp || !isStopped(to)) return
    await callOffBooked(scope, before.state, at)
    const outcome = await insertAnswerSheet(scope, key, {
      id: decision.id,
      kind: OFF_RAMP_SHEET,
      version: OFF_RAMP_VERSION,
      answers: offRamp,
      authoredAt: at,
    })
    if (before.state === to && outcome === 'stored')
      throw new AppError('conflict', `${from} to ${to} was decided before`)
  })
}

/** A step of the machine that is not decided here, or was decided on a page that has grown old. */
function refuseOther(before: StoredEnrolment, { to, from }: Decision): void {
  const ways = waysFrom(before)
  if (before.state !== from && ways.size > 0) {
    const possible = [...ways].map(([state, { roles }]) => ({ to: state, roles }))
    throw new StepRefused({ isTaken: false, why: 'earlier', from: before.state, possible }, to)
  }
  const isElsewhere = ways.get(to)?.roles.includes('prescriber') && !decisionsFrom(before).includes(to)
  if (isElsewhere) throw new AppError('invalid', `${from} to ${to} is decided elsewhere`)
}
