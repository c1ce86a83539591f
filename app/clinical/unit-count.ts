/**
 * The units in somebody's house: received, used, spoiled, returned, left, and whether the count agrees.
 *
 * A mismatch opens a conversation, not a punishment. It is a value with a sign, and never turned into zero.
 * Source: rules C12 and F09. Sign-off: docs/clinical/unit-count.md
 */
import { type Day, dayNumber } from './calendar-day.ts'

/** `at` is epoch milliseconds; `units` are whole ones. A movement that turns up late still counts at its time. */
type Stamp = { id: string; at: number }
export type Movement = Stamp & {
  kind: 'received' | 'used' | 'spoiled' | 'returned'
  lot: string
  units: number
} & {
  /** Last day a received unit is good for. Missing = nobody knows, and it is never read as "good". */
  expiresOn?: Day
}
/** Somebody counted everything that is there. */
export type Count = Stamp & { kind: 'counted'; units: number }
/** A clinician accepted the reason for one count's difference. For another difference it counts no longer. */
export type Explanation = Stamp & { kind: 'explained'; countId: string; difference: number }
export type UnitEvent = Movement | Count | Explanation

export type Lot = {
  lot: string
  /** Can be below zero, which is shown: more was used than ever came. */
  left: number
  expiry: 'good' | 'expired' | 'unknown'
}

export type UnitCount = Record<Movement['kind'], number> & {
  /** What should be there now, by everything recorded. Can be below zero, which is shown. */
  expected: number
  lots: Lot[]
  latestCount?: { id: string; at: number; counted: number; expected: number; difference: number }
  /** Ids of events that arrived in two versions, or with a number of units there cannot be. */
  unreadable: string[]
  balance: Balance
}

/**
 * `uncounted`: something moved and nobody has counted since. `impossible`: more went out than came in, in all or
 * from one lot. `unclear`: see `unreadable`.
 */
export type Balance =
  | 'nothing-received'
  | 'balanced'
  | 'explained'
  | 'uncounted'
  | 'mismatch'
  | 'impossible'
  | 'unclear'

/** What the next release of units needs first. */
export type ReleaseNeeds = 'nothing' | 'a-count' | 'a-conversation'

/** @returns what has to happen before more is sent: a balance or an explanation lets the next release go on */
export function releaseNeeds({ balance }: Pick<UnitCount, 'balance'>): ReleaseNeeds {
  if (balance === 'uncounted') return 'a-count'
  return balance === 'mismatch' || balance === 'impossible' || balance === 'unclear'
    ? 'a-conversation'
    : 'nothing'
}

/**
 * Adds up everything recorded. The order in which events arrive does not matter, and an event that arrives twice
 * counts once.
 *
 * @param today where the person lives; a lot is good up to and including its last day
 */
export function unitCount(events: readonly UnitEvent[], today: Day): UnitCount {
  const { readable, unreadable } = sorted(events)
  const movements = readable.filter(isMovement)
  const counts = countsOf(readable)
  const latest = counts.at(-1)
  const since = movements.filter(({ at }) => latest === undefined || at > latest.at)
  const before = latest === undefined ? 0 : latest.isExplained ? latest.counted : latest.expected
  const expected = before + net(since)
  const lots = lotsOf(movements, today)

  const settledAt = counts.findLast(({ isExplained }) => isExplained)?.at ?? Number.NEGATIVE_INFINITY
  const isOverdrawn = ({ lot, left }: Lot) =>
    left < 0 && movements.some((movement) => movement.lot === lot && movement.at > settledAt)
  const balance: Balance =
    unreadable.length > 0
      ? 'unclear'
      : expected < 0 || lots.some(isOverdrawn)
        ? 'impossible'
        : agreement(latest, since.length > 0)

  const totals = { received: 0, used: 0, spoiled: 0, returned: 0 }
  for (const { kind, units } of movements) totals[kind] += units
  if (!latest) return { ...totals, expected, lots, unreadable, balance }
  const { isExplained: _, ...latestCount } = latest
  return { ...totals, expected, lots, unreadable, balance, latestCount }
}

