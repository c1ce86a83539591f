import { describe, expect, test } from 'vitest'
import type { ScalePart } from '../intake/scales.ts'
import { type Asking, asksDue, COURSE_ASKS, isCourseAsk, ownSubstanceQuestions } from './asks.ts'

const LIMITS = {
  instruments: { cadence: { phq9Days: 14, dssBDays: 7 } },
  monitoring: { substanceEveryMonths: 3 },
  schedule: { questionsOnSessionDay: 12, questionsPerDayInWatch: 5, heavyScalesPerWeek: 1 },
}
const TODAY = '2026-06-15'
const due = (but: Partial<Omit<Asking, 'inForce'>> & { inForce?: ScalePart[] } = {}, limits = LIMITS) =>
  asksDue(
    {
      ...{ today: TODAY, sessionDays: [], beganOn: '2026-03-01', last: {} },
      ...but,
      inForce: new Set(but.inForce ?? []),
    },
    limits,
  )
const ALL = { mood: TODAY, habits: TODAY, lately: TODAY, year: TODAY, ten: TODAY, twelve: TODAY }

describe('due', () => {
  test.each([
    ['one day before', '2026-06-02', []],
    ['on the day', '2026-06-01', ['mood']],
    ['after it', '2026-05-01', ['mood']],
  ])('mood, by the signed days: %s', (_when, mood, expected) => {
    expect(due({ last: { ...ALL, mood } })).toEqual(expected)
  })

  test.each([
    ['89 days', '2026-03-18', []],
    ['90 days', '2026-03-17', ['habits']],
    ['91 days', '2026-03-16', ['habits']],
  ])('substances, by the signed months of thirty days: %s', (_when, habits, expected) => {
    expect(due({ last: { ...ALL, habits } })).toEqual(expected)
  })

  test('the DSS-B, with a text alone', () => {
    const last = { ...ALL, lately: '2026-06-08' }
    expect(due({ last })).toEqual([])
    expect(due({ last, inForce: ['lately'] })).toEqual(['lately'])
  })

  test('what was never asked is due; without a signed number nothing is asked again', () => {
    expect(due()).toEqual(['mood', 'habits'])
    expect(due({ last: { mood: '2020-01-01', habits: '2020-01-01' } }, {} as typeof LIMITS)).toEqual([])
  })

  test('nothing on the day of a session', () => {
    expect(due({ sessionDays: [TODAY] })).toEqual([])
    expect(due({ sessionDays: ['2026-06-14'] })).toEqual(['mood', 'habits'])
  })
})

describe('substances', () => {
  test('by scales where there are texts, by our own questions for the rest', () => {
    expect(due({ inForce: ['year'] })).toEqual(['mood', 'year', 'habits'])
    expect(due({ inForce: ['year', 'ten'] })).toEqual(['mood', 'year', 'ten'])
    expect(due({ inForce: ['twelve'] })).toEqual(['mood', 'twelve'])
    expect(due({ inForce: ['twelve', 'ten'] })).toEqual(['mood', 'ten', 'habits'])
  })

  test('our own are those a scale may stand for, and no others', () => {
    expect(ownSubstanceQuestions(new Set())).toEqual(['alcohol-days', 'drugs', 'medicinesBeyond'])
    expect(ownSubstanceQuestions(new Set(['year']))).toEqual(['drugs', 'medicinesBeyond'])
    expect(ownSubstanceQuestions(new Set(['ten']))).toEqual(['alcohol-days'])
  })
})

test('a key is known, and nothing else is', () => {
  for (const key of COURSE_ASKS) expect(isCourseAsk(key)).toBe(true)
  for (const key of ['', 'now', 'often', 'thank-you']) expect(isCourseAsk(key)).toBe(false)
})
