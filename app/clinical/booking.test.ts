import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BOOKING_PROBLEMS,
  type BookingFacts,
  bookingProblems,
  integrationPlace,
  plannedEnd,
  watchEnd,
} from './booking.ts'
import { ENROLMENT_STATES } from './enrolment.ts'

const HOUR_MS = 3_600_000
const STARTS = Date.UTC(2026, 9, 20, 14)
const LIMITS = { windowFromHours: 24, windowToHours: 72 }

const PLAN = {
  ...{ daysBetweenSessions: 7, observationMinutes: 120, sessions: 4 },
  ...{ startsOn: '2026-09-01', endsOn: '2026-12-31' },
}

const FACTS: BookingFacts = {
  now: STARTS - HOUR_MS,
  state: 'supplied',
  plan: PLAN,
  startsAt: STARTS,
  integrationAt: STARTS + 50 * HOUR_MS,
  sessionOn: '2026-10-20',
  sessionDays: [],
  hasOpenSession: false,
  limits: LIMITS,
  watchUntil: STARTS + 4 * HOUR_MS,
  hasDuty: true,
  isSupportAgreed: true,
  isBackupAgreed: true,
  calendar: [],
}
const problems = (changes: Partial<BookingFacts>) => bookingProblems({ ...FACTS, ...changes })

test('with everything there, nothing is in the way', () => {
  expect(bookingProblems(FACTS)).toEqual([])
})

test.each<[string, Partial<BookingFacts>]>([
  ['no-plan', { plan: undefined }],
  ['already-booked', { hasOpenSession: true }],
  ['support', { isSupportAgreed: false }],
  ['backup', { isBackupAgreed: false }],
  ['past', { now: STARTS }],
  ['watch-not-signed', { watchUntil: undefined }],
  ['duty', { hasDuty: false }],
  [
    'calendar',
    { calendar: [{ subject: 'licence', key: 'FL', status: { state: 'closed', reason: 'past' } }] },
  ],
  ['window-not-signed', { limits: {} }],
  ['integration-before-end', { integrationAt: STARTS + 2 * HOUR_MS - 1 }],
  ['integration-too-late', { integrationAt: STARTS + 74 * HOUR_MS + 1 }],
  ['outside-plan', { sessionOn: '2027-01-01' }],
  ['outside-plan', { sessionOn: '2026-08-31' }],
  ['no-sessions-left', { sessionDays: ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22'] }],
])('%s alone stands in the way', (problem, changes) => {
  expect(problems(changes)).toEqual([problem])
})

test('on the first and on the last day of the plan it can be booked', () => {
  for (const sessionOn of ['2026-09-01', '2026-12-31']) expect(problems({ sessionOn })).toEqual([])
})

test.each(ENROLMENT_STATES)('from %s: only where somebody has their supply, or is ready', (state) => {
  const isOpen = state === 'supplied' || state === 'ready'
  expect(problems({ state })).toEqual(isOpen ? [] : ['not-supplied'])
})

test('somebody without an enrolment is not at this point', () => {
  expect(problems({ state: undefined })).toEqual(['not-supplied'])
})

describe('days between sessions', () => {
  test.each([
    ['2026-10-13', []],
    ['2026-10-14', ['too-soon']],
    ['2026-10-20', ['too-soon']],
    ['2026-10-26', ['too-soon']],
    ['2026-10-27', []],
    ['no day', ['too-soon']],
  ])('with another on %s: %j', (day, expected) => {
    expect(problems({ sessionDays: [day] })).toEqual(expected)
  })

  test('sessions before this plan began do not count against it', () => {
    expect(problems({ sessionDays: ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01'] })).toEqual([])
  })
})

test('both ends of the window are inside; twenty hours is earlier and not refused', () => {
  const end = plannedEnd(STARTS, PLAN)
  expect(end).toBe(STARTS + 2 * HOUR_MS)
  const place = (hours: number) => integrationPlace(end, end + hours * HOUR_MS, LIMITS)
  expect([0, 20, 24, 72, 72.001, -0.001].map(place)).toEqual([
    ...['earlier', 'earlier', 'inside', 'inside', 'later', 'before-the-end'],
  ])
  expect(problems({ integrationAt: end + 20 * HOUR_MS })).toEqual([])
})

test.each([
  ['the longest observation', { maximumObservationMinutes: 240 }, 240],
  ['the planned end, where it is later', { maximumObservationMinutes: 100 }, 120],
  [
    'the end of the recovery phase, where it is later',
    {
      maximumObservationMinutes: 180,
      phases: [{ phase: 'recovery' as const, fromMinutes: 120, toMinutes: 300 }],
    },
    300,
  ],
  [
    'the end of the recovery phase, and of no other',
    {
      maximumObservationMinutes: 180,
      phases: [
        { phase: 'recovery' as const, fromMinutes: 120, toMinutes: 200 },
        { phase: 'return' as const, fromMinutes: 70, toMinutes: 400 },
      ],
    },
    200,
  ],
])('somebody answers until %s', (_, limits, minutes) => {
  expect(watchEnd(STARTS, PLAN, limits)).toBe(STARTS + minutes * 60_000)
})

test('without a signed longest observation nobody knows until when', () => {
  const phases = [{ phase: 'recovery' as const, fromMinutes: 120, toMinutes: 300 }]
  expect(watchEnd(STARTS, PLAN, { phases })).toBeUndefined()
})

test('more that stands in the way never makes fewer reasons', () => {
  const worse: readonly Partial<BookingFacts>[] = [
    { plan: undefined },
    { hasOpenSession: true },
    { isSupportAgreed: false },
    { isBackupAgreed: false },
    { hasDuty: false },
    { now: STARTS },
  ]
  fc.assert(
    fc.property(fc.subarray([...worse]), fc.constantFrom(...worse), (some, one) => {
      const before: BookingFacts = Object.assign({}, FACTS, ...some)
      const after = bookingProblems({ ...before, ...one })
      expect(after.length).toBeGreaterThanOrEqual(bookingProblems(before).length)
      expect(after).toEqual(BOOKING_PROBLEMS.filter((problem) => after.includes(problem)))
    }),
  )
})
