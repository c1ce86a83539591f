/** What has to be in force on a day, for a booking and for an order: read together, judged by the rule calendar. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { CONSENT_VERSIONS } from '../clinical/consents.ts'
import { calendarBases } from '../clinical/intake/telehealth-basis.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import type { PlanProtocol } from '../clinical/plan.ts'
import { type Limits, limitAt } from '../clinical/protocol.ts'
import {
  type CalendarEntry,
  type CalendarFacts,
  type CalendarLimits,
  ruleCalendar,
} from '../clinical/rule-calendar.ts'
import { type Consent, listConsents } from '../records/consents.ts'
import { listGrounds, type StoredGround } from '../records/grounds.ts'
import { findSignedPlan, type SignedPlan } from '../records/plans.ts'
import { findPlanProtocol } from '../records/protocol-versions.ts'
import { calendarDay } from '../system/time.ts'

export type InForce = {
  grounds: readonly StoredGround[]
  consents: readonly Consent[]
  plan: SignedPlan | undefined
  protocol: PlanProtocol | undefined
}

export const readInForce = async (scope: Scope<AboutPatient>): Promise<InForce> => ({
  grounds: await listGrounds(scope),
  consents: await listConsents(scope),
  plan: await findSignedPlan(scope),
  protocol: await findPlanProtocol(scope),
})

export type Where = {
  /** Two letters; undefined where it is not known where the person is. */
  state: string | undefined
  /** The calendar a day is counted by. */
  timeZone: string
  /** When the monitoring programme was last asked. */
  pdmpAskedOn?: Day | undefined
}

/** Everything that has to be in force there on that day, closed first. */
export function calendarOn(known: InForce, day: Day, where: Where): CalendarEntry[] {
  return ruleCalendar(factsOf(known, day, where), limitsOf(known.protocol?.limits ?? {}), day)
}

function factsOf(
  { grounds, consents, plan, protocol }: InForce,
  day: Day,
  { state, timeZone, pdmpAskedOn }: Where,
): CalendarFacts {
  const of = (subject: StoredGround['subject']) => grounds.filter((ground) => ground.subject === subject)
  const values = plan && wholeValues(plan.plan)
  return {
    ...(state !== undefined && { stateOfLocation: state }),
    bases: calendarBases(of('telehealth-basis'), day),
    licences: of('licence').map((one) => ({
      ...{ state: one.state, fromOn: one.fromOn, endsOn: one.endsOn ?? undefined },
    })),
    // A look-up counts for the state that was attested with it.
    ...(state !== undefined && pdmpAskedOn !== undefined && { pdmpQueries: [{ state, on: pdmpAskedOn }] }),
    consents: consents.map(({ kind, textVersion, signedAt, withdrawnAt }) => ({
      key: kind,
      version: String(textVersion),
      fromOn: calendarDay(signedAt, timeZone),
      endsOn: 'no-end' as const,
      ...(withdrawnAt === null ? {} : { withdrawnOn: calendarDay(withdrawnAt, timeZone) }),
    })),
    ...(values && { reEvaluationDueOn: values.reEvaluateOn }),
    ...(protocol && { protocol: protocol.inForce }),
  }
}

function limitsOf(limits: Limits): CalendarLimits {
  const noticeDays = limitAt(limits, 'course.expiryNoticeDays')
  const pdmpMaxAgeDays = limitAt(limits, 'intake.pdmpMaxAgeDays')
  const required = limitAt(limits, 'intake.requiredConsents')
  return {
    ...(noticeDays !== undefined && { noticeDays }),
    ...(pdmpMaxAgeDays !== undefined && { pdmpMaxAgeDays }),
    ...(required && { requiredConsents: required.map((key) => ({ key, version: versionOf(key) })) }),
  }
}

const versionOf = (key: string): string => String((CONSENT_VERSIONS as Record<string, number>)[key] ?? 'none')
