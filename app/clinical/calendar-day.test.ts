import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dayNumber, dayOf, daysFrom } from './calendar-day.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(dayOf)

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      expect(daysFrom(from, to)).toBe(Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days)
    }),
  )
})

test.each([
  ['2026-12-31', '2027-01-01', 1],
  ['2026-11-22', '2026-12-31', 39],
  ['2028-02-28', '2028-03-01', 2],
  ['2027-03-01', '2027-02-28', -1],
])('from %s to %s: %i', (from, to, days) => {
  expect(daysFrom(from, to)).toBe(days)
})

test.each([
  '',
  '2026-2-3',
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '20261231',
  '2026-12-31T00:00',
  'never',
])('"%s" is no day, and nothing is counted from it', (day) => {
  expect(dayNumber(day)).toBeUndefined()
  expect(daysFrom(day, '2026-12-31')).toBeUndefined()
  expect(daysFrom('2026-12-31', day)).toBeUndefined()
})
