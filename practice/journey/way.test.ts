import { expect, test } from 'vitest'
import { localIn } from './until-ready.ts'
import { slotAfter, ZONE } from './way.ts'

test.each([
  ['in the morning, on the same day', '2026-11-24T13:30:00Z', '2026-11-24T10:00'],
  ['a minute later, on the next', '2026-11-24T13:31:00Z', '2026-11-25T10:00'],
  ['late in the evening, on the next', '2026-11-25T03:15:00Z', '2026-11-25T10:00'],
  ['an hour before midnight there', '2026-11-25T04:00:00Z', '2026-11-25T10:00'],
  ['the night the clocks go back', '2026-11-01T05:30:00Z', '2026-11-01T10:00'],
  ['the night they go forward', '2026-03-08T06:59:00Z', '2026-03-08T10:00'],
])('a session is booked for ten: %s', (_when, now, begins) => {
  const { startsAt, integrationAt } = slotAfter(new Date(now))
  expect(localIn(startsAt, ZONE)).toBe(begins)
  expect(integrationAt.getTime() - startsAt.getTime()).toBe(50 * 3_600_000)
})
