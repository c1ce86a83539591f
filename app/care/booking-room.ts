/** Everything a booking is judged by, read together: for the page that shows it and the act that books. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingPlan } from '../clinical/booking.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import type { CalendarEntry } from '../clinical/rule-calendar.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { getPatient } from '../records/patients.ts'
import { listOwnPeople } from '../records/people.ts'
import { listSessions } from '../records/sessions.ts'
import { calendarOn, readInForce } from './in-force.ts'

export type BookingRoom = Awaited<ReturnType<typeof readBookingRoom>>

export async function readBookingRoom(scope: Scope<AboutPatient>) {
  const patient = await getPatient(scope)
  const enrolment = await findEnrolment(scope)
  const known = await readInForce(scope)
  const { plan: signed, protocol } = known
  const values = signed && wholeValues(signed.plan)
  const sessions = await listSessions(scope)
  const people = await listOwnPeople(scope)
  return {
    patient,
    enrolment,
    plan: signed && values && { version: signed.version, signedBy: signed.signed.name, values },
    protocol,
    limits: protocol?.limits ?? {},
    sessions,
    support: people.find(({ part }) => part === 'support'),
    backup: people.find(({ part }) => part === 'backup'),
    /**
     * What is in force on a day where the patient is. The look-up in the monitoring programme is left out: it is made
     * for an order and on the day, and cannot be there for a day to come.
     */
    calendarOn: (day: Day, timeZone: string): CalendarEntry[] =>
      calendarOn(known, day, { state: patient.state, timeZone }).filter(
        ({ subject }) => subject !== 'pdmp-query',
      ),
  }
}

/** What booking asks of a plan. */
export const bookingPlanOf = ({ plan }: BookingRoom): BookingPlan | undefined => plan?.values
