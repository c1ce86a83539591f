/** What is against a session besides its own log: what the booking rests on, the day, and what nobody has settled. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import { listAlerts } from '../records/alerts.ts'
import { dutyFor } from '../records/duty.ts'
import { type BookedSession, findBookingGaps } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'

/** `another-day`: not the day it was booked for. `alert`: somebody was asked to look, and nobody has settled it. */
export type AgainstDose = BookingGap | 'another-day' | 'alert'

/** Whether it is the day of the session where the person is. */
export const isBookedDay = (
  { startsAt, timeZone }: Pick<BookedSession, 'startsAt' | 'timeZone'>,
  at: Date,
): boolean => calendarDay(at, timeZone) === calendarDay(startsAt, timeZone)

/** Whatever keeps a session from being made ready. */
export async function againstReady(
  scope: Scope<AboutPatient>,
  booked: BookedSession,
  now: Date,
): Promise<AgainstDose[]> {
  const isAlertOpen = (await listAlerts(scope, booked.id)).some(({ settled }) => settled === null)
  return [
    ...(await findBookingGaps(scope, booked.id)),
    ...(isBookedDay(booked, now) ? [] : (['another-day'] as const)),
    ...(isAlertOpen ? (['alert'] as const) : []),
  ]
}

/** The same at the moment of the dose: then somebody is on duty, whatever was booked. */
export async function againstDose(
  scope: Scope<AboutPatient>,
  booked: BookedSession,
  now: Date,
): Promise<AgainstDose[]> {
  const against = await againstReady(scope, booked, now)
  if (against.includes('duty') || (await dutyFor(scope, now))) return against
  return [...against, 'duty']
}
