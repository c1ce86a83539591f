import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar-day.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { Limits } from '../protocol.ts'
import { type Standing, standingOf, type Taking } from './wash-out.ts'

const limitsOf = (ofClass: MedicineClass, ...washOutDays: readonly (number | undefined)[]): Limits => ({
  medicines: {
    classes: washOutDays.map((days) => ({
      class: ofClass,
      action: 'review',
      ...(days !== undefined && { washOutDays: days }),
    })),
  },
})
const MAOI_14 = limitsOf('maoi', 14)
const on = (stoppedOn: string): Taking => ({ stoppedOn })
const isOf = (taking: Taking | undefined, today: string, limits = MAOI_14): Standing['is'] =>
  standingOf(taking, 'maoi', today, limits).is

describe('a wash-out of fourteen days', () => {
  test.each([
    ['on the day it was stopped', '2026-11-01', 'counts'],
    ['the day before the limit', '2026-11-14', 'counts'],
    ['on the limit', '2026-11-15', 'counts'],
    ['the day after', '2026-11-16', 'passed'],
    ['a year later', '2027-11-01', 'passed'],
  ])('%s', (_when, today, is) => {
    expect(isOf(on('2026-11-01'), today)).toBe(is)
  })

  test.each([
    ['2028-02-20', '2028-03-05', 'counts'],
    ['2028-02-20', '2028-03-06', 'passed'],
    ['2026-02-20', '2026-03-06', 'counts'],
    ['2026-02-20', '2026-03-07', 'passed'],
    ['2028-02-29', '2028-03-14', 'counts'],
    ['2028-02-29', '2028-03-15', 'passed'],
    ['2026-12-25', '2027-01-08', 'counts'],
    ['2026-12-25', '2027-01-09', 'passed'],
  ])('from %s, on %s, over leap days and years: %s', (stoppedOn, today, is) => {
    expect(isOf(on(stoppedOn), today)).toBe(is)
  })

  test('is told with its days', () => {
    expect(standingOf(on('2026-11-01'), 'maoi', '2026-11-15', MAOI_14)).toEqual({
      is: 'counts',
      because: 'within-wash-out',
      days: 14,
      limitDays: 14,
    })
    expect(standingOf(on('2026-11-01'), 'maoi', '2026-11-16', MAOI_14)).toEqual({
      is: 'passed',
      days: 15,
      limitDays: 14,
    })
  })
})

test('a wash-out of no days is over the day after', () => {
  const limits = limitsOf('maoi', 0)
  expect(isOf(on('2026-11-01'), '2026-11-01', limits)).toBe('counts')
  expect(isOf(on('2026-11-01'), '2026-11-02', limits)).toBe('passed')
})

test('on the day it was stopped it counts by its wash-out, and without one nobody knows', () => {
  expect(standingOf(on('2026-11-01'), 'maoi', '2026-11-01', MAOI_14)).toMatchObject({
    because: 'within-wash-out',
    days: 0,
  })
  expect(isOf(on('2026-11-01'), '2026-11-01', {})).toBe('unknown')
})

test('what is taken now, or will be stopped later, counts', () => {
  expect(standingOf('taking', 'maoi', '2026-11-22', {})).toEqual({ is: 'counts', because: 'taking' })
  expect(standingOf(on('2026-12-01'), 'maoi', '2026-11-22', MAOI_14)).toEqual({
    is: 'counts',
    because: 'stops-later',
  })
})

test.each<[string, Taking | undefined, string, Limits, string]>([
  ['nobody said whether it is taken', undefined, '2026-11-22', MAOI_14, 'taking'],
  ['it is not known whether it is taken', 'not-known', '2026-11-22', MAOI_14, 'taking'],
  ['the day it was stopped is not known', { stoppedOn: 'not-known' }, '2026-11-22', MAOI_14, 'stop-date'],
  ['the day is none', on('2027-02-29'), '2028-11-22', MAOI_14, 'stop-date'],
  ['the day is no day at all', on('last spring'), '2026-11-22', MAOI_14, 'stop-date'],
  ['today is no day', on('2020-01-01'), '', MAOI_14, 'today'],
  ['nothing is signed', on('2020-01-01'), '2026-11-22', {}, 'limit'],
  ['nothing is signed for the class', on('2020-01-01'), '2026-11-22', limitsOf('lithium', 1), 'limit'],
  ['the class has no wash-out', on('2020-01-01'), '2026-11-22', limitsOf('maoi', undefined), 'limit'],
  ['one of two entries has none', on('2020-01-01'), '2026-11-22', limitsOf('maoi', 3, undefined), 'limit'],
  ['the wash-out is no number', on('2020-01-01'), '2026-11-22', limitsOf('maoi', Number.NaN), 'limit'],
  ['the wash-out is below zero', on('2020-01-01'), '2026-11-22', limitsOf('maoi', -1), 'limit'],
])('where %s it is unknown, and never over', (_what, taking, today, limits, missing) => {
  expect(standingOf(taking, 'maoi', today, limits)).toEqual({ is: 'unknown', missing })
})

test('of two entries for a class the longer one holds', () => {
  expect(isOf(on('2026-11-01'), '2026-11-10', limitsOf('maoi', 3, 14))).toBe('counts')
})

test('it is over for good: from the day after the limit on, and never before', () => {
  const day = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('1970-01-01', n) ?? '')
  fc.assert(
    fc.property(day, fc.nat(400), fc.nat(500), (stoppedOn, limitDays, later) => {
      const today = addDays(stoppedOn, later) ?? ''
      const is = isOf(on(stoppedOn), today, limitsOf('maoi', limitDays))
      expect(is).toBe(later > limitDays ? 'passed' : 'counts')
    }),
  )
})
