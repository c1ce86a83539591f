import { describe, expect, test } from 'vitest'
import { ageYears, clockface, endOfDay, lastDayOf } from './time.ts'

describe('an age', () => {
  test.each([
    ['the day before the birthday', '2026-03-13T16:00:00Z', 35],
    ['late that evening at home, when it is the birthday in London', '2026-03-14T02:00:00Z', 35],
    ['on the birthday', '2026-03-14T16:00:00Z', 36],
  ])('%s', (_, now, age) => {
    expect(ageYears('1990-03-14', new Date(now), 'America/New_York')).toBe(age)
  })

  test('of somebody born on a leap day turns on the first of March', () => {
    expect(ageYears('2000-02-29', new Date('2027-02-28T12:00:00Z'), 'UTC')).toBe(26)
    expect(ageYears('2000-02-29', new Date('2027-03-01T12:00:00Z'), 'UTC')).toBe(27)
  })
})

describe('an instant', () => {
  test('names its zone, on both sides of the change of clocks', () => {
    const eastern = clockface('en', 'America/New_York')
    expect(eastern.instant(new Date('2026-11-01T05:30:00Z')).text).toMatch(/1:30\sAM EDT/)
    expect(eastern.instant(new Date('2026-11-01T06:30:00Z')).text).toMatch(/1:30\sAM EST/)
    expect(eastern.hour(new Date('2026-11-01T04:30:00Z'))).toBe(0)
  })

  test('is read in Spanish by a Spanish reader', () => {
    expect(clockface('es', 'America/New_York').day(new Date('2026-11-22T12:00:00Z')).text).toBe('22 nov 2026')
  })
})

describe('a last day', () => {
  test.each([
    ['2027-03-01', 'America/New_York', '2027-03-02T05:00:00.000Z'],
    ['2027-03-13', 'America/New_York', '2027-03-14T05:00:00.000Z'],
    ['2027-03-14', 'America/New_York', '2027-03-15T04:00:00.000Z'],
    ['2026-12-31', 'America/New_York', '2027-01-01T05:00:00.000Z'],
    // The clocks skip midnight here: the day after begins at one.
    ['2027-03-13', 'America/Havana', '2027-03-14T05:00:00.000Z'],
  ])('%s in %s holds to its end and is read as that day again', (day, zone, endsAt) => {
    const end = endOfDay(day, zone)
    expect(end?.toISOString()).toBe(endsAt)
    expect(end && lastDayOf(end, zone)).toBe(day)
  })

  test('that is none has no end', () => {
    for (const day of ['', '2027-02-30', 'tomorrow']) expect(endOfDay(day, 'UTC')).toBeUndefined()
  })
})
