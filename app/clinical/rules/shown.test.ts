/** What a finding puts before a clinician: what was seen, beside which signed number, and what is missing. */
import { describe, expect, test } from 'vitest'
import { ORDINARY_COURSE, ORDINARY_INTAKE, SIGNED, unsigned } from '../../../tests/ordinary-patient.ts'
import {
  asqOf,
  ORDINARY_DAY,
  ORDINARY_NEXT_DAY,
  SESSION_SIGNED,
  withoutLimits,
} from '../../../tests/ordinary-session.ts'
import type { AfterSessionFacts } from '../facts/after-session.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import { asq } from '../instruments/asq.ts'
import type { LimitPath, Limits } from '../protocol.ts'
import { type AfterSessionRuleId, afterSessionRules } from './after-session/rules.ts'
import { type CourseRuleId, courseRules } from './course/rules.ts'
import { type DayOfRuleId, dayOfRules } from './day-of/rules.ts'
import { type IntakeRuleId, intakeRules } from './intake/rules.ts'
import type { Judgement, Missing } from './rule.ts'
import { suicideScreenRules } from './suicide-screen/rules.ts'

const fact = (name: string): Missing => ({ kind: 'fact', name })
const limit = (name: LimitPath): Missing => ({ kind: 'limit', name })
const shown = ({ outcome, evidence }: Judgement) => ({ outcome, evidence })
const missing = (judgement: Judgement) => [judgement.outcome, judgement.missing]

const course = (id: CourseRuleId, change: CourseFacts, limits: Limits = SIGNED) =>
  courseRules[id].judge({ ...ORDINARY_COURSE, ...change }, limits)
const intake = (id: IntakeRuleId, change: IntakeFacts, limits: Limits = SIGNED) =>
  intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, limits)
const dayOf = (id: DayOfRuleId, change: DayOfFacts, limits: Limits = SESSION_SIGNED) =>
  dayOfRules[id].judge({ ...ORDINARY_DAY, ...change }, limits)
const afterwards = (id: AfterSessionRuleId, change: AfterSessionFacts, limits: Limits = SESSION_SIGNED) =>
  afterSessionRules[id].judge({ ...ORDINARY_NEXT_DAY, ...change }, limits)

describe('over a course', () => {
  test('a bladder score is shown from where to where, and a scale nobody loaded is no rise', () => {
    expect(course('F07', { icsiBaseline: 2, icsiTotal: 5 })).toMatchObject({
      ...{ outcome: 'block', evidence: { icsiTotal: '2 to 5', 'instruments.icsi.risePoints': 3 } },
    })
    expect(course('F07', { icsiBaseline: 2, icsiTotal: 4 }).outcome).toBe('clear')
    expect(course('F07', { icsiTotal: 'not-loaded' }).outcome).toBe('clear')
    expect(course('F07', { icsiBaseline: 'not-loaded' }).outcome).toBe('clear')
    for (const change of [{ icsiTotal: undefined }, { icsiBaseline: undefined }])
      expect(missing(course('F07', change))).toEqual(['unknown', [fact('icsiTotal')]])
  })

  test('craving is shown in its row, and only the latest so many count', () => {
    expect(course('F10', { cravings: [0, 1, 3] })).toMatchObject({
      outcome: 'block',
      evidence: { cravings: '0, 1, 3', 'refill.cravingPoints': 1, 'refill.cravingTimes': 2 },
    })
    expect(course('F10', { cravings: [3, 1, 0] }).outcome).toBe('clear')
    expect(course('F10', { cravings: [3] }).outcome).toBe('clear')
  })

  test('craving that cannot be judged says each thing that is missing, and none that is there', () => {
    expect(missing(course('F10', { cravings: undefined }))).toEqual(['unknown', [fact('cravings')]])
    for (const path of ['refill.cravingPoints', 'refill.cravingTimes'] as const)
      expect(missing(course('F10', {}, unsigned(path)))).toEqual(['unknown', [limit(path)]])
  })
})

