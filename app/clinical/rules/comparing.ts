/** Questions about two numbers at once, and about a no that leans on a signed window. */
import type { Bounds } from '../instruments/answers.ts'
import { reaches } from '../instruments/truth.ts'
import { type LimitPath, type Limits, limitAt, type NumberPath } from '../protocol.ts'
import { both, boundsOf, type Condition, either, shownBounds } from './condition.ts'
import { type Evidence, type Missing, union } from './rule.ts'

/** A fact by its name. What was not answered in full is known by its bounds; `none`: nothing to compare with. */
export type Side = { name: string; value: number | Bounds | 'none' | undefined }

/**
 * How far the first stands above the second: at the limit or more, whatever the missing answers are.
 */
export function standsAbove(upper: Side, lower: Side, limits: Limits, path: NumberPath): Condition {
  const limit: number | undefined = limitAt(limits, path)
  const evidence: Evidence = {
    [upper.name]: shown(upper.value),
    [lower.name]: shown(lower.value),
    [path]: limit,
  }
  if (upper.value === 'none' || lower.value === 'none') return { holds: false, evidence, missing: [] }
  const [high, low] = [boundsOf(upper.value), boundsOf(lower.value)]
  const missing: Missing[] = []
  if (high === undefined) missing.push({ kind: 'fact', name: upper.name })
  if (low === undefined) missing.push({ kind: 'fact', name: lower.name })
  if (limit === undefined) missing.push({ kind: 'limit', name: path })
  if (high === undefined || low === undefined) return { holds: undefined, evidence, missing }
  const truth = reaches({ from: high.from - low.to, to: high.to - low.from }, limit)
  if (truth !== 'undetermined') return { holds: truth === 'met', evidence, missing: [] }
  return { holds: undefined, evidence, missing: limit === undefined ? missing : notInFull(upper, lower) }
}

const notInFull = (...sides: readonly Side[]): Missing[] =>
  sides.filter(({ value }) => typeof value === 'object').map(({ name }) => ({ kind: 'fact', name }))

const shown = (value: Side['value']): Evidence[string] =>
  typeof value === 'object' ? shownBounds(value) : value

/** A no means something only when the window it was asked about is signed. A yes stands either way. */
export function withinSigned(
  condition: Condition,
  limits: Limits,
  ...paths: readonly LimitPath[]
): Condition {
  if (condition.holds === true) return condition
  const unsigned = paths.filter((path) => limitAt(limits, path) === undefined)
  if (unsigned.length === 0) return condition
  const missing = unsigned.map((name): Missing => ({ kind: 'limit', name }))
  return { ...condition, holds: undefined, missing: union(condition.missing, missing) }
}

/**
 * Asks the second of those for whom the first holds. Unlike with `both`, a first question that is open leaves the
 * whole open, whatever is known besides.
 */
export const onlyIf = (first: Condition, then: Condition): Condition =>
  first.holds === undefined ? first : both(first, then)

/** Any of them. Unlike with `either`, one that is open leaves the whole open. */
export function anyOfKnown(...conditions: readonly Condition[]): Condition {
  const open = conditions.filter(({ holds }) => holds === undefined)
  const any = either(...conditions)
  return open.length === 0
    ? any
    : { ...any, holds: undefined, missing: union(...open.map(({ missing }) => missing)) }
}
