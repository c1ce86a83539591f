/** How often the dose went up without anything having got better in between. Rule F12. */
import { type Limits, limitAt, type NumberPath } from '../protocol.ts'

/** The dose of one signed version of the plan. `at` is epoch milliseconds. */
export type SignedDose = { at: number; doseMg: number }
/** A whole total of one scale, on which less is better. */
export type DatedTotal = { at: number; total: number }
export type Totals = { pcl5: readonly DatedTotal[]; phq9: readonly DatedTotal[] }

const MEANINGFUL: Readonly<Record<keyof Totals, NumberPath>> = {
  pcl5: 'instruments.pcl5.meaningfulChangePoints',
  phq9: 'instruments.phq9.meaningfulChangePoints',
}

/**
 * Steps up since improvement was last recorded: since a total last stood below the first of its own scale by the
 * signed meaningful change or more. All lists hold the oldest first.
 *
 * @returns undefined where there were steps and nobody signed what an improvement is
 */
export function stepsWithoutImprovement(
  doses: readonly SignedDose[],
  totals: Totals,
  limits: Limits,
): number | undefined {
  const stepsAt = doses
    .filter(({ doseMg }, i) => doseMg > (doses[i - 1]?.doseMg ?? doseMg))
    .map(({ at }) => at)
  if (stepsAt.length === 0) return 0
  let improvedAt = Number.NEGATIVE_INFINITY
  for (const scale of ['pcl5', 'phq9'] as const) {
    const [first, ...later] = totals[scale]
    if (first === undefined || later.length === 0) continue
    const points = limitAt(limits, MEANINGFUL[scale])
    if (points === undefined) return undefined
    const best = later.findLast(({ total }) => first.total - total >= points)
    if (best) improvedAt = Math.max(improvedAt, best.at)
  }
  return stepsAt.filter((at) => at > improvedAt).length
}
