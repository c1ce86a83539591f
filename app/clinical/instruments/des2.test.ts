import { describe, expect, test } from 'vitest'
import { allBut, answering } from '../../../tests/answering.ts'
import { des2 } from './des2.ts'
import { reaches } from './truth.ts'

/** The given value for the named items of the DES-II, another for the rest. */
const des = (numbers: readonly number[], value: number, rest: number) =>
  answering(
    des2,
    des2.items.map((_, i) => (numbers.includes(i + 1) ? value : rest)),
  )

describe('DES-II', () => {
  test.each([
    ['all 0', allBut(des2, 0), 0, 'not-met'],
    ['420 over 28', des([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 30, 0), 15, 'not-met'],
    [
      '14 at 60, 14 at 0: at the cut-off',
      des([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 60, 0),
      30,
      'met',
    ],
    ['all 100', allBut(des2, 100), 100, 'met'],
  ])('%s', (_what, answers, mean, at30) => {
    const result = des2.score(answers)
    expect(result).toMatchObject({ status: 'complete', score: { mean } })
    expect(reaches(result.bounds, 30)).toBe(at30)
  })

  test('ten below and ten above in one item move the mean across a cut-off of 30', () => {
    const at = des([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 60, 0)
    expect(reaches(des2.score({ ...at, 'des2-01': 50 }).bounds, 30)).toBe('not-met')
    expect(reaches(des2.score({ ...at, 'des2-01': 70 }).bounds, 30)).toBe('met')
  })

  test('the taxon can be at 30 where the mean is 22: under the cut-off as a whole, at it in the taxon', () => {
    const taxon = [30, 20, 40, 30, 20, 30, 10, 60]
    const numbers = [3, 5, 7, 8, 12, 13, 22, 27]
    const written = des2.items.map((_, i) => (i === 0 ? 0 : (taxon[numbers.indexOf(i + 1)] ?? 20)))
    const result = des2.score(answering(des2, written))
    expect(result.taxon).toBe(30)
    expect(result.bounds.from).toBeCloseTo(22, 0)
    expect(reaches(result.bounds, 30)).toBe('not-met')
  })

  test('absorption alone: a mean of 25, a taxon of 10', () => {
    const result = des2.score(des([2, 14, 15, 17, 18, 20], 80, 10))
    expect(result).toMatchObject({
      score: { mean: 25 },
      absorption: 80,
      taxon: 10,
      amnesia: 10,
      depersonalisation: 10,
    })
  })

  test('26 answered with a sum of 780: 30, and it says prorated', () => {
    expect(des2.score(allBut(des2, 30, { 'des2-01': 'skipped', 'des2-02': 'skipped' }))).toMatchObject({
      status: 'prorated',
      score: { mean: 30 },
    })
  })

  test.each([
    ['three', ['des2-01', 'des2-02', 'des2-04'], 'prorated'],
    ['four', ['des2-01', 'des2-02', 'des2-04', 'des2-06'], 'incomplete'],
  ] as const)('%s missing: %s', (_number, linkIds, status) => {
    const but = Object.fromEntries(linkIds.map((linkId) => [linkId, 'skipped' as const]))
    expect(des2.score(allBut(des2, 20, but)).status).toBe(status)
  })

  test.each([3, 5, 7, 8, 12, 13, 22, 27])('the taxon is not estimated without item %i', (number) => {
    const linkId = `des2-${String(number).padStart(2, '0')}`
    expect(des2.score(allBut(des2, 20, { [linkId]: 'skipped' })).taxon).toBeUndefined()
    expect(des2.score(allBut(des2, 20)).taxon).toBe(20)
  })

  test('the taxon lies between its ends, which are one where it is whole', () => {
    expect(des2.score(allBut(des2, 20)).taxonBounds).toEqual({ from: 20, to: 20 })
    const gap = des2.score(allBut(des2, 20, { 'des2-03': 'skipped', 'des2-04': 'skipped' }))
    expect(gap.taxonBounds).toEqual({ from: 140 / 8, to: 240 / 8 })
  })

  test('an answer between the tens is an error', () => {
    expect(des2.score(allBut(des2, 20, { 'des2-01': 25 }))).toMatchObject({
      status: 'incomplete',
      invalid: ['des2-01'],
    })
  })
})
