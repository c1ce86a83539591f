import { describe, expect, test } from 'vitest'
import { happeningsOf } from './room-happenings.ts'

const kinds = (told: Parameters<typeof happeningsOf>[2]) =>
  happeningsOf('look', {}, told).map(({ kind }) => kind)

describe('a look', () => {
  test.each([
    ['at-once', true],
    ['when-spoken-to', true],
    ['when-called-loudly', false],
    ['not', false],
  ])('with nothing seen, waking %s, is well: %s', (waking, isWell) => {
    const look = happeningsOf('look', {}, { waking, signs: [] }).find(({ kind }) => kind === 'look-in')
    expect(look).toEqual({ kind: 'look-in', isWell, waking })
  })

  test('with a sign seen, or none looked for, is not called well', () => {
    for (const signs of [['chest-pain'], undefined])
      expect(happeningsOf('look', {}, { waking: 'at-once', signs }).at(-1)).toMatchObject({ isWell: false })
  })

  test('without a word on how they wake is none: what was said is kept, and the look stays due', () => {
    expect(kinds({ signs: [] })).toEqual(['vitals'])
    expect(kinds({ distress: 3 })).toEqual(['distress'])
    expect(kinds({})).toEqual([])
  })
})

test('empty readings, and distress that is no number, are nothing', () => {
  expect(happeningsOf('readings', {}, {})).toEqual([])
  for (const points of ['', 'a lot', '11', '-1', '3.5'])
    expect(happeningsOf('distress', { points }, {}), points).toEqual([])
})

test('a button nobody has is refused', () => {
  expect(() => happeningsOf('heal', {}, {})).toThrow('a button nobody has')
})
