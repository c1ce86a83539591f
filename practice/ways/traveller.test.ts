import { expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { calendarDay } from '../../app/system/time.ts'
import { PRACTICE } from '../harbour-street.ts'
import { PATIENTS } from '../people.ts'
import { travellerOf } from './traveller.ts'

const MINUTE_MS = 60_000
const anya = PATIENTS.find(({ way }) => way?.state === 'session-day')
const people = new Map(
  [anya?.key ?? '', 'okafor', 'bell'].map((key) => [key, { id: key, practiceId: 'p' } as Member]),
)

// Whole days, one of them with an hour more and one with an hour less.
test.each(['2026-11-24T05:00:00Z', '2026-11-01T04:00:00Z', '2026-03-08T05:00:00Z'])(
  'whose day it is has the session on the day of the founding, near its hour: from %s on',
  (midnight) => {
    if (!anya) throw new Error('nobody of the demo is at session-day')
    for (let minute = 0; minute < 24 * 60; minute++) {
      const foundedAt = new Date(Date.parse(midnight) + minute * MINUTE_MS)
      const traveller = travellerOf(anya, people, { foundedAt } as Parameters<typeof travellerOf>[2])
      const startsAt = traveller?.startsAt ?? new Date(0)
      const at = `${foundedAt.toISOString()}, ${startsAt.toISOString()}`
      expect(calendarDay(startsAt, PRACTICE.timeZone), at).toBe(calendarDay(foundedAt, PRACTICE.timeZone))
      const ahead = (startsAt.getTime() - foundedAt.getTime()) / MINUTE_MS
      expect(ahead, at).toBeLessThanOrEqual(54)
      expect(ahead, at).toBeGreaterThanOrEqual(-5)
    }
  },
)
