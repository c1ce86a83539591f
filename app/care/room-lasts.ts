/** How long the screens of one session stay, for whoever has one open. */
import type { BookedSession } from '../records/sessions.ts'
import { isBookedDay } from './against-dose.ts'

/** Until the next-day check somebody stays beside them, and their screen stays too. */
export const TONIGHT_MS = 36 * 3_600_000

/**
 * Before the dose until the planned end, on its day alone; after it until the night after its end is over. However long
 * one stays open: no later than that night after its watch.
 *
 * @returns undefined where there is nothing to wait for
 */
export function roomLastsUntil(booked: BookedSession, isDosed: boolean, now: Date): Date | undefined {
  if (booked.cancelledAt !== null) return undefined
  const { plannedEndAt, watchUntil, endedAt } = booked
  if (!isDosed) return isBookedDay(booked, now) ? plannedEndAt : undefined
  const watched = (watchUntil ?? plannedEndAt).getTime()
  return new Date(Math.min(endedAt?.getTime() ?? watched, watched) + TONIGHT_MS)
}
