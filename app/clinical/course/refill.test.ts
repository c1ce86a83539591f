import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import type { Happening } from '../session/events.ts'
import type { UnitEvent } from '../unit-count.ts'
import { earlyDays, lossesAt, type Refill, supplyFacts, takenIn } from './refill.ts'

const LIMITS: Limits = { refill: { earlyDays: 3 } }
const refill = (orderedOn: string, change: Partial<Refill> = {}): Refill => ({
  ...{ orderedOn, units: 4, unitsPerSession: 1, daysBetweenSessions: 7, ...change },
})

describe('a supply of four sessions, seven days apart', () => {
  test.each([
    ['2026-11-24', 5],
    ['2026-11-28', 1],
    ['2026-11-29', 0],
    ['2026-12-24', 0],
  ])('asked for again on %s is %d days early', (on, early) => {
    expect(earlyDays([refill('2026-10-30', { cameOn: '2026-11-01' })], on)).toBe(early)
  })

  test('lasts from the day it was ordered while nothing has come', () => {
    expect(earlyDays([refill('2026-11-01')], '2026-11-28')).toBe(1)
  })

  test('begins when the one before has lasted out', () => {
    const two = [refill('2026-11-01'), refill('2026-11-08')]
    expect(earlyDays(two, '2026-12-26')).toBe(1)
    expect(earlyDays([refill('2026-09-01'), refill('2026-11-01')], '2026-11-28')).toBe(1)
  })

  test('of two units for each session lasts for half as many', () => {
    expect(earlyDays([refill('2026-11-01', { unitsPerSession: 2 })], '2026-11-14')).toBe(1)
    expect(earlyDays([refill('2026-11-01', { units: 5, unitsPerSession: 2 })], '2026-11-15')).toBe(0)
  })

  test('that begins on no day is not judged', () => {
    expect(earlyDays([refill('soon')], '2026-11-14')).toBeUndefined()
    expect(earlyDays([refill('2026-11-01')], 'soon')).toBeUndefined()
  })
})

test('a first supply is never early', () => {
  expect(earlyDays([], '2026-11-14')).toBe(0)
})

describe('the facts of an order', () => {
  const soFar = { refills: [refill('2026-11-01')], lossesAt: [], lastOrderAt: 5 }
  test.each([
    ['2026-11-25', { refillEarlyDays: 4, earlyOrLostSupplies: 1 }],
    ['2026-11-26', { refillEarlyDays: 3, earlyOrLostSupplies: 0 }],
    ['2026-11-27', { refillEarlyDays: 2, earlyOrLostSupplies: 0 }],
  ])('on %s', (on, facts) => {
    expect(supplyFacts(soFar, on, LIMITS)).toEqual({ ...facts, lostSuppliesNow: 0 })
  })

  test('count what was early before, and what was lost', () => {
    const refills = [refill('2026-11-01'), refill('2026-11-10')]
    expect(supplyFacts({ refills, lossesAt: [3, 9], lastOrderAt: 5 }, '2026-12-27', LIMITS)).toEqual({
      ...{ refillEarlyDays: 0, earlyOrLostSupplies: 3, lostSuppliesNow: 1 },
    })
  })

  test('without the signed days nobody can say how often', () => {
    expect(supplyFacts(soFar, '2026-11-27', {})).toEqual({
      ...{ refillEarlyDays: 2, earlyOrLostSupplies: undefined, lostSuppliesNow: 0 },
    })
  })

  test.each([
    ['before the last order', 4, 0],
    ['in the same moment', 5, 0],
    ['after it', 6, 1],
  ])('a loss %s is one now, or was answered for', (_when, at, lostSuppliesNow) => {
    expect(supplyFacts({ ...soFar, lossesAt: [at] }, '2026-11-27', LIMITS)).toMatchObject({ lostSuppliesNow })
  })

  test('on no day nobody can say how early', () => {
    expect(supplyFacts(soFar, 'soon', LIMITS)).toMatchObject({
      ...{ refillEarlyDays: undefined, earlyOrLostSupplies: undefined },
    })
  })

  test('a loss before the first order is one now', () => {
    const lost = { refills: [], lossesAt: [3], lastOrderAt: undefined }
    expect(supplyFacts(lost, '2026-11-27', LIMITS)).toMatchObject({ lostSuppliesNow: 1 })
  })
})

