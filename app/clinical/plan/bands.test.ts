import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import { bandNumber, isTherapyEssential } from './bands.ts'

const value = (
  name: Parameters<typeof bandNumber>[0],
  level: Parameters<typeof bandNumber>[1],
  limits: Limits,
) => {
  const number = bandNumber(name, level, limits)
  return number.isSigned ? [number.value, number.path] : number.path
}

describe('a number at a level', () => {
  const limits: Limits = {
    dose: {
      absoluteMaxMg: 60,
      bands: [
        { level: 'usual', startMg: 15, absoluteMaxMg: 50 },
        { level: 'careful', startMg: 10, maxSessions: 8, minDaysBetweenSessions: 10 },
        { level: 'most-careful', startMg: 20, minDaysBetweenSessions: 5 },
      ],
    },
    course: { maxSessions: 6, minDaysBetweenSessions: 7 },
  }

  test('is the level’s own, where it is stricter than what holds for everybody', () => {
    expect(value('absoluteMaxMg', 'usual', limits)).toEqual([50, 'dose.bands.usual.absoluteMaxMg'])
    expect(value('minDaysBetweenSessions', 'careful', limits)).toEqual([
      10,
      'dose.bands.careful.minDaysBetweenSessions',
    ])
  })

  test('is everybody’s, where the level’s own would be looser', () => {
    expect(value('maxSessions', 'careful', limits)).toEqual([6, 'course.maxSessions'])
  })

  test('is never looser than at a less careful level, whatever was signed', () => {
    expect(value('startMg', 'most-careful', limits)).toEqual([10, 'dose.bands.careful.startMg'])
    expect(value('minDaysBetweenSessions', 'most-careful', limits)).toEqual([
      10,
      'dose.bands.careful.minDaysBetweenSessions',
    ])
    expect(value('absoluteMaxMg', 'most-careful', limits)).toEqual([50, 'dose.bands.usual.absoluteMaxMg'])
  })

  test('is missing where it is signed only for a less careful level', () => {
    const usualOnly: Limits = { dose: { bands: [{ level: 'usual', startMg: 15, maxSessions: 4 }] } }
    expect(value('startMg', 'careful', usualOnly)).toBe('dose.bands.careful.startMg')
    expect(value('maxSessions', 'careful', usualOnly)).toBe('course.maxSessions')
    expect(value('maxSessions', 'usual', usualOnly)).toEqual([4, 'dose.bands.usual.maxSessions'])
  })

  test('signed twice for one level is the stricter of the two', () => {
    const twice: Limits = {
      dose: {
        bands: [
          { level: 'usual', startMg: 15 },
          { level: 'usual', startMg: 12 },
        ],
      },
    }
    expect(value('startMg', 'usual', twice)).toEqual([12, 'dose.bands.usual.startMg'])
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('that is %d was signed by nobody', (none) => {
    expect(value('startMg', 'usual', { dose: { bands: [{ level: 'usual', startMg: none }] } })).toBe(
      'dose.bands.usual.startMg',
    )
    expect(value('maxSessions', 'usual', { course: { maxSessions: none } })).toBe('course.maxSessions')
  })

  test('of sessions or days is a whole one; of the medicine it need not be', () => {
    expect(value('maxSessions', 'usual', { course: { maxSessions: 2.5 } })).toBe('course.maxSessions')
    expect(value('absoluteMaxMg', 'usual', { dose: { absoluteMaxMg: 2.5 } })).toEqual([
      2.5,
      'dose.absoluteMaxMg',
    ])
  })
})

describe('therapy is essential', () => {
  const bands: NonNullable<Limits['dose']>['bands'] = [
    { level: 'usual', isTherapistRequired: false },
    { level: 'careful', isTherapistRequired: true },
    { level: 'most-careful', isTherapistRequired: false },
  ]
  test.each<[string, Limits, Parameters<typeof isTherapyEssential>[0], boolean | undefined]>([
    ['where the level says so', { dose: { bands } }, 'careful', true],
    ['at every more careful level too', { dose: { bands } }, 'most-careful', true],
    ['not below it', { dose: { bands } }, 'usual', false],
    [
      'for everybody, where the practice signed that',
      { dose: { bands }, integration: { isTherapyEssential: true } },
      'usual',
      true,
    ],
    [
      'not, where the practice signed that it is not',
      { integration: { isTherapyEssential: false } },
      'careful',
      false,
    ],
    [
      'nobody knows, where nobody signed it',
      { dose: { bands: [{ level: 'usual', isTherapistRequired: false }] } },
      'careful',
      undefined,
    ],
  ])('%s', (_when, limits, level, expected) => {
    expect(isTherapyEssential(level, limits).value).toBe(expected)
  })
})
