/**
 * Whether the next supply is asked for before it is due, and what was lost. Rule F09 looks at both and asks; it blames
 * nobody. Source: S-12 of docs/clinical/rules.md. Sign-off: docs/clinical/supply.md
 */
import { addDays, type Day, daysFrom } from '../calendar-day.ts'
import type { CourseFacts } from '../facts/course.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { instantOf, type SessionEvent } from '../session/events.ts'
import type { UnitEvent } from '../unit-count.ts'

/** One order that was not withdrawn, with the plan it was made from. */
export type Refill = {
  orderedOn: Day
  units: number
  /** Undefined where nothing has come yet: it lasts from the day it was ordered. */
  cameOn?: Day
  unitsPerSession: number
  daysBetweenSessions: number
}

export type SupplySoFar = {
  /** Of this course, the oldest first. */
  refills: readonly Refill[]
  /** Epoch milliseconds of the counts that showed a loss, and of the last order. */
  lossesAt: readonly number[]
  lastOrderAt: number | undefined
}

type SupplyFacts = Pick<CourseFacts, 'refillEarlyDays' | 'earlyOrLostSupplies' | 'lostSuppliesNow'>

/** Facts of rule F09 for a supply that is asked for on a day. */
export function supplyFacts(
  { refills, lossesAt, lastOrderAt }: SupplySoFar,
  today: Day,
  limits: Limits,
): SupplyFacts {
  const mayBeEarly = limitAt(limits, 'refill.earlyDays')
  const daysEarly = refills.map(({ orderedOn }, i) => earlyDays(refills.slice(0, i), orderedOn))
  const now = earlyDays(refills, today)
  const early =
    mayBeEarly === undefined || now === undefined || daysEarly.includes(undefined)
      ? undefined
      : [...daysEarly, now].filter((days = 0) => days > mayBeEarly).length
  return {
    refillEarlyDays: now,
    earlyOrLostSupplies: early === undefined ? undefined : early + lossesAt.length,
    lostSuppliesNow: lossesAt.filter((at) => lastOrderAt === undefined || at > lastOrderAt).length,
  }
}

/**
 * Days before the supplies so far have lasted out; 0 when they have, or there were none. Each lasts for the sessions it
 * holds, the plan's days apart, from when it came or from the end of the one before.
 *
 * @returns undefined for a day that is none
 */
export function earlyDays(before: readonly Refill[], on: Day): number | undefined {
  let dueOn: Day | undefined
  for (const { orderedOn, cameOn = orderedOn, units, unitsPerSession, daysBetweenSessions } of before) {
    const from = dueOn !== undefined && dueOn > cameOn ? dueOn : cameOn
    dueOn = addDays(from, Math.floor(units / unitsPerSession) * daysBetweenSessions)
    if (dueOn === undefined) return undefined
  }
  if (dueOn === undefined) return 0
  const left = daysFrom(on, dueOn)
  return left === undefined ? undefined : Math.max(0, left)
}

/** Units that left the house by the mouth; `at` is epoch milliseconds. */
export type Taken = { at: number; units: number }

/** What sessions took: the one dose of each, however many devices recorded it, and whatever was taken beside it. */
export function takenIn(
  swallows: readonly Pick<SessionEvent, 'sessionId' | 'deviceAt' | 'clockOffsetMs' | 'what'>[],
): Taken[] {
  const doses = new Map<string, Taken>()
  const more: Taken[] = []
  for (const event of swallows) {
    const { sessionId, what } = event
    const at = instantOf(event)
    if (what.kind === 'more-taken') more.push({ at, units: what.units ?? 1 })
    if (what.kind !== 'dose-started') continue
    const known = doses.get(sessionId)
    const units = Math.max(known?.units ?? 0, what.units)
    doses.set(sessionId, { at: Math.min(known?.at ?? at, at), units })
  }
  return [...doses.values(), ...more]
}

/**
 * When counts showed that units were gone which nobody took in a session, sent back or called spoiled. A count that
 * finds them again takes the loss back.
 *
 * @param taken units swallowed in sessions; the count of units does not know them
 */
export function lossesAt(events: readonly UnitEvent[], taken: readonly Taken[]): number[] {
  const counts = events.flatMap((event) => (event.kind === 'counted' ? [event] : []))
  const inOrder = counts.toSorted((a, b) => a.at - b.at)
  const missing = inOrder.map(({ at, units }) => Math.max(0, thereAt(at, events, taken) - units))
  // What is still missing at every later count: it never goes down.
  const lasting = missing.map((_, i) => Math.min(...missing.slice(i)))
  return inOrder.filter((_, i) => (lasting[i] ?? 0) > (lasting[i - 1] ?? 0)).map(({ at }) => at)
}

function thereAt(at: number, events: readonly UnitEvent[], taken: readonly Taken[]): number {
  const sum = (kind: 'received' | 'spoiled' | 'returned' | 'used') =>
    events.reduce((units, event) => (event.kind === kind && event.at <= at ? units + event.units : units), 0)
  const inSessions = taken.reduce((units, dose) => (dose.at <= at ? units + dose.units : units), 0)
  // A use somebody wrote down by hand and the dose of a session are the same units.
  const used = Math.max(sum('used'), inSessions)
  return sum('received') - sum('spoiled') - sum('returned') - used
}
