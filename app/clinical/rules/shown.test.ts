/** What a finding puts before a clinician: what was seen, beside which signed number, and what is missing. */
import { describe, expect, test } from 'vitest'
import { ORDINARY_COURSE, ORDINARY_INTAKE, SIGNED, unsigned } from '../../../tests/ordinary-patient.ts'
import {
  asqOf,
  ORDINARY_DAY,
  ORDINARY_MINUTE,
  ORDINARY_NEXT_DAY,
  SESSION_SIGNED,
  withoutLimits,
} from '../../../tests/ordinary-session.ts'
import type { AfterSessionFacts } from '../facts/after-session.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { InSessionFacts, Waking } from '../facts/in-session.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import { asq } from '../instruments/asq.ts'
import type { LimitPath, Limits } from '../protocol.ts'
import { type AfterSessionRuleId, afterSessionRules } from './after-session/rules.ts'
import { type CourseRuleId, courseRules } from './course/rules.ts'
import { type DayOfRuleId, dayOfRules } from './day-of/rules.ts'
import { type InSessionRuleId, inSessionRules } from './in-session/rules.ts'
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
const minute = (id: InSessionRuleId, change: InSessionFacts, limits: Limits = SESSION_SIGNED) =>
  inSessionRules[id].judge({ ...ORDINARY_MINUTE, ...change }, limits)
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

