/**
 * Days of the calendar, as a person means them: 'YYYY-MM-DD', without a time and without a zone. Which day it is
 * where somebody lives is found elsewhere and passed in.
 */

const DAY_MS = 86_400_000

/** 'YYYY-MM-DD'. */
export type Day = string

/** Days since 1 January 1970; undefined for what is no day, such as 30 February. */
export function dayNumber(day: Day): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) || dayOf(ms / DAY_MS) !== day ? undefined : ms / DAY_MS
}

/** The day with this number: whole, and between the years 0 and 9999. */
export const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** Days from one to another, negative when `to` is earlier; undefined when either is no day. */
export function daysFrom(from: Day, to: Day): number | undefined {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return first === undefined || last === undefined ? undefined : last - first
}

/** So many whole days later; undefined when it is no day, or the sum is none. */
export function addDays(day: Day, days: number): Day | undefined {
  const sum = (dayNumber(day) ?? Number.NaN) + days
  return Number.isInteger(sum) && sum >= FIRST_DAY && sum <= LAST_DAY ? dayOf(sum) : undefined
}

const FIRST_DAY = Date.parse('0000-01-01') / DAY_MS
const LAST_DAY = Date.parse('9999-12-31') / DAY_MS
