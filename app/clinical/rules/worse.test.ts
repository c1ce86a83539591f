/** Where a scale only goes one way, a more alarming value never comes out milder, and far enough up it comes out worse. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ORDINARY_ASSESSMENT,
  ORDINARY_COURSE,
  ORDINARY_INTAKE,
  SIGNED,
} from '../../../tests/ordinary-patient.ts'
import {
  ORDINARY_DAY,
  ORDINARY_MINUTE,
  ORDINARY_NEXT_DAY,
  SESSION_SIGNED,
} from '../../../tests/ordinary-session.ts'
import type { Outcome } from '../outcome.ts'
import type { Limits } from '../protocol.ts'
import { afterSessionRules } from './after-session/rules.ts'
import { assessmentRules } from './assessment/rules.ts'
import { courseRules } from './course/rules.ts'
import { dayOfRules } from './day-of/rules.ts'
import { inSessionRules } from './in-session/rules.ts'
import { intakeRules } from './intake/rules.ts'
import type { Rule } from './rule.ts'

const RUNGS: readonly Outcome[] = ['clear', 'inform', 'advise', 'review', 'block']

/** From the value of an ordinary day to one nobody would leave at home with. */
type Scale = readonly [fact: string, ordinary: number, alarming: number]

function scalesOf<Facts extends object>(
  name: string,
  rules: Readonly<Record<string, Rule<Facts>>>,
  facts: Facts,
  limits: Limits,
  scales: readonly Scale[],
): void {
  /** The strongest answer of the whole group. What cannot be judged is no answer here: everything is known. */
  const worst = (fact: string, value: unknown): number => {
    const outcomes = Object.values(rules).map(
      (rule) => rule.judge({ ...facts, [fact]: value }, limits).outcome,
    )
    expect(outcomes).not.toContain('unknown')
    return Math.max(...outcomes.map((outcome) => RUNGS.indexOf(outcome)))
  }

  describe(name, () => {
    test.each(scales)('%s, from %d on to %d', (fact, ordinary, alarming) => {
      const value = fc.double({
        min: Math.min(ordinary, alarming),
        max: Math.max(ordinary, alarming),
        noNaN: true,
      })
      fc.assert(
        fc.property(value, value, (one, other) => {
          const [low, high] = one < other ? [one, other] : [other, one]
          const [milder, worse] = ordinary < alarming ? [low, high] : [high, low]
          expect(worst(fact, worse)).toBeGreaterThanOrEqual(worst(fact, milder))
        }),
      )
      expect(worst(fact, alarming)).toBeGreaterThan(worst(fact, ordinary))
    })
  })
}

scalesOf('assessment', assessmentRules, ORDINARY_ASSESSMENT, SIGNED, [['ageYears', 18, 10]])

scalesOf('intake', intakeRules, ORDINARY_INTAKE, SIGNED, [
  ['ageYears', 41, 90],
  ['cssrsItemsSkipped', 0, 6],
  ['desMean', 14, 100],
  ['desTaxonMean', 10, 100],
  ['pq16Count', 2, 16],
  ['auditCTotal', 1, 12],
  ['dast10Total', 0, 10],
  ['pdmpAgeDays', 0, 40],
  ['pdmpPrescribers', 1, 9],
  ['unmatchedMedicines', 0, 5],
  ['homeSystolicMmHg', 122, 220],
  ['homeDiastolicMmHg', 78, 140],
  ['icsiTotal', 2, 20],
  ['altTimesUpperLimit', 0, 6],
  ['daysSinceRecentEvent', 90, 1],
  ['telehealthBasisDaysLeft', 38, -3],
])

scalesOf('the day of a session', dayOfRules, ORDINARY_DAY, SESSION_SIGNED, [
  ['cssrsItemsSkipped', 0, 6],
  ['distress', 4, 10],
  ['hoursSinceFood', 8, 0],
  ['minutesSinceClearLiquids', 60, 0],
  ['sleptHours', 7, 0],
  ['systolicMmHg', 122, 220],
  ['diastolicMmHg', 78, 140],
  ['pulsePerMinute', 72, 160],
  ['pulsePerMinute', 72, 30],
  ['oxygenPercent', 98, 80],
  ['breathsPerMinute', 14, 40],
  ['breathsPerMinute', 14, 4],
  ['temperatureCelsius', 36.8, 41],
  ['standingSystolicMmHg', 118, 60],
  ['newUnmatchedMedicines', 0, 4],
  ['hoursSinceAlphaMedicine', 14, 60],
  ['hoursSinceAlphaMedicine', 14, 0],
  ['supportPersonAgeYears', 60, 12],
  ['daysSinceLastSession', 14, 0],
  ['unitsCounted', 3, 0],
  ['openAdverseEvents', 0, 4],
  ['openWorsenings', 0, 4],
  ['previousPcl5Total', 42, 0],
  ['previousPhq9Total', 10, 0],
  ['hoursSincePregnancyTest', 2, 100],
])

scalesOf('between dose and end', inSessionRules, ORDINARY_MINUTE, SESSION_SIGNED, [
  ['breathsPerMinute', 14, 40],
  ['breathsPerMinute', 14, 2],
  ['oxygenPercent', 97, 70],
  ['pulsePerMinute', 80, 180],
  ['pulsePerMinute', 80, 30],
  ['frozenOrFlashbackMinutes', 0, 60],
  ['vomitedTimes', 0, 6],
  ['silentMinutes', 0, 60],
  ['missedChecks', 0, 5],
])

scalesOf('after a session', afterSessionRules, ORDINARY_NEXT_DAY, SESSION_SIGNED, [
  ['worstSideEffect', 1, 3],
  ['unrealForHours', 0, 80],
  ['hoursToIntegrationAppointment', 48, 200],
])

// Until the list is complete no session closes, whatever the minute: what grows is that somebody looks.
scalesOf(
  'a watch that has not ended',
  { E02: afterSessionRules.E02 },
  { ...ORDINARY_NEXT_DAY, isReadyToEnd: false },
  SESSION_SIGNED,
  [['minutesSinceDose', 100, 600]],
)

scalesOf(
  'a next day nobody has heard of',
  afterSessionRules,
  { ...ORDINARY_NEXT_DAY, isNextDayCheckDone: false },
  SESSION_SIGNED,
  [['hoursSinceDose', 20, 80]],
)

scalesOf('course', courseRules, ORDINARY_COURSE, SIGNED, [
  ['sessionsInCourse', 3, 12],
  ['monthsInCourse', 1, 18],
  ['doseStepsWithoutImprovement', 0, 5],
  ['icsiTotal', 2, 20],
  ['refillEarlyDays', 0, 20],
  ['earlyOrLostSupplies', 0, 5],
  ['lostSuppliesNow', 0, 4],
  ['auditCTotal', 1, 12],
  ['dast10Total', 0, 10],
  ['protocolDaysLeft', 200, -3],
  ['telehealthBasisDaysLeft', 38, -3],
  ['missedCheckIns', 0, 6],
])
