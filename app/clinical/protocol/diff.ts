/** What changed between two versions of a protocol, place by place, and which rules read what changed. */
import type { LimitPath, Limits } from '../protocol.ts'
import { ALL_RULES, type RuleId } from '../rules/all.ts'
import type { PlainField } from './field.ts'
import { type CellValue, cellsOf, type Place, placeName } from './places.ts'

/** `undefined` on either side: no limit is set there. */
export type Change = {
  place: Place
  field: PlainField
  before: CellValue | undefined
  after: CellValue | undefined
}

/** Every place that differs, in the order a protocol is read. */
export function diffLimits(before: Limits, after: Limits): Change[] {
  const was = new Map(cellsOf(before).map((cell) => [placeName(cell.place), cell.value]))
  return cellsOf(after).flatMap(({ place, field, value }) => {
    const old = was.get(placeName(place))
    return isSame(old, value) ? [] : [{ place, field, before: old, after: value }]
  })
}

const isSame = (a: CellValue | undefined, b: CellValue | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** Rules that read the limit. Without it, each of them answers unknown as soon as it needs it. */
export const rulesReading = (path: LimitPath): readonly RuleId[] => READERS.get(path) ?? []

const READERS: ReadonlyMap<LimitPath, readonly RuleId[]> = readers()

function readers(): Map<LimitPath, RuleId[]> {
  const found = new Map<LimitPath, RuleId[]>()
  for (const { id, limits } of ALL_RULES)
    for (const path of limits) found.set(path, [...(found.get(path) ?? []), id as RuleId])
  return found
}

/** Every rule that reads something that changed, with the limits it reads of it. */
export function rulesTouched(changes: readonly Change[]): { ruleId: RuleId; paths: LimitPath[] }[] {
  const paths = [...new Set(changes.map(({ place }) => place.path))]
  const touched = new Map<RuleId, LimitPath[]>()
  for (const path of paths)
    for (const ruleId of rulesReading(path)) touched.set(ruleId, [...(touched.get(ruleId) ?? []), path])
  return [...touched]
    .map(([ruleId, read]) => ({ ruleId, paths: read }))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
}