describe('a loss', () => {
  const received = (units: number, at: number): UnitEvent => ({
    id: `r${at}`,
    kind: 'received',
    lot: 'L',
    units,
    at,
  })
  const out = (kind: 'used' | 'spoiled' | 'returned', units: number, at: number): UnitEvent => ({
    ...{ id: `${kind}${at}`, kind, lot: 'L', units, at },
  })
  const counted = (units: number, at: number): UnitEvent => ({ id: `c${at}`, kind: 'counted', units, at })
  const explained = (countId: string, difference: number, at: number): UnitEvent => ({
    ...{ id: `e${at}`, kind: 'explained', countId, difference, at },
  })

  test.each<[string, UnitEvent[], { at: number; units: number }[], number[]]>([
    ['nothing counted', [received(4, 1)], [], []],
    ['everything there', [received(4, 1), counted(4, 2)], [], []],
    ['one gone', [received(4, 1), counted(3, 2)], [], [2]],
    ['one taken in a session', [received(4, 1), counted(3, 3)], [{ at: 2, units: 1 }], []],
    ['one taken after the count', [received(4, 1), counted(3, 3)], [{ at: 4, units: 1 }], [3]],
    [
      'the dose also written down by hand',
      [received(4, 1), out('used', 1, 2), counted(3, 3)],
      [{ at: 2, units: 1 }],
      [],
    ],
    [
      'one spoiled, one sent back',
      [received(4, 1), out('spoiled', 1, 2), out('returned', 1, 2), counted(2, 3)],
      [],
      [],
    ],
    ['more than there should be', [received(4, 1), counted(5, 2)], [], []],
    ['the same gap counted twice', [received(4, 1), counted(3, 2), counted(3, 4)], [], [2]],
    ['two gaps', [received(4, 1), counted(3, 2), counted(2, 4)], [], [2, 4]],
    ['found again', [received(4, 1), counted(3, 2), counted(4, 4)], [], []],
    ['found again, and lost later', [received(4, 1), counted(3, 2), counted(4, 4), counted(3, 6)], [], [6]],
    ['explained: gone all the same', [received(4, 1), counted(3, 2), explained('c2', -1, 3)], [], [2]],
    ['one taken at that very moment', [received(4, 1), counted(3, 3)], [{ at: 3, units: 1 }], []],
    ['one used by hand before the count', [received(4, 1), out('used', 1, 2), counted(3, 3)], [], []],
    ['one used by hand at that very moment', [received(4, 1), out('used', 1, 3), counted(3, 3)], [], []],
    ['one used by hand after the count', [received(4, 1), counted(3, 3), out('used', 1, 4)], [], [3]],
    [
      'a use by hand that falls short of the session',
      [received(4, 1), out('used', 1, 2), counted(2, 3)],
      [{ at: 2, units: 2 }],
      [],
    ],
    ['a parcel that came after the count', [received(4, 1), counted(4, 3), received(4, 4)], [], []],
    ['a parcel that came with the count', [received(4, 3), counted(3, 3)], [], [3]],
    [
      'an explanation before another count',
      [received(4, 1), counted(3, 2), explained('c2', -1, 3), counted(3, 4)],
      [],
      [2],
    ],
    ['counts in any order', [counted(2, 4), counted(3, 2), received(4, 1)], [], [2, 4]],
  ])('%s', (_what, events, taken, expected) => {
    expect(lossesAt(events, taken)).toEqual(expected)
  })
})

describe('what sessions took', () => {
  const event = (sessionId: string, what: Happening, deviceAt: number, clockOffsetMs = 0) => ({
    ...{ sessionId, what, deviceAt, clockOffsetMs },
  })
  const dose = (units: number) => ({ kind: 'dose-started', units }) as const

  test('is one dose of each session, however many devices recorded it, by the server’s clock', () => {
    expect(
      takenIn([event('a', dose(1), 20, 5), event('a', dose(2), 10, 5), event('b', dose(1), 90)]),
    ).toEqual([
      { at: 15, units: 2 },
      { at: 90, units: 1 },
    ])
  })

  test('and everything taken beside it, one unit where nobody said how many', () => {
    const more = [event('a', { kind: 'more-taken' }, 30), event('a', { kind: 'more-taken', units: 2 }, 40)]
    expect(takenIn([event('a', dose(1), 20), ...more, event('a', { kind: 'stop' }, 50)])).toEqual([
      ...[
        { at: 20, units: 1 },
        { at: 30, units: 1 },
        { at: 40, units: 2 },
      ],
    ])
  })
})
