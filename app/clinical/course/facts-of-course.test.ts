import { describe, expect, test } from 'vitest'
import { answersOf } from '../../../tests/ordinary-patient.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import { phq9 } from '../instruments/phq9.ts'
import type { Told } from '../intake/question.ts'
import { type CourseRecord, courseFacts, type Recorded } from './facts-of-course.ts'

const NOT_LOADED = { icsiTotal: 'not-loaded', icsiBaseline: 'not-loaded' }
const facts = (record: CourseRecord) => courseFacts(record, {})
const known = (record: CourseRecord) =>
  Object.fromEntries(Object.entries(facts(record)).filter(([, value]) => value !== undefined))

test('of nothing nothing is known but which text is not loaded', () => {
  expect(known({})).toEqual(NOT_LOADED)
})

test('what was counted elsewhere goes through as it is', () => {
  const soFar = { sessionsInCourse: 3, monthsInCourse: 1 }
  expect(known({ soFar })).toEqual({ ...NOT_LOADED, ...soFar })
  const earlierTotals = [40, 30]
  expect(known({ trauma: { pcl5: undefined, earlierTotals } })).toEqual({ ...NOT_LOADED, earlierTotals })
})

test('steps, supply and check-ins are counted by their own pages', () => {
  const doses = { signed: [{ at: 1, doseMg: 50 }], totals: { pcl5: [], phq9: [] } }
  const soFar = { refills: [], lossesAt: [], lastOrderAt: undefined }
  const checkIns = { sessionsAt: [0], answeredAt: [], weekEveryDays: undefined, now: 86_400_000 }
  expect(facts({ doses, supply: { soFar, today: '2026-11-22' }, checkIns })).toMatchObject({
    ...{ doseStepsWithoutImprovement: 0, refillEarlyDays: 0, lostSuppliesNow: 0, missedCheckIns: 1 },
  })
})

describe('mood', () => {
  const mood = (total: number) => ({
    total,
    answers: { ...answersOf(phq9.items.map(({ linkId }) => linkId).slice(0, 9), total, 3), 'phq9-10': 0 },
  })
  test('asked once, or never, or broken off before, was not asked again', () => {
    for (const moods of [[], [mood(8)], [{ answers: {}, total: null }, mood(8)]])
      expect(facts({ moods })).toMatchObject({ phq9: 'not-asked-again', earlierPhq9Totals: [] })
  })

  test('is the latest, with the complete totals before it', () => {
    const broken = { answers: {}, total: null }
    expect(facts({ moods: [mood(8), broken, mood(12)] })).toMatchObject({
      phq9: { status: 'complete', score: { total: 12 } },
      earlierPhq9Totals: [8],
    })
  })
})

describe('the day of a session', () => {
  test.each<[DayOfFacts, CourseFacts]>([
    [{ hasBloodInUrine: true }, { hasNewBloodInUrine: true, hasNewPainOnUrination: undefined }],
    [
      { hasBladderPain: true, hasBloodInUrine: false },
      { hasNewBloodInUrine: false, hasNewPainOnUrination: true },
    ],
    [{ pregnancyTest: 'positive' }, { isPregnantOrTrying: true }],
    [
      { hasNewHeartEvent: true, hasNewPsychiatricDiagnosis: false },
      { hasNewHeartEvent: true, hasNewPsychiatricDiagnosis: false },
    ],
    [{}, { hasNewHeartEvent: undefined, hasNewPsychiatricDiagnosis: undefined }],
    [{ pregnancyTest: 'positive', isPregnancyPossible: false }, { isPregnantOrTrying: true }],
    [{ pregnancyTest: 'negative', isPregnancyPossible: true }, { isPregnantOrTrying: false }],
    [{ isPregnancyPossible: false }, { isPregnantOrTrying: false }],
    [{ isPregnancyPossible: true, pregnancyTest: 'not-done' }, { isPregnantOrTrying: undefined }],
    [{}, { isPregnantOrTrying: undefined }],
  ])('%j is %j', (day, expected) => {
    expect(facts({ day })).toMatchObject(expected)
  })
})

describe('the days after', () => {
  test('tell of craving with a yes and no number; what was left open is no answer', () => {
    expect(facts({ nextDays: [{ hasCraving: true }, {}, { hasCraving: false }] }).cravings).toEqual([
      'some',
      0,
    ])
    expect(facts({ nextDays: [{}] }).cravings).toBeUndefined()
  })

  test('tell of blood, the latest alone; pain is not asked there', () => {
    const nextDays = [{ hasBladderBlood: true }, { hasBladderBlood: false }]
    expect(facts({ nextDays })).toMatchObject({ hasNewBloodInUrine: false, hasNewPainOnUrination: undefined })
    expect(facts({ nextDays: nextDays.toReversed() })).toMatchObject({ hasNewBloodInUrine: true })
  })
})

