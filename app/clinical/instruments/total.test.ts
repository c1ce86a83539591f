import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answering, anyAnswers, everyFilling, type Written } from '../../../tests/answering.ts'
import { bounds, sum } from './answers.ts'
import { type Item, numbered, upTo } from './instrument.ts'
import { rescored, totalOf } from './total.ts'

const items = numbered('s', 4, upTo(3))
const of = (written: Written[], mayMiss = 1, scale: readonly Item[] = items) =>
  totalOf(scale, answering({ items: scale }, written), mayMiss)

describe('a total', () => {
  test('is the sum of what was answered', () => {
    expect(of([1, 2, 3, 0])).toEqual({ status: 'complete', score: { total: 6 }, bounds: { from: 6, to: 6 } })
  })

  test('is an estimate, and says so, when as little is missing as the scale allows', () => {
    expect(of([1, 2, 'skip', 3])).toEqual({
      status: 'prorated',
      score: { total: 8 },
      bounds: { from: 6, to: 9 },
      skipped: ['s-03'],
      notReached: [],
      invalid: [],
    })
  })

  test('can be estimated from a single answer where the scale allows that many gaps', () => {
    expect(of([2, 'skip', 'skip', 'skip'], 3)).toMatchObject({ status: 'prorated', score: { total: 8 } })
  })

  test.each<[string, Written[], number]>([
    ['one more is missing than the scale allows', [1, 2, 'skip', '-'], 1],
    ['the scale allows none missing', [1, 2, 3, 'skip'], 0],
    ['nothing was answered', [], 9],
  ])('is none, and never 0, when %s', (_when, written, mayMiss) => {
    const result = of(written, mayMiss)
    expect(result.status).toBe('incomplete')
    expect(result).not.toHaveProperty('score')
  })

  test('is none when an answer is out of range, even where a gap is allowed', () => {
    expect(of([1, 2, 3, 4])).toMatchObject({ status: 'incomplete', invalid: ['s-04'] })
  })

  test('is none when a safety item is missing, however much the scale allows', () => {
    const safety: Item[] = items.map((item, i) => (i === 3 ? { ...item, isSafety: true } : item))
    expect(of([1, 2, 3, 'skip'], 4, safety).status).toBe('incomplete')
    expect(of([1, 2, 'skip', 3], 4, safety).status).toBe('prorated')
  })

  test('of a scale without items is none: an empty slot is not a score of 0', () => {
    expect(of([], 0, []).status).toBe('incomplete')
  })

  test.each<[Written[], number]>([
    [[1, 1, 0, 'skip'], 3],
    [[1, 0, 0, 'skip'], 1],
    [[2, 0, 0, 'skip'], 3],
  ])('%j is estimated to the whole point: %i', (written, total) => {
    expect(of(written)).toMatchObject({ status: 'prorated', score: { total } })
  })

  test('that is estimated never leaves what the missing answers allow, beyond rounding', () => {
    fc.assert(
      fc.property(anyAnswers({ items }), (answers) => {
        const result = totalOf(items, answers, 3)
        if (result.status !== 'prorated') return
        expect(result.score.total).toBeGreaterThanOrEqual(result.bounds.from)
        expect(result.score.total).toBeLessThanOrEqual(result.bounds.to)
      }),
    )
  })

  test('moves between its bounds, which are the least and the most of every possible filling', () => {
    fc.assert(
      fc.property(anyAnswers({ items }), (answers) => {
        const totals = everyFilling({ items }, answers).map((filling) =>
          sum(Object.values(filling).map(Number)),
        )
        expect(bounds(items, answers)).toEqual({ from: Math.min(...totals), to: Math.max(...totals) })
      }),
    )
  })
})

test('another score takes the place of the total, and nothing takes the place of none', () => {
  const half = ({ total }: { total: number }) => total / 2
  expect(rescored(of([3, 3, 3, 3]), half)).toMatchObject({ status: 'complete', score: 6 })
  expect(rescored(of([3, 3, 3, 'skip']), half)).toMatchObject({ status: 'prorated', score: 6 })
  expect(rescored(of([3, 3]), half)).toEqual(of([3, 3]))
})
