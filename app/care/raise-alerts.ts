/** Alerts of a session: raised once for each cause, told to the care team, and said in their true form. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Severity } from '../clinical/outcome.ts'
import { isRoomRule } from '../clinical/rules/in-the-room.ts'
import type { AlertKind, AlertLevel } from '../clinical/session/state.ts'
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

/** The patient took access back from somebody a session rests on. */
const TAKEN_BACK = 'access-taken-back'
export const takenBackCause = (sessionId: string, actorId: string) =>
  machineCause(sessionId, `${TAKEN_BACK}:${actorId}`)

/** What a rule speaks of where the machine raises it, under a name of its own. */
const RAISED_AS: Readonly<Record<string, AlertKind>> = {
  D08: 'help-asked',
  D10: 'possible-overdose',
  D14: 'support-person-gone',
  D19: 'not-safe',
  D21: 'stopped-after-dose',
}
/** Of a rule, or of what the machine raises it as. */
export const speaksOf = (alert: Pick<StoredAlert, 'cause'>, about: string): boolean =>
  aboutOf(alert) === about || aboutOf(alert) === RAISED_AS[about]

/** Said on the patient's own screen about who is there. */
export const isAside = (alert: Pick<StoredAlert, 'cause'>): boolean => aboutOf(alert) === 'not-safe'

/** Somebody there pressed the start of a day that was called off. */
export const START_WHEN_OFF = 'start-when-off'

/** What the patient said or did about who is there: nobody beside them is told of it, nor sees that it is open. */
export const isForPracticeAlone = (alert: Pick<StoredAlert, 'cause'>): boolean =>
  isAside(alert) || aboutOf(alert) === TAKEN_BACK

/**
 * What whoever is there may see that somebody was told of: what was seen or done in the room. What the patient answered
 * alone, before it or on the day after, is none of it.
 */
export const isOfTheRoom = (alert: Pick<StoredAlert, 'cause'>): boolean =>
  !isForPracticeAlone(alert) &&
  (isRoomRule(aboutOf(alert)) || ROOM_KINDS.some((kind) => kind === aboutOf(alert)))
const ROOM_KINDS: readonly (AlertKind | typeof START_WHEN_OFF)[] = [
  START_WHEN_OFF,
  ...(['help-asked', 'emergency', 'possible-overdose', 'units-to-confirm', 'one-dose-to-confirm'] as const),
  ...(['dose-not-allowed', 'stopped-after-dose', 'support-person-gone', 'log-broken'] as const),
]

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

/**
 * Rules of which an alert waits that nobody has seen: whoever looks at that one has what is new before them. Found again
 * after a look it is raised again, settled or not: they have not seen this.
 */
export async function waitingRules(
  scope: Scope<AboutPatient>,
  sessionId: string,
): Promise<ReadonlySet<string>> {
  const alerts = await listAlerts(scope, sessionId)
  return new Set(alerts.filter(({ seen, settled }) => !seen && settled === null).map(aboutOf))
}