describe('of an order', () => {
  const order = (change: object) => ({
    order: { ...(ORDINARY_INTAKE.order as object), ...change } as IntakeFacts['order'],
  })

  test.each<[object, object]>([
    [{ unitStrengthMg: 15 }, { order: 'unitStrengthMg 15', 'dose.unitStrengthsMg': '10, 20' }],
    [
      { doseMg: 61, stepMg: 1, daysSinceLastStep: 30 },
      { order: 'doseMg 61', 'dose.absoluteMaxMg': 60 },
    ],
    [{ doseMg: 21 }, { order: 'doseMg 21', 'dose.firstMaxMg': 20 }],
    [{ doseMg: 4 }, { order: 'doseMg 4', 'dose.firstMinMg': 5 }],
    [{ units: 9 }, { order: 'units 9', 'refill.maxUnits': 8 }],
    [{ daysBetweenSessions: 6 }, { order: 'daysBetweenSessions 6', 'course.minDaysBetweenSessions': 7 }],
    [
      { stepMg: 11, daysSinceLastStep: 14 },
      { order: 'stepMg 11', 'dose.stepMaxMg': 10 },
    ],
    [
      { stepMg: 5, daysSinceLastStep: 13 },
      { order: 'daysSinceLastStep 13', 'dose.minDaysBetweenSteps': 14 },
    ],
  ])('%j is shown by the number that does not fit', (change, evidence) => {
    expect(shown(intake('B34', order(change)))).toEqual({ outcome: 'block', evidence })
  })

  test('a step down, or none, waits for nothing', () => {
    for (const stepMg of [0, -5])
      expect(intake('B34', order({ stepMg, daysSinceLastStep: 1 })).outcome).toBe('clear')
  })

  test('by weight is shown for each kg, and lacks the weight by its name', () => {
    const limits: Limits = { ...SIGNED, dose: { ...SIGNED.dose, isWeightBased: true } }
    expect(intake('B34', { ...order({ doseMg: 20 }), weightKg: 16 }, limits).evidence).toMatchObject({
      ...{ order: 'doseMg per kg 1.25', 'dose.absoluteMaxMgPerKg': 1 },
    })
    expect(intake('B34', { ...order({ doseMg: 20 }), weightKg: 20 }, limits).outcome).toBe('clear')
    for (const weightKg of [undefined, 0])
      expect(missing(intake('B34', { weightKg }, limits))).toEqual(['unknown', [fact('weightKg')]])
  })

  test('says which signed number is missing', () => {
    for (const path of ['dose.unitStrengthsMg', 'dose.firstMaxMg'] as const)
      expect(missing(intake('B34', {}, unsigned(path)))).toEqual(['unknown', [limit(path)]])
    expect(missing(intake('B31', {}, unsigned('intake.requiredConsents')))).toEqual([
      ...['unknown', [limit('intake.requiredConsents')]],
    ])
  })

  test('only a first one asks where the medicine will be kept', () => {
    const nowhere = { storageConfirmed: [] }
    expect(intake('B42', nowhere).outcome).toBe('block')
    expect(intake('B42', { ...nowhere, ...order({ stepMg: 5 }) }).outcome).toBe('clear')
    expect(intake('B42', { ...nowhere, order: 'none-yet' }).outcome).toBe('clear')
  })
})

