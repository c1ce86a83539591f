/** Everything a booking is judged by, read together: for the page that shows it and the act that books. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingPlan } from '../clinical/booking.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { CONSENT_VERSIONS } from '../clinical/consents.ts'
import type { PlanValues } from '../clinical/plan/shape.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import { limitAt } from '../clinical/protocol.ts'
import { type CalendarEntry, type CalendarFacts, ruleCalendar } from '../clinical/rule-calendar.ts'
import { listConsents } from '../records/consents.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { type Ground, listGrounds } from '../records/grounds.ts'
import { getPatient, type PatientDetails } from '../records/patients.ts'
import { listOwnPeople } from '../records/people.ts'
import { findSignedPlan } from '../records/plans.ts'
import { findPlanProtocol } from '../records/protocol-versions.ts'
import { listSessions } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'

export type BookingRoom = Awaited<ReturnType<typeof readBookingRoom>>

export async function readBookingRoom(scope: Scope<AboutPatient>) {
  const patient = await getPatient(scope)
  const enrolment = await findEnrolment(scope)
  const signed = await findSignedPlan(scope)
  const values = signed && wholeValues(signed.plan)
  const protocol = await findPlanProtocol(scope)
  const sessions = await listSessions(scope)
  const people = await listOwnPeople(scope)
  const grounds = await listGrounds(scope)
  const consents = await listConsents(scope)
  return {
    patient,
    enrolment,
    plan: signed && values && { version: signed.version, signedBy: signed.signed.name, values },
    protocol,
    limits: protocol?.limits ?? {},
    sessions,
    support: people.find(({ part }) => part === 'support'),
    backup: people.find(({ part }) => part === 'backup'),
    grounds,
    /**
     * What is in force on a day where the patient is. The look-up in the monitoring programme is left out: it is made
     * for an order and on the day, and cannot be there for a day to come.
     */
    calendarOn: (day: Day, timeZone: string): CalendarEntry[] => {
      const facts = calendarFacts({ patient, grounds, plan: values, consents, timeZone })
      const required = limitAt(protocol?.limits ?? {}, 'intake.requiredConsents')
      const noticeDays = limitAt(protocol?.limits ?? {}, 'course.expiryNoticeDays')
      return ruleCalendar(
        { ...facts, ...(protocol && { protocol: protocol.inForce }) },
        {
          ...(noticeDays === undefined ? {} : { noticeDays }),
          ...(required && {
            requiredConsents: required.map((key) => ({ key, version: versionOf(key) })),
          }),
        },
        day,
      ).filter(({ subject }) => subject !== 'pdmp-query')
    },
  }
}

const versionOf = (key: string): string => String((CONSENT_VERSIONS as Record<string, number>)[key] ?? 'none')

type Known = {
  patient: PatientDetails
  grounds: readonly Ground[]
  plan: Pick<PlanValues, 'reEvaluateOn'> | undefined
  consents: Awaited<ReturnType<typeof listConsents>>
  timeZone: string
}

function calendarFacts({ patient, grounds, plan, consents, timeZone }: Known): CalendarFacts {
  const of = (subject: Ground['subject']) => grounds.filter((ground) => ground.subject === subject)
  const term = ({ fromOn, endsOn }: Ground) => ({ fromOn, endsOn })
  return {
    stateOfLocation: patient.state,
    bases: of('telehealth-basis').map((one) => ({ key: 'basis', states: [one.state], ...term(one) })),
    licences: of('licence').map((one) => ({ state: one.state, ...term(one) })),
    consents: consents.map(({ kind, textVersion, signedAt, withdrawnAt }) => ({
      key: kind,
      version: String(textVersion),
      fromOn: calendarDay(signedAt, timeZone),
      endsOn: 'no-end' as const,
      ...(withdrawnAt === null ? {} : { withdrawnOn: calendarDay(withdrawnAt, timeZone) }),
    })),
    ...(plan && { reEvaluationDueOn: plan.reEvaluateOn }),
  }
}

/** What booking asks of a plan. */
export const bookingPlanOf = ({ plan }: BookingRoom): BookingPlan | undefined => plan?.values
