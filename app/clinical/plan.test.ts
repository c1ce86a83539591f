import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, PLAN_SIGNED, TODAY } from '../../tests/ordinary-plan.ts'
import type { PlanFacts } from './plan/facts.ts'
import { PLAN_FIELDS, type Plan, parsePlan } from './plan/shape.ts'
import { draftPlan } from './plan.ts'
import type { Limits } from './protocol.ts'

const draft = (facts: PlanFacts = {}, limits: Limits = PLAN_SIGNED, previous?: Plan) =>
  draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, { ...PLAN_PROTOCOL, limits }, { startsOn: TODAY, previous })

describe('a plan is drawn from the signed protocol', () => {
  test('at the usual level', () => {
    const { plan, lines } = draft()
    expect(plan.level).toBe('usual')
    expect(plan.values).toEqual({
      route: 'sublingual',
      unit: 'lozenge',
      unitStrengthMg: 5,
      residue: 'spit',
      holdMinutes: 12,
      doseMg: 15,
      stepMaxMg: 10,
      ceilingMg: 60,
      daysBetweenSteps: 14,
      sessions: 6,
      daysBetweenSessions: 7,
      readingAtMinutes: [40, 90],
      lookInMinutes: 15,
      observationMinutes: 120,
      isStandingReading: false,
      supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
      therapist: 'strongly-advised',
      integration: { isOffered: true, fromHours: 24, toHours: 72 },
      questionnaires: [
        { instrument: 'pcl-5-week', everyDays: 7 },
        { instrument: 'phq-9', everyDays: 14 },
        { instrument: 'gad-7', everyDays: 14 },
        { instrument: 'dss-b', everyDays: 7 },
      ],
      startsOn: '2026-11-22',
      endsOn: '2027-03-22',
      reviewAfterSessions: 4,
      reEvaluateOn: '2027-01-21',
    })
    expect(lines.map(({ field }) => field)).toEqual(PLAN_FIELDS)
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })
})