describe('in a session', () => {
  const woken = (...looks: readonly [number, Waking][]): InSessionFacts => ({
    waking: looks.map(([atMinutes, waking]) => ({ atMinutes, waking })),
  })
  const measured = (...taken: readonly [number, number, number][]): InSessionFacts => ({
    pressures: taken.map(([atMinutes, systolicMmHg, diastolicMmHg]) => ({
      ...{ atMinutes, systolicMmHg, diastolicMmHg },
    })),
  })
  const distressed = (...checks: readonly [number, number][]): InSessionFacts => ({
    distress: checks.map(([atMinutes, points]) => ({ atMinutes, points })),
  })

  test('a word for waking is shown; sleepier than before, both with their minutes', () => {
    expect(minute('D01', woken([95, 'no-answer'])).evidence).toEqual({ waking: 'no-answer' })
    expect(minute('D20', woken([70, 'answers-at-once'], [95, 'sleepy']))).toEqual({
      outcome: 'review',
      evidence: { waking: 'answers-at-once at 70, sleepy at 95' },
    })
  })

  test('sleepier is judged against the time signed, and where nobody looked then, against the last look before', () => {
    const looks = woken([10, 'answers-at-once'], [30, 'sleepy'], [95, 'sleepy'])
    expect(minute('D20', looks).outcome).toBe('clear')
    expect(missing(minute('D20', woken([95, 'sleepy'])))).toEqual(['unknown', [fact('waking')]])
    expect(minute('D20', woken([95, 'sleepy'])).evidence).toEqual({ waking: 'sleepy' })
  })

  test('sleepier without signed minutes lacks those that are not signed, and no others', () => {
    const [afterMinutes, within] = [
      'session.lateSedationAfterMinutes',
      'session.lateSedationWithinMinutes',
    ] as const
    expect(missing(minute('D20', {}, withoutLimits(afterMinutes)))).toEqual([
      'unknown',
      [limit(afterMinutes)],
    ])
    expect(missing(minute('D20', {}, withoutLimits(within)))).toEqual(['unknown', [limit(within)]])
    expect(missing(minute('D20', {}, withoutLimits(afterMinutes, within)))).toEqual([
      ...['unknown', [limit(afterMinutes), limit(within)]],
    ])
  })

  test('what nobody looked at lacks the look; without a signed rhythm that too, unless nobody looked at all', () => {
    const rhythm = 'session.lookInEveryMinutes'
    expect(missing(minute('D01', { waking: [] }))).toEqual(['unknown', [fact('waking')]])
    expect(missing(minute('D01', { waking: [] }, withoutLimits(rhythm)))).toEqual([
      ...['unknown', [fact('waking'), limit(rhythm)]],
    ])
    expect(missing(minute('D01', { waking: undefined }, withoutLimits(rhythm)))).toEqual([
      ...['unknown', [fact('waking')]],
    ])
    expect(Object.entries(minute('D01', { waking: [] }).evidence)).toEqual([['waking', undefined]])
  })

  test('pressures are shown with their minutes: both when high twice, the latest when raised', () => {
    const twice = measured([41, 185, 90], [60, 120, 80], [92, 150, 111])
    expect(minute('D05', twice).evidence).toEqual({
      pressures: '185/90 at 41, 120/80 at 60, 150/111 at 92',
    })
    expect(minute('D16', measured([41, 120, 80], [92, 165, 90])).evidence).toMatchObject({
      ...{ pressures: '165/90 at 92', 'vitals.during.repeatMinutes': 5 },
    })
  })

  test('pressures nobody took are missing, and beside them the signed minutes when there are none', () => {
    const due = 'vitals.during.readingAtMinutes'
    expect(missing(minute('D05', { pressures: [] }))).toEqual(['unknown', [fact('pressures')]])
    expect(Object.entries(minute('D05', { pressures: [] }).evidence)).toContainEqual(['pressures', undefined])
    expect(missing(minute('D05', {}, withoutLimits(due)))).toEqual([
      ...['unknown', [fact('pressures'), limit(due)]],
    ])
  })

  test('a raised pressure without a signed time to take it again lacks that time', () => {
    const again = 'vitals.during.repeatMinutes'
    const raised = measured([41, 120, 80], [92, 165, 90])
    expect(missing(minute('D16', raised, withoutLimits(again)))).toEqual(['unknown', [limit(again)]])
  })

  test('readings are due in the order of their minutes, however they were signed', () => {
    const during = { ...SESSION_SIGNED.vitals?.during, readingAtMinutes: [90, 40] }
    const limits = { ...SESSION_SIGNED, vitals: { ...SESSION_SIGNED.vitals, during } }
    expect(minute('D05', measured([41, 120, 80]), limits).outcome).toBe('unknown')
    expect(minute('D05', measured([92, 120, 80]), limits).outcome).toBe('clear')
  })

  test('a low pressure is that of the latest minute, and of two in it the lower', () => {
    expect(minute('D18', measured([41, 80, 50], [92, 120, 80])).outcome).toBe('clear')
    expect(minute('D18', measured([92, 120, 80], [92, 85, 60])).outcome).toBe('review')
    expect(minute('D18', measured([92, 90, 60])).outcome).toBe('clear')
    expect(minute('D18', measured([92, 89, 60])).outcome).toBe('review')
  })

  test('distress without relief is counted from where the row of high checks begins', () => {
    expect(minute('D07', distressed([10, 3], [95, 8])).outcome).toBe('clear')
    expect(minute('D07', distressed([10, 3], [90, 8]))).toMatchObject({
      outcome: 'review',
      evidence: { minutesSinceDose: 100, 'instruments.suds.reliefWithinMinutes': 10 },
    })
    expect(minute('D07', distressed([10, 3], [91, 8])).outcome).toBe('clear')
  })

  test('of two checks in one minute the higher is the latest', () => {
    expect(minute('D07', distressed([95, 9], [95, 3])).outcome).toBe('review')
    expect(minute('D07', distressed([95, 3], [95, 9])).outcome).toBe('review')
  })

  test('distress whose length nobody can say lacks the minutes, the signed number, or both', () => {
    const relief = 'instruments.suds.reliefWithinMinutes'
    const high = distressed([95, 8])
    expect(missing(minute('D07', { ...high, minutesSinceDose: undefined }))).toEqual([
      ...['unknown', [fact('minutesSinceDose')]],
    ])
    expect(missing(minute('D07', high, withoutLimits(relief)))).toEqual(['unknown', [limit(relief)]])
    expect(missing(minute('D07', { ...high, minutesSinceDose: undefined }, withoutLimits(relief)))).toEqual([
      ...['unknown', [fact('minutesSinceDose'), limit(relief)]],
    ])
    const again = 'instruments.suds.recheckMinutes'
    expect(missing(minute('D06', high, withoutLimits(again)))).toEqual(['unknown', [limit(again)]])
  })

  test('the tools that were tried are shown where anybody said', () => {
    const tried = (toolsTriedSinceDistress: number | undefined) =>
      Object.keys(minute('D07', { ...distressed([95, 9]), toolsTriedSinceDistress }).evidence)
    expect(tried(0)).toContain('toolsTriedSinceDistress')
    expect(tried(undefined)).not.toContain('toolsTriedSinceDistress')
  })

  test('who goes without an oximeter that nobody may go without lacks the reading', () => {
    const before = { ...SESSION_SIGNED.vitals?.before, mayGoWithout: ['temperature'] as const }
    const limits = { ...SESSION_SIGNED, vitals: { ...SESSION_SIGNED.vitals, before } }
    const open = minute('D04', { oxygenPercent: 'exempt' }, limits)
    expect(missing(open)).toEqual(['unknown', [fact('oxygenPercent')]])
    expect(open.evidence).toEqual({ oxygenPercent: 'exempt' })
  })

  test('somebody who wants to leave is shown with the phase and the minute, and nobody else is', () => {
    expect(minute('D21', { wantsToStopOrLeave: true }).evidence).toMatchObject({
      ...{ phase: 'return', minutesSinceDose: 100 },
    })
    expect(minute('D21', {})).toEqual({ outcome: 'clear', evidence: {} })
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
