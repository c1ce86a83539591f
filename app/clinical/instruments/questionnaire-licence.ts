/** What allows a practice to use a text: kept beside it, with every version. */
import * as z from 'zod/mini'
import { type Day, dayNumber } from '../calendar-day.ts'

const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))
const CalendarDay = z.string().check(z.refine((day) => dayNumber(day) !== undefined))

export const LicenceRecord = z.strictObject({
  /** Whoever holds the rights, or speaks for them. */
  grantedBy: Line,
  grantedTo: Line,
  /** Where the terms are: an address, a letter, a number. */
  terms: Line,
  /** First day it holds, 'YYYY-MM-DD'. */
  grantedOn: CalendarDay,
  /** Last day it holds; null when it has no end. */
  until: z.nullable(CalendarDay),
})
export type LicenceRecord = z.infer<typeof LicenceRecord>

export const isSameLicence = (a: LicenceRecord, b: LicenceRecord): boolean =>
  FIELDS.every((field) => a[field] === b[field])

const FIELDS = ['grantedBy', 'grantedTo', 'terms', 'grantedOn', 'until'] as const

/** Holds on both its first and its last day. A day that is none is never within it. */
export function licenceStanding({ grantedOn, until }: LicenceRecord, today: Day): LicenceStanding {
  const [from, on] = [dayNumber(grantedOn), dayNumber(today)]
  const end = until === null ? Number.POSITIVE_INFINITY : dayNumber(until)
  if (from === undefined || on === undefined || end === undefined) return 'ended'
  if (on > end) return 'ended'
  return on < from ? 'not-begun' : 'holds'
}

export type LicenceStanding = 'holds' | 'not-begun' | 'ended'
