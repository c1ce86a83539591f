/**
 * Adding up a scale: the total when everything was answered, an estimate when
 * the scale allows a gap or two, and otherwise no total at all.
 */
import { asked, type Bounds, bounds, given, missing, missingCount, sum } from './answers.ts'
import type { Answers, Item, ScoreResult } from './instrument.ts'

export type Total = { total: number }
export type Bounded = { bounds: Bounds }

/**
 * @param mayMiss how many answers may be missing before there is no total. The rest is estimated with the mean of
 *   what the person answered, rounded to a whole point. A missing safety item is never estimated: no total then.
 */
export function totalOf(
  items: readonly Item[],
  answers: Answers,
  mayMiss: number,
): ScoreResult<Total, Bounded> {
  const open = asked(items, answers)
  const gaps = missing(items, answers)
  const within = { bounds: bounds(items, answers) }
  const values = open.flatMap((item) => given(item, answers) ?? [])
  if (values.length > 0 && missingCount(gaps) === 0)
    return { ...within, status: 'complete', score: { total: sum(values) } }

  const isSafetyMissing = open.some((item) => item.isSafety && given(item, answers) === undefined)
  const isEstimable = values.length > 0 && missingCount(gaps) <= mayMiss && gaps.invalid.length === 0
  if (!isEstimable || isSafetyMissing) return { ...within, status: 'incomplete', ...gaps }
  const total = Math.round((sum(values) * open.length) / values.length)
  return { ...within, status: 'prorated', ...gaps, score: { total } }
}

/** What a rule compares: the total, or with a gap in it the least and the most it can still be. */
export const totalOrBounds = (result: ScoreResult<Total, Bounded>): number | Bounds =>
  result.status === 'complete' ? result.score.total : result.bounds

/** The same result with another score, where there is one. */
export const rescored = <A, B, Readings extends object>(
  result: ScoreResult<A, Readings>,
  rescore: (score: A) => B,
): ScoreResult<B, Readings> =>
  result.status === 'complete' || result.status === 'prorated'
    ? { ...result, score: rescore(result.score) }
    : result
