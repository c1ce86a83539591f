/**
 * A signed plan as its patient reads it: what, and the numbers for it. The words are content's.
 *
 * No amount of the medicine, no score, no level of caution and no diagnosis is among them.
 * Source and sign-off: docs/clinical/plan.md
 */
import type { Day } from '../calendar-day.ts'
import { type Plan, wholeValues } from './shape.ts'

export type PatientPlan = {
  /** At most. */
  sessions: number
  /** At least. */
  daysBetweenSessions: number
  support: { minimumAgeYears: number; isSober: boolean; staysHours: number }
  /** How often blood pressure is taken after the medicine, and whether also standing before it. */
  readings: number
  isStandingReading: boolean
  /** Somebody looks in this often. */
  lookInMinutes: number
  observationMinutes: number
  therapist: 'optional' | 'strongly-advised' | 'essential'
  /** Hours after a session, where an appointment is offered. */
  integration: { fromHours: number; toHours: number } | undefined
  /** How often short questions are asked: the shortest of their rhythms. */
  questionsEveryDays: number | undefined
  startsOn: Day
  reviewAfterSessions: number
  reEvaluateOn: Day
  endsOn: Day
}

/** @returns undefined while anything is missing: nobody reads half a plan */
export function patientPlan(plan: Plan): PatientPlan | undefined {
  const values = wholeValues(plan)
  if (!values) return undefined
  const { integration, questionnaires, readingAtMinutes } = values
  const rhythms = questionnaires.map(({ everyDays }) => everyDays)
  return {
    sessions: values.sessions,
    daysBetweenSessions: values.daysBetweenSessions,
    support: values.supportPerson,
    readings: readingAtMinutes.length,
    isStandingReading: values.isStandingReading,
    lookInMinutes: values.lookInMinutes,
    observationMinutes: values.observationMinutes,
    therapist: values.therapist,
    integration: integration.isOffered
      ? { fromHours: integration.fromHours, toHours: integration.toHours }
      : undefined,
    questionsEveryDays: rhythms.length === 0 ? undefined : Math.min(...rhythms),
    startsOn: values.startsOn,
    reviewAfterSessions: values.reviewAfterSessions,
    reEvaluateOn: values.reEvaluateOn,
    endsOn: values.endsOn,
  }
}
