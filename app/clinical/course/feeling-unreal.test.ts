import { describe, expect, test } from 'vitest'
import { dayOfRules } from '../rules/day-of/rules.ts'
import { type DatedAnswers, unrealFacts } from './feeling-unreal.ts'

/** A whole DSS-B with this total. */
const at = (time: number, total: number): DatedAnswers => ({
  at: time,
  answers: Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`dss-b-0${i + 1}`, Math.min(4, Math.max(0, total - i * 4))]),
  ),
})
const brokenOff = (time: number): DatedAnswers => ({ at: time, answers: { 'dss-b-01': 4 } })
const LIMITS = { instruments: { dssB: { risePoints: 8, repeatedRisePoints: 4 } } }
const judge = (series: readonly DatedAnswers[], firstDoseAt: number | undefined = 10) =>
  dayOfRules.C16.judge(unrealFacts(series, firstDoseAt, true), LIMITS).outcome

test('never asked is not loaded; asked and never answered is unknown', () => {
  expect(unrealFacts([], undefined, false)).toEqual({ dssB: 'not-loaded', previousDssBRise: 'none' })
  expect(unrealFacts([], undefined, true)).toEqual({ dssB: undefined, previousDssBRise: 'none' })
})

describe('the baseline', () => {
  test('is the last whole total before the first dose', () => {
    const facts = unrealFacts([at(1, 9), at(5, 3), brokenOff(7), at(20, 6)], 10, true)
    expect(facts).toMatchObject({ dssBBaseline: 3, previousDssBRise: 'none' })
  })

  test('is the first total there is, where none was made before', () => {
    expect(unrealFacts([at(12, 5), at(20, 6)], 10, true).dssBBaseline).toBe(5)
  })

  test('is unknown where no total was ever whole', () => {
    const facts = unrealFacts([brokenOff(12)], 10, true)
    expect(facts.dssBBaseline).toBeUndefined()
    expect(dayOfRules.C16.judge(facts, LIMITS).outcome).toBe('unknown')
  })
})

test.each([
  ['one step below a clear rise', [at(1, 2), at(20, 9)], 'clear'],
  ['at it', [at(1, 2), at(20, 10)], 'review'],
  ['above it', [at(1, 2), at(20, 11)], 'review'],
  ['a small rise twice, the first one step below', [at(1, 2), at(20, 5), at(30, 6)], 'clear'],
  ['a small rise twice', [at(1, 2), at(20, 6), at(30, 6)], 'review'],
  ['a small rise, and then less', [at(1, 2), at(20, 6), at(30, 5)], 'clear'],
  ['better than before', [at(1, 9), at(20, 2)], 'clear'],
  ['only the answers before treatment', [at(1, 9)], 'clear'],
] as const)('%s is %s', (_what, series, outcome) => {
  expect(judge(series)).toBe(outcome)
})