describe('what a clinician records', () => {
  const sheet = (on: string, told: Told): Recorded => ({ on, told })
  const recorded = (today: string, ...sheets: Recorded[]) => facts({ recorded: { sheets, today } })
  const ALT = { altTenthsOfUpperLimit: 12 }

  test.each([
    ['2026-11-01', 0],
    ['2026-11-02', 1],
    ['2026-12-01', 1],
    ['2026-12-02', 2],
    ['2027-05-01', 6],
    ['2027-05-02', 7],
  ])('a liver value of 1 November is on %s this many months old, one begun counted: %d', (today, months) => {
    expect(recorded(today, sheet('2026-11-01', ALT))).toMatchObject({
      ...{ altTimesUpperLimit: 1.2, altAgeMonths: months },
    })
  })

  test('is as old as the first sheet of the row that shows it, and none of a day to come', () => {
    const rows = [
      sheet('2026-08-01', { altTenthsOfUpperLimit: 9 }),
      sheet('2026-09-01', ALT),
      sheet('2026-11-01', ALT),
    ]
    expect(recorded('2026-11-01', ...rows).altAgeMonths).toBe(2)
    expect(recorded('2026-10-01', sheet('2026-11-01', ALT)).altAgeMonths).toBeUndefined()
  })

  test('is not needed where that was said, and unknown where nothing was', () => {
    expect(recorded('2026-11-01', sheet('2026-11-01', { altNeeded: 'no' }))).toMatchObject({
      ...{ altTimesUpperLimit: 'not-needed', altAgeMonths: 'not-needed' },
    })
    for (const told of [{ altNeeded: 'yes' }, {}])
      expect(recorded('2026-11-01', sheet('2026-11-01', told)).altTimesUpperLimit).toBeUndefined()
    expect(recorded('2026-11-01')).toEqual(NOT_LOADED)
  })

  const look = (pdmpAskedOn: string, pdmpShows?: string[], pdmpPrescribers?: number): Recorded =>
    sheet(pdmpAskedOn, {
      ...{ pdmpAskedOn },
      ...(pdmpShows && { pdmpShows }),
      ...(pdmpPrescribers !== undefined && { pdmpPrescribers }),
    })
  const FIRST = look('2026-11-01', ['opioid'], 1)
  test.each<[string, Recorded[], boolean | undefined]>([
    ['the first look has none before it', [FIRST], undefined],
    ['the same', [FIRST, look('2026-11-08', ['opioid'], 1)], false],
    ['less', [FIRST, look('2026-11-08', [], 0)], false],
    ['another kind', [FIRST, look('2026-11-08', ['opioid', 'benzodiazepine'], 1)], true],
    ['one more prescriber', [FIRST, look('2026-11-08', ['opioid'], 2)], true],
    ['more, though the kinds are not known', [FIRST, look('2026-11-08', undefined, 2)], true],
    ['kinds not known', [FIRST, look('2026-11-08', undefined, 1)], undefined],
    ['a number not known', [FIRST, look('2026-11-08', ['opioid'])], undefined],
    [
      'a number not known then',
      [look('2026-11-01', ['opioid']), look('2026-11-08', ['opioid'], 1)],
      undefined,
    ],
    ['another kind, the numbers not known', [look('2026-11-01', []), look('2026-11-08', ['opioid'])], true],
    [
      'the look before was a day alone: against the one before that',
      [FIRST, look('2026-11-04'), look('2026-11-08', ['opioid', 'benzodiazepine'], 1)],
      true,
    ],
    ['the same, over a day alone', [FIRST, look('2026-11-04'), look('2026-11-08', ['opioid'], 1)], false],
    ['a day alone', [FIRST, look('2026-11-08')], undefined],
    ['corrected on the same day', [FIRST, look('2026-11-01', ['opioid'], 3)], undefined],
    ['no day written', [FIRST, sheet('2026-11-08', { pdmpShows: ['other-ketamine'] })], undefined],
  ])('a new prescriber: %s', (_what, sheets, expected) => {
    expect(recorded('2026-11-08', ...sheets).pdmpShowsNewPrescriber).toBe(expected)
  })
})

test.each([
  ['2026-11-21', -1],
  ['2026-11-22', 0],
  ['2026-11-23', 1],
  [undefined, undefined],
])('a protocol that ends on %s has %s days left', (protocolEndsOn, days) => {
  const expiry = { protocolEndsOn, basisDaysLeft: 'no-end' as const, today: '2026-11-22' }
  expect(facts({ expiry })).toMatchObject({ protocolDaysLeft: days, telehealthBasisDaysLeft: 'no-end' })
})
