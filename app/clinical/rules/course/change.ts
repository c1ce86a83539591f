import type { ScoreResult } from '../../instruments/instrument.ts'
import type { Limits, NumberPath } from '../../protocol.ts'
import { against, type Condition } from '../condition.ts'

/** The total of a response that is whole. An estimate is no total here. */
export const wholeTotal = (result: ScoreResult<{ total: number }> | undefined): number | undefined =>
  result?.status === 'complete' ? result.score.total : undefined

/**
 * Whether a total went up, or down, by the limit or more. Without one of the two totals nobody can say; the
 * evidence shows both.
 */
export function moved(
  direction: 'up' | 'down',
  name: string,
  { from, to }: { from: number | undefined; to: number | undefined },
  limits: Limits,
  path: NumberPath,
): Condition {
  const rise = from === undefined || to === undefined ? undefined : to - from
  const points = rise === undefined || direction === 'up' ? rise : -rise
  const condition = against('at-least', name, points, limits, path)
  const shown = to === undefined ? undefined : from === undefined ? to : `${from} to ${to}`
  return { ...condition, evidence: { ...condition.evidence, [name]: shown } }
}
