import { describe, expect, test } from 'vitest'
import { words } from '../../content/words.ts'
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
    expect(kinds({ theirDistress: 3 })).toEqual(['distress'])
    expect(kinds({})).toEqual([])
  })

  test('writes how hard it is for the person looked at, and never an answer about whoever looks', () => {
    expect(happeningsOf('look', {}, { theirDistress: 7 })).toEqual([{ kind: 'distress', points: 7 }])
    expect(kinds({ distress: 7 })).toEqual([])
    for (const language of ['en', 'es'] as const) {
      const { ask } = words[language].sessionDay.questions.theirDistress ?? { ask: '' }
      expect(ask).toMatch(/\b(them|la persona)\b/)
      expect(ask).not.toMatch(/\b(you feel|siente usted)\b/i)
    }
  })
})

test('breaths counted while they sleep are written with the signs, and without them', () => {
  const written = (told: Parameters<typeof happeningsOf>[2]) => happeningsOf('look', {}, told)[0]
  expect(written({ breathsPerMinute: 9 })).toEqual({ kind: 'vitals', readings: { breathsPerMinute: 9 } })
  expect(written({ breathsPerMinute: 9, signs: ['hasFallen'], waking: 'when-spoken-to' })).toMatchObject({
    ...{ kind: 'vitals', readings: { breathsPerMinute: 9, hasFallen: 1, hasChestPain: 0 } },
  })
})

test('that they stand up is written as it is', () => {
  expect(happeningsOf('stands', {}, {})).toEqual([{ kind: 'stands-up' }])
})

test('empty readings, and distress that is no number, are nothing', () => {
  expect(happeningsOf('readings', {}, {})).toEqual([])
  for (const points of ['', 'a lot', '11', '-1', '3.5'])
    expect(happeningsOf('distress', { points }, {}), points).toEqual([])
})

test('a button nobody has is refused', () => {
  expect(() => happeningsOf('heal', {}, {})).toThrow('a button nobody has')
})
