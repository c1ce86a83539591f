import { expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, TODAY } from '../../../tests/ordinary-plan.ts'
import { draftPlan } from '../plan.ts'
import { patientPlan } from './patient-plan.ts'
import type { OpenValues, Plan } from './shape.ts'

const { plan } = draftPlan(PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { startsOn: TODAY })
const read = (values: Partial<OpenValues> = {}) =>
  patientPlan({ ...plan, values: { ...plan.values, ...values } } satisfies Plan)

test('a patient reads what was signed for them, with an end', () => {
  expect(read()).toEqual({
    sessions: 6,
    daysBetweenSessions: 7,
    support: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
    readings: 2,
    isStandingReading: false,
    lookInMinutes: 15,
    observationMinutes: 120,
    therapist: 'strongly-advised',
    integration: { fromHours: 24, toHours: 72 },
    questionsEveryDays: 7,
    startsOn: '2026-11-22',
    reviewAfterSessions: 4,
    reEvaluateOn: '2027-01-21',
    endsOn: '2027-03-22',
  })
})

test('no appointment is promised that is not offered', () => {
  expect(read({ integration: { isOffered: false, fromHours: 24, toHours: 72 } })?.integration).toBeUndefined()
})

test('without questionnaires no rhythm is told', () => {
  expect(read({ questionnaires: [] })).toMatchObject({ sessions: 6, questionsEveryDays: undefined })
})
