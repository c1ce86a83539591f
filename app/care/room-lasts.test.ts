import { describe, expect, test } from 'vitest'
import type { BookedSession } from '../records/sessions.ts'
import { roomLastsUntil, TONIGHT_MS } from './room-lasts.ts'

const HOUR_MS = 3_600_000
const dose = new Date('2026-11-22T15:00:00Z')
const hour = (hours: number) => new Date(dose.getTime() + hours * HOUR_MS)
const booked: BookedSession = {
  ...{
    id: 'one',
    planVersion: 1,
    protocolVersion: 1,
    startsAt: dose,
    plannedEndAt: hour(3),
    watchUntil: hour(4),
  },
  ...{ timeZone: 'America/New_York', dutyClinicianId: 'a', supportPersonId: 'b', backupPersonId: 'c' },
  ...{ bookedBy: 'x', bookedAt: hour(-99), cancelledAt: null, endedAt: null },
}
const nightOf = (from: Date) => new Date(from.getTime() + TONIGHT_MS)

describe('after the dose', () => {
  test.each([
    ['open: the night after the watch', {}, nightOf(hour(4))],
    ['open, and no watch was kept: the planned end', { watchUntil: null }, nightOf(hour(3))],
    ['closed: the night after its end', { endedAt: hour(2) }, nightOf(hour(2))],
    ['closed with the watch', { endedAt: hour(4) }, nightOf(hour(4))],
    ['closed long after its watch: no longer than that', { endedAt: hour(9) }, nightOf(hour(4))],
    ['called off', { cancelledAt: hour(1) }, undefined],
  ])('%s', (_, but, until) => {
    expect(roomLastsUntil({ ...booked, ...but }, true, hour(1))).toEqual(until)
    expect(roomLastsUntil({ ...booked, ...but }, true, hour(99))).toEqual(until)
  })
})

describe('before the dose', () => {
  test.each([
    // Midnight in New York is five hours later than where the hours are counted from.
    ['the last moment of the day before', new Date('2026-11-22T04:59:59Z'), undefined],
    ['the first of the day', new Date('2026-11-22T05:00:00Z'), hour(3)],
    ['the last of the day', new Date('2026-11-23T04:59:59Z'), hour(3)],
    ['the day after', new Date('2026-11-23T05:00:00Z'), undefined],
  ])('%s', (_, now, until) => {
    expect(roomLastsUntil(booked, false, now)).toEqual(until)
    expect(roomLastsUntil({ ...booked, cancelledAt: hour(-1) }, false, now)).toBeUndefined()
  })
})
