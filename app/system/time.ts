/** Instants and days put into a reader's words and zone. Time itself is passed in. */
import { Temporal } from 'temporal-polyfill'

/** What a machine reads, and what a person reads. */
export type When = { iso: string; text: string }

export type Clockface = {
  /** "22 Nov 2026, 9:05 AM EST" */
  instant: (at: Date) => When
  /** "Nov 22, 2026" */
  day: (at: Date) => When
  /** "9:05 AM", for the same day */
  clock: (at: Date) => string
  /** 0 to 23 */
  hour: (at: Date) => number
}

const faces = new Map<string, Clockface>()

export function clockface(language: string, timeZone: string): Clockface {
  const key = `${language} ${timeZone}`
  const known = faces.get(key)
  if (known) return known
  // Making a formatter costs more than using it a thousand times.
  const instant = new Intl.DateTimeFormat(language, {
    ...{ timeZone, day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  })
  const day = new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  const clock = new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' })
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const made: Clockface = {
    instant: (at) => ({ iso: at.toISOString(), text: instant.format(at) }),
    day: (at) => ({ iso: at.toISOString(), text: day.format(at) }),
    clock: (at) => clock.format(at),
    hour: (at) => Number(hour.format(at)),
  }
  faces.set(key, made)
  return made
}

/** Whole years on the calendar of `timeZone`; `bornOn` is 'YYYY-MM-DD'. */
export function ageYears(bornOn: string, now: Date, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return Temporal.PlainDate.from(bornOn).until(today, { largestUnit: 'years' }).years
}

/** The day it is in `timeZone`, 'YYYY-MM-DD'. */
export const calendarDay = (now: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A day of the calendar, 'YYYY-MM-DD', which has no hour and no zone. */
export const dayText = (language: string, day: string): When => ({
  iso: day,
  text: clockface(language, 'UTC').day(new Date(`${day}T12:00:00Z`)).text,
})

/** The first moment after a day of a zone's calendar; undefined for what is no day. What ends then holds all day. */
export function endOfDay(day: string, timeZone: string): Date | undefined {
  try {
    const next = Temporal.PlainDate.from(day).add({ days: 1 })
    return new Date(next.toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** The last day, 'YYYY-MM-DD', of what ends at an instant: what ends at midnight still held the day before. */
export const lastDayOf = (endsAt: Date, timeZone: string): string =>
  calendarDay(new Date(endsAt.getTime() - 1), timeZone)

/**
 * The instant of a local time such as '2026-11-22T09:30' in a zone. Undefined for what is no time, for an hour that
 * a clock change leaves out, and for one that it gives twice: whoever chose it chooses another.
 */
export function instantAt(localTime: string, timeZone: string): Date | undefined {
  try {
    const zoned = Temporal.PlainDateTime.from(localTime).toZonedDateTime(timeZone, {
      disambiguation: 'reject',
    })
    return new Date(zoned.epochMilliseconds)
  } catch {
    return undefined
  }
}

/** The local time of an instant, as a form writes it: '2026-11-22T09:30'. */
export const localTime = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
