/** Check-ins that went by unanswered, in a row. Rule F16: an invitation, and no reproach. */

const DAY_MS = 86_400_000

export type CheckIns = {
  /** When each session that took place began; epoch milliseconds, as all times here. */
  sessionsAt: readonly number[]
  /** When anything asked of the person was answered since: the day after a session, or about a week. */
  answeredAt: readonly number[]
  /** Days from one set of questions about the week to the next. Undefined: nobody signed how often they are asked. */
  weekEveryDays: number | undefined
}

/** How many in a row: what has come due since the last answer, the day after each session and each week. */
export function missedCheckIns({ sessionsAt, answeredAt, weekEveryDays }: CheckIns, now: number): number {
  if (sessionsAt.length === 0) return 0
  const first = Math.min(...sessionsAt)
  const last = Math.max(first, ...answeredAt.filter((at) => at <= now))
  const nextDays = sessionsAt.filter((at) => at + DAY_MS > last && at + DAY_MS <= now).length
  const weeks =
    weekEveryDays === undefined || !(weekEveryDays > 0)
      ? 0
      : Math.max(0, Math.floor((now - last) / (weekEveryDays * DAY_MS)))
  return nextDays + weeks
}
