/**
 * How one scale went over time, and what can be said of the change.
 *
 * Getting better is rarely a straight line: a dip is shown as what it is, and nothing is smoothed. Whoever calls this
 * brings one series: one instrument, version and window.
 * Source and sign-off: docs/clinical/trajectory.md
 */
import { type Change, type ChangeLimits, change } from './instruments/change.ts'

/** One response. `at` is epoch milliseconds. An estimate has a total; what could not be scored has none, not 0. */
export type ScoredResponse = { id: string; at: number } & (
  | { status: 'complete' | 'prorated'; total: number }
  | { status: 'incomplete' | 'undetermined' }
)

export type TrajectoryPoint = ScoredResponse & {
  /** Worse than the complete total before it. It happens, and is not a setback by itself. */
  isDip: boolean
  /** From the first complete total; of complete totals only. */
  sinceFirst?: Change
}

export type Trajectory = {
  /** Every response, oldest first: estimates and those without a total stay in sight. */
  points: TrajectoryPoint[]
  /** Ids of the complete totals that the latest one is compared with. */
  compared?: { latestId: string; firstId: string; previousId: string; bestId: string }
  /** The latest complete total against the first, the one before, and the best of all before. */
  fromFirst?: Change
  fromPrevious?: Change
  fromBest?: Change
  /** Responses after the latest complete total, which say nothing certain. */
  sinceThenUnscored: number
}

/**
 * The course of one series.
 *
 * @param responses of one series, in any order, any of them more than once (same id)
 * @param limits without a signed number its question stays `undetermined`
 * @param higherIs what a rising total means: `worse` for symptoms, `better` for well-being
 */
export function trajectory(
  responses: readonly ScoredResponse[],
  limits: ChangeLimits,
  higherIs: 'worse' | 'better' = 'worse',
): Trajectory {
  const ordered = [...new Map(responses.map((response) => [response.id, response])).values()].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  )
  const complete = ordered.filter(isComplete)
  const between = (before: { total: number }, now: { total: number }) =>
    change(before.total, now.total, limits, higherIs)
  const first = complete[0]
  const points = ordered.map((response): TrajectoryPoint => {
    const place = complete.findIndex(({ id }) => id === response.id)
    const [previous, now] = [complete[place - 1], complete[place]]
    if (!now || !previous || !first) return { ...response, isDip: false }
    return {
      ...response,
      isDip: between(previous, now).direction === 'worse',
      sinceFirst: between(first, now),
    }
  })

  const [latest, previous] = [complete.at(-1), complete.at(-2)]
  const sinceThenUnscored = latest ? ordered.length - 1 - ordered.indexOf(latest) : ordered.length
  if (!latest || !previous || !first) return { points, sinceThenUnscored }
  const best = complete.slice(0, -1).reduce((a, b) => (between(a, b).direction === 'better' ? b : a))
  return {
    points,
    compared: { latestId: latest.id, firstId: first.id, previousId: previous.id, bestId: best.id },
    fromFirst: between(first, latest),
    fromPrevious: between(previous, latest),
    fromBest: between(best, latest),
    sinceThenUnscored,
  }
}

const isComplete = (
  response: ScoredResponse,
): response is ScoredResponse & { status: 'complete'; total: number } => response.status === 'complete'