function agreement(latest: Counted | undefined, hasMovedSince: boolean): Balance {
  if (!latest) return hasMovedSince ? 'uncounted' : 'nothing-received'
  if (latest.difference !== 0 && !latest.isExplained) return 'mismatch'
  if (hasMovedSince) return 'uncounted'
  return latest.difference === 0 ? 'balanced' : 'explained'
}

const isMovement = (event: UnitEvent): event is Movement =>
  event.kind !== 'counted' && event.kind !== 'explained'

const net = (movements: readonly Movement[]): number =>
  movements.reduce((left, { kind, units }) => left + (kind === 'received' ? units : -units), 0)

type Counted = NonNullable<UnitCount['latestCount']> & { isExplained: boolean }

/** Every count with what should have been there. An explained difference is the new beginning for the next. */
function countsOf(events: readonly UnitEvent[]): Counted[] {
  const found: Counted[] = []
  let should = 0
  for (const event of events) {
    if (event.kind === 'explained') continue
    if (event.kind !== 'counted') {
      should += net([event])
      continue
    }
    const { id, at, units: counted } = event
    const difference = counted - should
    const isExplained = events.some(
      (other) => other.kind === 'explained' && other.countId === id && other.difference === difference,
    )
    found.push({ id, at, counted, expected: should, difference, isExplained })
    if (isExplained) should = counted
  }
  return found
}

function lotsOf(movements: readonly Movement[], today: Day): Lot[] {
  const names = [...new Set(movements.map(({ lot }) => lot))].sort()
  return names.map((lot) => {
    const own = movements.filter((movement) => movement.lot === lot)
    const ends = own.filter(({ kind }) => kind === 'received').map(({ expiresOn }) => expiresOn)
    return { lot, left: net(own), expiry: expiryOf(ends, today) }
  })
}

/** Two parcels of one lot with two dates: the earlier one counts. */
function expiryOf(ends: readonly (Day | undefined)[], today: Day): Lot['expiry'] {
  const last = ends.map((end) => (end === undefined ? undefined : dayNumber(end)))
  const now = dayNumber(today)
  if (now === undefined || last.length === 0) return 'unknown'
  if (last.some((end) => end !== undefined && end < now)) return 'expired'
  return last.includes(undefined) ? 'unknown' : 'good'
}

/** By time; at one instant what came in first, then what went out, then the count: a count includes what it saw. */
const RANK: Record<UnitEvent['kind'], number> = {
  received: 0,
  used: 1,
  spoiled: 1,
  returned: 1,
  counted: 2,
  explained: 3,
}

function sorted(events: readonly UnitEvent[]): { readable: UnitEvent[]; unreadable: string[] } {
  const byId = new Map<string, UnitEvent>()
  const unreadable = new Set<string>()
  for (const event of events) {
    const known = byId.get(event.id)
    if (known && !isSame(known, event)) unreadable.add(event.id)
    byId.set(event.id, event)
    if (!isPossible(event)) unreadable.add(event.id)
  }
  const readable = [...byId.values()]
    .filter(({ id }) => !unreadable.has(id))
    .sort((a, b) => a.at - b.at || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? -1 : 1))
  return { readable, unreadable: [...unreadable].sort() }
}

const isPossible = (event: UnitEvent): boolean =>
  Number.isFinite(event.at) &&
  (event.kind === 'explained'
    ? Number.isInteger(event.difference)
    : Number.isInteger(event.units) && event.units >= (event.kind === 'counted' ? 0 : 1))

function isSame(a: UnitEvent, b: UnitEvent): boolean {
  const fields = (event: UnitEvent) =>
    JSON.stringify(Object.entries(event).sort(([x], [y]) => (x < y ? -1 : 1)))
  return fields(a) === fields(b)
}
