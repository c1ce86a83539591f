/**
 * Whether a medicine still counts: taken now, stopped and still there, or gone.
 *
 * Judged in days of the practice's calendar against the signed wash-out of its class. What is not known counts:
 * a missing date or a missing limit is never a medicine that is gone. Page: docs/clinical/medicines.md.
 */
import { type Day, daysFrom } from '../calendar-day.ts'
import type { MedicineClass } from '../protocol/course.ts'
import { type Limits, limitAt } from '../protocol.ts'

/** What is said about taking it. Left out is `not-known`: nobody said that it is not taken. */
export type Taking = 'taking' | 'not-known' | { stoppedOn: Day | 'not-known' }

export type Standing =
  | { is: 'counts'; because: 'taking' | 'stops-later' }
  /** `days`: since it was last taken. */
  | { is: 'counts'; because: 'within-wash-out'; days: number; limitDays: number }
  | { is: 'passed'; days: number; limitDays: number }
  | { is: 'unknown'; missing: 'taking' | 'stop-date' | 'today' | 'limit' }

/**
 * @param today the calendar day where the practice judges it
 * @returns `passed` from the day after the last day of the wash-out: stopped on the 1st with 3 days, it counts
 *   through the 4th
 */
export function standingOf(
  taking: Taking | undefined,
  ofClass: MedicineClass,
  today: Day,
  limits: Limits,
): Standing {
  if (taking === undefined || taking === 'not-known') return { is: 'unknown', missing: 'taking' }
  if (taking === 'taking') return { is: 'counts', because: 'taking' }
  // A word, such as not-known, is no day either.
  if (daysFrom(taking.stoppedOn, taking.stoppedOn) === undefined)
    return { is: 'unknown', missing: 'stop-date' }
  const days = daysFrom(taking.stoppedOn, today)
  if (days === undefined) return { is: 'unknown', missing: 'today' }
  if (days < 0) return { is: 'counts', because: 'stops-later' }
  const limitDays = washOutDays(ofClass, limits)
  if (limitDays === undefined) return { is: 'unknown', missing: 'limit' }
  return days > limitDays
    ? { is: 'passed', days, limitDays }
    : { is: 'counts', because: 'within-wash-out', days, limitDays }
}

/** The signed wash-out; where a class stands twice, the longer one, and none where either lacks it. */
function washOutDays(ofClass: MedicineClass, limits: Limits): number | undefined {
  const entries = (limitAt(limits, 'medicines.classes') ?? []).filter((entry) => entry.class === ofClass)
  const longest = Math.max(...entries.map((entry) => entry.washOutDays ?? Number.NaN))
  return longest >= 0 ? longest : undefined
}
