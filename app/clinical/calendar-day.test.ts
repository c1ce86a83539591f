import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, dayNumber, dayOf, daysFrom } from './calendar-day.ts'

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
  '2026-12-31 ',
  '+002026-12-31',
  '02026-12-31',
  'never',
])('"%s" is no day, and nothing is counted from it', (day) => {
  expect(dayNumber(day)).toBeUndefined()
  expect(daysFrom(day, '2026-12-31')).toBeUndefined()
  expect(daysFrom('2026-12-31', day)).toBeUndefined()
})

test('so many days later is so many days away, and back again', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
      const later = addDays(day, days)
      fc.pre(later !== undefined)
      expect(daysFrom(day, later ?? '')).toBe(days)
    }),
  )
})

test.each<[string, number, string | undefined]>([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-02-30', 1, undefined],
  ['2026-01-01', 0.5, undefined],
  ['2026-01-01', Number.NaN, undefined],
  ['9999-12-30', 1, '9999-12-31'],
  ['9999-12-31', 1, undefined],
  ['0000-01-02', -1, '0000-01-01'],
  ['0000-01-01', -1, undefined],
])('%s and %d days: %s', (day, days, later) => {
  expect(addDays(day, days)).toBe(later)
})
