/** Where a clinician finds what an alert is about, by where its rule is judged. */
import type { AnyRule } from '../clinical/rules/all.ts'
import { JUDGED_AT, type Moment } from '../clinical/rules/running.ts'
import type { OpenAlert } from '../records/alerts.ts'
import { aboutOf } from './raise-alerts.ts'

const IN_THE_ROOM: readonly Moment[] = [
  ...(['gate', 'gateInCourse', 'untilDose', 'session', 'lateInSession'] as const),
  ...(['restingInSession', 'askedToEnd', 'tonight'] as const),
]
const ON_THE_DAY_AFTER: readonly Moment[] = ['nextDay', 'nextDayInCourse', 'silence', 'silenceInCourse']

const isJudgedAt = (moments: readonly Moment[], about: string) =>
  moments.some((moment) => JUDGED_AT[moment].some(({ id }: AnyRule) => id === about))

/**
 * The page of the session for everything of its day and of the evening after; the chart for what the days after brought,
 * and for what no session raised. A suicide screen is judged on both days: there its hour decides.
 */
export function pageOfAlert(
  alert: Pick<OpenAlert, 'cause' | 'sessionId' | 'raisedAt' | 'sessionEndedAt'>,
): 'chart' | 'session' {
  const { sessionId, raisedAt, sessionEndedAt } = alert
  if (sessionId === null) return 'chart'
  const about = aboutOf(alert)
  const isOfDayAfter = isJudgedAt(ON_THE_DAY_AFTER, about)
  if (!isJudgedAt(IN_THE_ROOM, about)) return isOfDayAfter ? 'chart' : 'session'
  return isOfDayAfter && sessionEndedAt !== null && raisedAt >= sessionEndedAt ? 'chart' : 'session'
}
