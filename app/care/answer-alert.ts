/** A clinician looks at an alert of a session, or settles it with what was done. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { listAlerts, seeAlert, settleAlert } from '../records/alerts.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { actInScope } from './act-in-session.ts'
import { machineKeyOf } from './raise-alerts.ts'

type Answer = { sessionId: string; alertId: string; at: Date; by: string }

export const lookAtAlert = (
  db: Database,
  permit: Permit<'answer-for-session'>,
  { alertId, at, by }: Answer,
): Promise<void> => inScope(db, permit, (scope) => seeAlert(scope, { id: alertId, name: by, at }))

/**
 * Settled in the session's log as well, where its machine holds it open. Settled twice is settled once.
 *
 * @throws AppError not-found, or invalid without a word on what was done
 */
export async function settleSessionAlert(
  db: Database,
  permit: Permit<'answer-for-session'>,
  { sessionId, alertId, at, by }: Answer,
  because: string,
): Promise<void> {
  if (because.trim() === '') throw new AppError('invalid', 'an alert is settled with what was done')
  await inScope(db, permit, async (scope) => {
    const alert = (await listAlerts(scope, sessionId)).find(({ id }) => id === alertId)
    if (!alert) throw new AppError('not-found', 'no such alert of this session')
    if (!(await settleAlert(scope, { id: alertId, name: by, at }, because.trim()))) return
    const key = machineKeyOf(alert)
    if (key === undefined) return
    const what = { kind: 'alert-settled' as const, alert: key }
    await actInScope(scope, { id: uuidFrom(`${alertId} settled`), sessionId, what, at, by })
  })
}
