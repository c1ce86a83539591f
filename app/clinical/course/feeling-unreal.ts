/**
 * Feeling unreal over a course, by the DSS-B: against the person's own total before treatment. Rule C16 reads it.
 *
 * Page: docs/clinical/dss-b.md
 */
import type { DayOfFacts } from '../facts/day-of.ts'
import { dssB } from '../instruments/dss-b.ts'
import type { Answers } from '../instruments/instrument.ts'

/** By time, in epoch milliseconds. */
export type DatedAnswers = { at: number; answers: Answers }

export type UnrealFacts = Pick<DayOfFacts, 'dssB' | 'dssBBaseline' | 'previousDssBRise'>

/**
 * The baseline is the last whole total before the first dose; where there is none, the first whole total there is.
 *
 * @param series the oldest first, of one and the same text
 * @param firstDoseAt epoch milliseconds; undefined before there was one
 * @param isAsked there is a text of it today
 */
export function unrealFacts(
  series: readonly DatedAnswers[],
  firstDoseAt: number | undefined,
  isAsked: boolean,
): UnrealFacts {
  const scored = series.map(({ at, answers }) => ({ at, result: dssB.score(answers) }))
  const latest = scored.at(-1)
  if (!latest) return { dssB: isAsked ? undefined : 'not-loaded', previousDssBRise: 'none' }
  const totals = scored.flatMap(({ at, result }) =>
    result.status === 'complete' ? [{ at, total: result.score.total }] : [],
  )
  const isBefore = ({ at }: { at: number }) => firstDoseAt === undefined || at < firstDoseAt
  const baseline = totals.findLast(isBefore) ?? totals[0]
  const previous = totals.findLast(({ at }) => at < latest.at)
  const isLater = previous !== undefined && baseline !== undefined && previous.at > baseline.at
  return {
    dssB: latest.result,
    dssBBaseline: baseline?.total,
    previousDssBRise: isLater ? previous.total - baseline.total : 'none',
  }
}
