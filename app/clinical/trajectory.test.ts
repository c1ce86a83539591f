import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ScoredResponse, trajectory } from './trajectory.ts'

const DAY = 86_400_000
const limits = { meaningfulPoints: 10, reliablePoints: 15, endpoint: 28 }
const complete = (day: number, total: number): ScoredResponse => ({
  ...{ id: `d${day}`, at: day * DAY, total },
  status: 'complete',
})
const prorated = (day: number, total: number): ScoredResponse => ({
  ...complete(day, total),
  status: 'prorated',
  total,
})
const open = (day: number, status: 'incomplete' | 'undetermined' = 'incomplete'): ScoredResponse => ({
  ...{ id: `d${day}`, at: day * DAY },
  status,
})
const totals = (...list: number[]) => list.map((total, day) => complete(day, total))

describe('the latest total', () => {
  test('is compared with the first, the one before, and the best before', () => {
    expect(trajectory(totals(52, 36, 30, 44), limits)).toMatchObject({
      compared: { latestId: 'd3', firstId: 'd0', previousId: 'd2', bestId: 'd2' },
      fromFirst: { points: -8, direction: 'better', isMeaningful: 'not-met' },
      fromPrevious: { points: 14, direction: 'worse', isMeaningful: 'met', isReliable: 'not-met' },
      fromBest: { points: 14, direction: 'worse' },
    })
  })

  test.each([
    [43, 34, 'not-met', 'not-met', 'not-met'],
    [43, 33, 'met', 'not-met', 'not-met'],
    [43, 29, 'met', 'not-met', 'not-met'],
    [43, 28, 'met', 'met', 'met'],
  ])(
    'from %i to %i: meaningful, reliable, at the end point',
    (from, to, isMeaningful, isReliable, reachesEndpoint) => {
      expect(trajectory(totals(from, to), limits).fromFirst).toMatchObject({
        isMeaningful,
        isReliable,
        reachesEndpoint,
      })
    },
  )

  test('that is the best of all is compared with the best before it', () => {
    expect(trajectory(totals(50, 30, 40, 20), limits)).toMatchObject({
      compared: { bestId: 'd1' },
      fromBest: { points: -10, direction: 'better' },
    })
  })

  test('of a scale of well-being is better when it rises', () => {
    const { points, fromBest } = trajectory(totals(40, 60, 52), {}, 'better')
    expect(fromBest).toMatchObject({ points: -8, direction: 'worse' })
    expect(points.map(({ isDip }) => isDip)).toEqual([false, false, true])
  })

  test('says nothing that nobody signed a number for', () => {
    expect(trajectory(totals(60, 5), {}).fromFirst).toMatchObject({
      ...{
        points: -55,
        isMeaningful: 'undetermined',
        isReliable: 'undetermined',
        reachesEndpoint: 'undetermined',
      },
    })
  })

  test.each([
    ['there is none', []],
    ['there is one', totals(40)],
    ['all others are estimates', [complete(0, 40), prorated(1, 20)]],
  ])('is compared with nothing when %s', (_when, responses) => {
    const result = trajectory(responses, limits)
    expect(Object.keys(result).sort()).toEqual(['points', 'sinceThenUnscored'])
  })
})

describe('what was not fully answered', () => {
  const mixed = [
    complete(0, 50),
    prorated(1, 10),
    open(2),
    complete(3, 40),
    open(4, 'undetermined'),
    prorated(5, 80),
  ]

  test('stays in its place, in sight, with its total if it has one', () => {
    const { points } = trajectory(mixed, limits)
    expect(points.map(({ status }) => status)).toEqual(mixed.map(({ status }) => status))
    expect(points[1]).toEqual({ ...prorated(1, 10), isDip: false })
    expect(points[2]).not.toHaveProperty('total')
  })

  test('is compared with nothing, and nothing with it', () => {
    expect(trajectory(mixed, limits)).toMatchObject({
      compared: { firstId: 'd0', latestId: 'd3', bestId: 'd0' },
      fromFirst: { points: -10 },
    })
  })

  test('is counted where it comes after the latest total', () => {
    expect(trajectory(mixed, limits).sinceThenUnscored).toBe(2)
    expect(trajectory([open(0), open(1)], limits).sinceThenUnscored).toBe(2)
    expect(trajectory(totals(3, 4), limits).sinceThenUnscored).toBe(0)
  })
})

test('a dip is a total worse than the one before, wherever the whole course goes', () => {
  const { points } = trajectory(totals(50, 40, 44, 44, 30), limits)
  expect(points.map(({ isDip }) => isDip)).toEqual([false, false, true, false, false])
  expect(points.map(({ sinceFirst }) => sinceFirst?.points)).toEqual([undefined, -10, -6, -6, -20])
})

test('two responses of one moment stand in the order of their ids', () => {
  const [a, b] = [complete(1, 40), { ...complete(1, 30), id: 'c' }]
  for (const both of [
    [a, b],
    [b, a],
  ])
    expect(trajectory(both, limits).points.map(({ id }) => id)).toEqual(['c', 'd1'])
})

test('responses in any order, any of them twice, make the same course', () => {
  const response = fc.oneof(
    fc.tuple(fc.nat(30), fc.nat(80)).map(([day, total]) => complete(day, total)),
    fc.tuple(fc.nat(30), fc.nat(80)).map(([day, total]) => prorated(day, total)),
    fc.nat(30).map((day) => open(day)),
  )
  const responses = fc.uniqueArray(response, { selector: ({ id }) => id, maxLength: 10 })
  fc.assert(
    fc.property(
      responses.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      ),
      ([list, again]) => {
        const result = trajectory(list, limits)
        expect(trajectory(again, limits)).toEqual(result)
        expect(result.points).toHaveLength(list.length)
        const worst = result.fromBest?.points ?? 0
        expect(worst).toBeGreaterThanOrEqual(result.fromFirst?.points ?? 0)
        expect(worst).toBeGreaterThanOrEqual(result.fromPrevious?.points ?? 0)
      },
    ),
  )
})
