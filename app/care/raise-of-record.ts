/**
 * Alerts that no session raises: what somebody answered in their intake, or between sessions, asks for a person.
 *
 * The same answers raise once, however often they are handed in and judged. New answers raise again, unless an alert
 * at least as loud is waiting that nobody has seen: whoever looks at that one has the new answers before them.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { askedLevel } from '../clinical/rules/asks-for-a-person.ts'
import type { Finding } from '../clinical/rules/rule.ts'
import type { AlertLevel } from '../clinical/session/state.ts'
import { listRecordAlerts, OF_RECORD } from '../records/alerts.ts'
import { raiseAll } from './raise-alerts.ts'

const LOUDEST_FIRST: readonly AlertLevel[] = ['emergency', 'person-now', 'confirm']
const rank = (level: AlertLevel) => LOUDEST_FIRST.indexOf(level)

/** @param answersOf the id of the answers a rule looked at; undefined where there are none yet */
export async function raiseOfRecord(
  scope: Scope<AboutPatient>,
  found: readonly Finding[],
  answersOf: (ruleId: string) => string | undefined,
  at: Date,
): Promise<void> {
  const loudest = new Map<string, { level: AlertLevel; cause: string }>()
  for (const finding of found) {
    const level = askedLevel(finding)
    const from = answersOf(finding.ruleId)
    if (level === undefined || from === undefined) continue
    const before = loudest.get(from)
    if (before === undefined || rank(level) < rank(before.level))
      loudest.set(from, { level, cause: `${OF_RECORD} rule:${finding.ruleId} ${from}` })
  }
  if (loudest.size === 0) return
  const waiting = (await listRecordAlerts(scope)).filter(({ seen, settled }) => !seen && !settled)
  const ruleOf = (cause: string) => cause.split(' ')[1]
  const isWaiting = ({ level, cause }: { level: AlertLevel; cause: string }) =>
    waiting.some((alert) => ruleOf(alert.cause) === ruleOf(cause) && rank(alert.level) <= rank(level))
  await raiseAll(
    scope,
    null,
    [...loudest.values()].filter((raise) => !isWaiting(raise)),
    at,
  )
}