describe('before a session', () => {
  test('pressure says whether it was taken again after a rest, once anybody said', () => {
    const isRestedRepeat = (value: boolean | undefined) =>
      Object.entries(dayOf('C05', { systolicMmHg: 161, isRestedRepeat: value }).evidence).filter(
        ([name]) => name === 'isRestedRepeat',
      )
    expect(isRestedRepeat(true)).toEqual([['isRestedRepeat', 'yes']])
    expect(isRestedRepeat(false)).toEqual([['isRestedRepeat', 'no']])
    expect(isRestedRepeat(undefined)).toEqual([])
  })

  test('pressure shows after how long a rest it is taken again', () => {
    expect(dayOf('C05', { systolicMmHg: 140 }).evidence['vitals.before.restMinutes']).toBe(10)
  })

  test('a reading is shown that cannot be true, that was not taken, and that nobody may go without', () => {
    expect(dayOf('C07', { systolicMmHg: 80, diastolicMmHg: 81 }).evidence).toEqual({
      ...{ systolicMmHg: 80, diastolicMmHg: 81 },
    })
    expect(dayOf('C07', { systolicMmHg: 'exempt', diastolicMmHg: 81 }).evidence).toEqual({
      systolicMmHg: 'exempt',
    })
    expect(dayOf('C07', { pulsePerMinute: 'exempt' }).evidence).toEqual({ pulsePerMinute: 'exempt' })
    expect(Object.entries(dayOf('C07', { pulsePerMinute: undefined }).evidence)).toEqual([
      ['pulsePerMinute', undefined],
    ])
    const open = dayOf('C07', { oxygenPercent: 'exempt' }, withoutLimits('vitals.before.mayGoWithout'))
    expect(missing(open)).toContainEqual([limit('vitals.before.mayGoWithout')])
    expect(open.evidence).toMatchObject({ oxygenPercent: 'exempt' })
  })

  test('a medicine taken at a time nobody knows is shown as that, and one at a known time by the hours', () => {
    expect(dayOf('C20', { hoursSinceAlphaMedicine: 'not-known' })).toMatchObject({
      ...{ outcome: 'review', evidence: { hoursSinceAlphaMedicine: 'not-known' } },
    })
    expect(dayOf('C20', { hoursSinceAlphaMedicine: 7 })).toMatchObject({
      ...{ outcome: 'review', evidence: { hoursSinceAlphaMedicine: 7 } },
    })
    expect(dayOf('C20', { hoursSinceAlphaMedicine: 8 }).outcome).toBe('clear')
  })

  test('units that differ are shown as expected and as counted', () => {
    expect(dayOf('C12', { unitsExpected: 4, unitsCounted: 3 })).toEqual({
      ...{ outcome: 'block', evidence: { unitsExpected: 4, unitsCounted: 3 } },
    })
  })

  test('what is open before a first session says that it is one', () => {
    const found = dayOf('C22', { daysSinceLastSession: 'first-session', isPreparationFinished: false })
    expect(shown(found)).toEqual({
      outcome: 'block',
      evidence: { daysSinceLastSession: 'first-session', isPreparationFinished: 'no' },
    })
  })

  test('therapy that was missed says for whom it is essential, and what nobody signed about it', () => {
    const missed = { keptIntegrationAppointment: false, daysSinceLastSession: 7 } as const
    const forAll = { ...SESSION_SIGNED.integration, isTherapyEssential: true }
    expect(dayOf('C23', missed, { ...SESSION_SIGNED, integration: forAll }).evidence).toMatchObject({
      ...{ 'integration.isTherapyEssential': 'yes', keptIntegrationAppointment: 'no' },
    })
    const unsignedForAll = withoutLimits('integration.isTherapyEssential')
    expect(missing(dayOf('C23', { ...missed, isTherapyEssential: false }, unsignedForAll))).toEqual([
      ...['unknown', [limit('integration.isTherapyEssential')]],
    ])
  })
})

describe('after a session', () => {
  test('sleep before the end says when somebody was last roused, and how often is signed', () => {
    const asleep = { isAsleep: true, isReadyToEnd: false, minutesSinceRoused: 12 }
    expect(afterwards('E12', asleep).evidence).toMatchObject({
      ...{ minutesSinceRoused: 12, 'session.rouseEveryMinutes': 15 },
    })
    expect(afterwards('E12', {}).evidence).toEqual({})
    expect(missing(afterwards('E12', asleep, withoutLimits('session.rouseEveryMinutes')))).toEqual([
      ...['unknown', [limit('session.rouseEveryMinutes')]],
    ])
  })

  test('what integration felt like is kept as it was said', () => {
    expect(afterwards('E10', { integration: 5 })).toEqual({ outcome: 'inform', evidence: { integration: 5 } })
  })
})

describe('of a suicide screen', () => {
  const skippedRule = Object.values(suicideScreenRules).filter(({ mark }) => mark === '‡')

  test('a skipped question is shown, one that could not be read too, and one not reached yet is neither', () => {
    const say = (screen: ReturnType<typeof asqOf>) =>
      skippedRule
        .map((rule) => rule.judge({ asq: screen }, {}))
        .map(({ outcome, evidence }) => [outcome, evidence])
    const unreadable = asq.score({ 'asq-01': 0, 'asq-02': 7, 'asq-03': 0, 'asq-04': 'skipped' })
    expect(say(unreadable)).toContainEqual(['block', { asq: 'skipped: asq-04, asq-02' }])
    const oneUnreadable = asq.score({ 'asq-01': 0, 'asq-02': 7, 'asq-03': 0, 'asq-04': 0, 'asq-05': 0 })
    expect(say(oneUnreadable)).toContainEqual(['block', { asq: 'skipped: asq-02' }])
    expect(say(asqOf(0, 0))).toContainEqual(['unknown', { asq: undefined }])
  })
})
