import { describe, expect, test } from 'vitest'
import { bandOf } from './bands.ts'
import { type ChangeLimits, change } from './change.ts'

describe('a change, by limits of a practice’s own', () => {
  const pcl5: ChangeLimits = { meaningfulPoints: 10, reliablePoints: 15, endpoint: 28 }
  const phq9: ChangeLimits = { meaningfulPoints: 5, reliablePoints: 6, endpoint: 4 }

  test.each([
    [
      'PCL-5 52 to 46: below 10, no meaningful change',
      52,
      46,
      pcl5,
      [-6, 'better', 'not-met', 'not-met', 'not-met'],
    ],
    [
      'PCL-5 52 to 36: reliable, the endpoint not reached',
      52,
      36,
      pcl5,
      [-16, 'better', 'met', 'met', 'not-met'],
    ],
    ['PCL-5 40 to 51: a worsening to look at', 40, 51, pcl5, [11, 'worse', 'met', 'not-met', 'not-met']],
    ['PCL-5 43 to 28: reliable, and at the endpoint', 43, 28, pcl5, [-15, 'better', 'met', 'met', 'met']],
    ['PCL-5 43 to 29: one point short of both', 43, 29, pcl5, [-14, 'better', 'met', 'not-met', 'not-met']],
    ['PHQ-9 18 to 12: reliable', 18, 12, phq9, [-6, 'better', 'met', 'met', 'not-met']],
    ['PHQ-9 18 to 13: meaningful, not reliable', 18, 13, phq9, [-5, 'better', 'met', 'not-met', 'not-met']],
    ['PHQ-9 18 to 14: neither', 18, 14, phq9, [-4, 'better', 'not-met', 'not-met', 'not-met']],
    ['no change at all', 20, 20, phq9, [0, 'same', 'not-met', 'not-met', 'not-met']],
  ])('%s', (_what, before, now, limits, expected) => {
    const { points, direction, isMeaningful, isReliable, reachesEndpoint } = change(before, now, limits)
    expect([points, direction, isMeaningful, isReliable, reachesEndpoint]).toEqual(expected)
  })

  test('a scale of well-being rises when things get better, and its endpoint lies above', () => {
    const who5 = { meaningfulPoints: 10, endpoint: 52 }
    expect(change(50, 60, who5, 'better')).toMatchObject({
      direction: 'better',
      isMeaningful: 'met',
      reachesEndpoint: 'met',
    })
    expect(change(60, 51, who5, 'better')).toMatchObject({
      direction: 'worse',
      isMeaningful: 'not-met',
      reachesEndpoint: 'not-met',
    })
  })

  test.each([
    [51, 'not-met'],
    [52, 'met'],
    [53, 'met'],
  ])('on such a scale with its endpoint at 52, a total of %i: %s', (now, reached) => {
    expect(change(40, now, { endpoint: 52 }, 'better').reachesEndpoint).toBe(reached)
  })

  test('WSAS 26 to 17: nine points, reliable at eight', () => {
    expect(change(26, 17, { reliablePoints: 8 })).toMatchObject({ points: -9, isReliable: 'met' })
  })

  test('GAD-7 by 4 points: below, at, above', () => {
    const reliable = (now: number) => change(14, now, { reliablePoints: 4 }).isReliable
    expect([reliable(11), reliable(10), reliable(9)]).toEqual(['not-met', 'met', 'met'])
  })

  test('limits nobody signed leave it open', () => {
    expect(change(60, 10, {})).toMatchObject({
      isMeaningful: 'undetermined',
      isReliable: 'undetermined',
      reachesEndpoint: 'undetermined',
    })
  })

  test('the fall is a share of where it began: 18 to 12 is a third, less than half', () => {
    expect(change(18, 12, {}).fall).toBeCloseTo(1 / 3)
    expect(change(18, 9, {}).fall).toBe(0.5)
    expect(change(10, 12, {}).fall).toBe(-0.2)
    expect(change(0, 5, {}).fall).toBeUndefined()
  })
})

describe('a band', () => {
  test.each([
    [-1, 'low'],
    [0, 'low'],
    [4, 'low'],
    [5, 'middle'],
    [9, 'middle'],
    [10, 'high'],
    [99, 'high'],
  ])('%i falls in exactly one: %s', (total, name) => {
    const bands = [
      { from: 0, name: 'low' },
      { from: 5, name: 'middle' },
      { from: 10, name: 'high' },
    ] as const
    expect(bandOf(total, [...bands])).toBe(name)
  })
})
