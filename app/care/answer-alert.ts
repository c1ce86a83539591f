/** Somebody of the practice looks at an alert, or settles it with what was done. */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { findAlertById, listAlerts, type StoredAlert, seeAlert, settleAlert } from '../records/alerts.ts'
import { lockSession } from '../records/session-events.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { actInScope } from './act-in-session.ts'
import { makeReadyAgain } from './judge-day.ts'
import { aboutOf, isForCoordinator, machineKeyOf } from './raise-alerts.ts'

type Answer = { alertId: string; at: Date; by: string }

/** @throws AppError not-found */
export const lookAtAlert = (
  db: Database,
  permit: Permit<'answer-for-session' | 'answer-alert'>,
  { alertId, at, by }: Answer,
): Promise<void> =>
  inScope(db, permit as Permit<'answer-alert'>, async (scope) => {
    await answerable(scope, alertId)
    await seeAlert(scope, { id: alertId, name: by, at })
  })

/**
 * Settled in the session's log as well, where its machine holds it open. Who settles a silence has heard from the
 * people in the room: it is counted anew from there. Settled twice is settled once.
 *
 * @throws AppError not-found, or invalid without a word on what was done
 */
export async function settleRaised(
  db: Database,
  permit: Permit<'answer-for-session' | 'answer-alert'>,
  answer: Answer,
  because: string,
): Promise<void> {
  const done = because.trim()
  if (done === '') throw new AppError('invalid', 'an alert is settled with what was done')
  await inScope(db, permit as Permit<'answer-alert'>, async (scope) => {
    const alert = await answerable(scope, answer.alertId)
    const { alertId: id, at, by } = answer
    // Before its row: whoever presses in the room settles it under the same lock.
    await lockSession(scope)
    if (!(await settleAlert(scope, { id, name: by, at }, done))) return
    if (alert.sessionId === null) {
      if (scope.role === 'prescriber') await makeReadyAgain(scope, null, at)
      return
    }
    const key = machineKeyOf(alert)
    const record = { id: uuidFrom(`${id} settled`), sessionId: alert.sessionId, at, by }
    if (key !== undefined) await actInScope(scope, { ...record, what: { kind: 'alert-settled', alert: key } })
    else if (scope.role === 'prescriber') await makeReadyAgain(scope, alert.sessionId, at)
    if (aboutOf(alert) !== 'D09') return
    // What was raised higher for the same silence is answered with it.
    for (const other of await listAlerts(scope, alert.sessionId))
      if (aboutOf(other) === 'D09' && other.settled === null)
        await settleAlert(scope, { id: other.id, name: by, at }, done)
    await actInScope(scope, { ...record, what: { kind: 'call-answered' } })
  })
}

async function answerable(scope: Scope<AboutPatient>, alertId: string): Promise<StoredAlert> {
  const alert = await findAlertById(scope, alertId)
  if (!alert || (scope.role === 'care-coordinator' && !isForCoordinator(alert)))
    throw new AppError('not-found', 'no such alert that they may answer')
  return alert
}
