/**
 * A wish for a break, or to leave, that stood while somebody was watched after a dose: taken once that is over, by
 * whatever ends it, as the patient's own step and with the hour they asked. Twice is once.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { waysFrom } from '../clinical/enrolment.ts'
import { findEnrolment, lockEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { enqueue } from '../records/jobs.ts'
import { getPatient } from '../records/patients.ts'
import type { Watched } from '../records/sessions.ts'
import { callOffBooked } from './cancel-session.ts'

/**
 * Takes what was wished for, now that what it waited for has ended: the session, or its watch. It never stands in the
 * way of that end. Whoever calls holds `lockSession`: a day that is being booked is called off with it.
 *
 * @returns whether it was taken now
 */
export async function takeWish(scope: Scope<AboutPatient>, at: Date): Promise<boolean> {
  if (!(await findEnrolment(scope))) return false
  const before = await lockEnrolment(scope)
  const { wish, sinceAt } = before
  if (!wish || !waysFrom(before).get(wish.to)?.roles.includes('patient')) return false
  const { givenName, familyName } = await getPatient(scope)
  const takenAt = new Date(Math.max(at.getTime(), sinceAt))
  const by = `${givenName} ${familyName}`
  await stepEnrolment(scope, { to: wish.to, by, at: takenAt, wishedAt: wish.at })
  await callOffBooked(scope, before.state, at)
  return true
}

/** Asks the clock of the session to look again when its watch is over. Asked again, it looks once. */
export async function askAfterWatch(
  scope: Scope<AboutPatient>,
  { booked, until }: Watched,
  at: Date,
): Promise<void> {
  if (until === 'closed') return
  const sessionId = booked.id
  await enqueue(scope, 'follow-session', sessionId, { sessionId }, until.getTime() - at.getTime())
}
