/** Alerts of a session: raised once for each cause, told to the care team, and said in their true form. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { AlertLevel } from '../clinical/session/state.ts'
import { openAlerts } from '../clinical/session/state.ts'
import { listAlerts, raiseAlert, type StoredAlert } from '../records/alerts.ts'
import { dutyFor } from '../records/duty.ts'
import { enqueue } from '../records/jobs.ts'
import type { OpenSession } from './session-log.ts'

/** What an alert is about, behind the session's id in its cause. */
export const ruleCause = (sessionId: string, ruleId: string, from: string) =>
  `${sessionId} rule:${ruleId} ${from}`
export const machineCause = (sessionId: string, key: string) => `${sessionId} ${key}`

/** The kind of a machine's alert, or the rule: what the words for it hang on. */
export const aboutOf = ({ cause }: Pick<StoredAlert, 'cause'>): string =>
  (cause.split(' ')[1] ?? '').replace(/^rule:/, '').replace(/:.*$/, '')

/** The key of the machine's own alert, or undefined where a rule raised it. */
export function machineKeyOf({ cause }: Pick<StoredAlert, 'cause'>): string | undefined {
  const key = cause.slice(cause.indexOf(' ') + 1)
  return key.startsWith('rule:') ? undefined : key
}

/**
 * What a coordinator may answer: that nothing was heard on the day after, for which they were asked to call. Anything
 * else needs a clinician's eye, and stays unseen until it has had one.
 */
export const isForCoordinator = (alert: Pick<StoredAlert, 'cause' | 'level'>): boolean =>
  aboutOf(alert) === 'E04' && alert.level === 'confirm'

/** Said on the patient's own screen about who is there: nobody beside them is told of it, nor sees that it is open. */
export const isForPracticeAlone = (alert: Pick<StoredAlert, 'cause'>): boolean =>
  aboutOf(alert) === 'not-safe'

export const levelOf = (severity: Severity): AlertLevel => (severity === 'block' ? 'emergency' : 'person-now')

export type Raise = { cause: string; level: AlertLevel }

/**
 * Raises what is new of these, each once, and tells the care team of it in the same transaction. What needs a person
 * goes on to the next one until somebody has seen it.
 *
 * @param sessionId null for what no session raised
 */
export async function raiseAll(
  scope: Scope<AboutPatient>,
  sessionId: string | null,
  all: readonly Raise[],
  at: Date,
): Promise<void> {
  if (all.length === 0) return
  const isInCover = (await dutyFor(scope, at)) !== undefined
  for (const { cause, level } of all) {
    const id = await raiseAlert(scope, { cause, sessionId, level, at, isInCover })
    if (id === undefined) continue
    await enqueue(scope, 'tell-care-team', id, { causeId: id })
    if (level !== 'confirm') await enqueue(scope, 'escalate-alert', id, { alertId: id })
  }
}

/** What the machine holds open and nobody was told of yet. */
export const machineRaises = ({ reading, booked }: OpenSession): Raise[] =>
  openAlerts(reading.session).map(({ key, level }) => ({ cause: machineCause(booked.id, key), level }))

/** Rules of which an alert is open: it is not raised again before somebody has settled it. */
export async function openRules(scope: Scope<AboutPatient>, sessionId: string): Promise<ReadonlySet<string>> {
  const alerts = await listAlerts(scope, sessionId)
  return new Set(alerts.filter(({ settled }) => settled === null).map(aboutOf))
}
