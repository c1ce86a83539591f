/** The ladders of the session: every number there can be stands on exactly one rung, and no step up is a step down. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ORDINARY_DAY, ORDINARY_MINUTE, SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { InSessionFacts } from '../facts/in-session.ts'
import { WAKING_WORDS } from '../instruments/waking.ts'
import type { Outcome } from '../outcome.ts'
import { dayOfRules } from './day-of/rules.ts'
import { type InSessionRuleId, inSessionRules } from './in-session/rules.ts'

const inSession = (change: InSessionFacts, ...ids: readonly InSessionRuleId[]): Outcome[] =>
  ids.map((id) => inSessionRules[id].judge({ ...ORDINARY_MINUTE, ...change }, SESSION_SIGNED).outcome)
const beforeDose = (change: DayOfFacts): Outcome =>
  dayOfRules.C05.judge({ ...ORDINARY_DAY, ...change }, SESSION_SIGNED).outcome

const RUNGS: readonly Outcome[] = ['clear', 'advise', 'review', 'block']
const height = (...outcomes: readonly Outcome[]) =>
  Math.max(...outcomes.map((outcome) => RUNGS.indexOf(outcome)))
const anyNumber = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 300, noNaN: true }))
const pair = fc.tuple(anyNumber, anyNumber).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number])

describe('breaths', () => {
  const rung = (breathsPerMinute: number) => inSession({ breathsPerMinute }, 'D03')[0]

  test('any count is an emergency, a call, or fine', () => {
    fc.assert(
      fc.property(anyNumber, (breaths) => {
        const expected = breaths < 8 ? 'block' : breaths < 10 || breaths > 24 ? 'review' : 'clear'
        expect(rung(breaths)).toBe(expected)
      }),
    )
  })

  test('any pause longer than the limit is an emergency, and no other', () => {
    fc.assert(
      fc.property(anyNumber, (longestPauseSeconds) => {
        const outcomes = inSession({ hasBreathingPauses: true, longestPauseSeconds }, 'D03')
        expect(outcomes).toEqual([longestPauseSeconds > 10 ? 'block' : 'clear'])
      }),
    )
  })
})

test('any oxygen is an emergency, low, or fine, and never two of them', () => {
  fc.assert(
    fc.property(anyNumber, (oxygenPercent) => {
      const expected =
        oxygenPercent <= 90
          ? ['block', 'clear']
          : oxygenPercent < 94
            ? ['clear', 'review']
            : ['clear', 'clear']
      expect(inSession({ oxygenPercent }, 'D03', 'D04')).toEqual(expected)
    }),
  )
})

test('each word for waking is an emergency, a call, or fine, and never two of them', () => {
  const rungs = WAKING_WORDS.map((waking) => inSession({ waking: [{ atMinutes: 95, waking }] }, 'D01', 'D02'))
  expect(rungs).toEqual([
    ['clear', 'clear'],
    ['clear', 'clear'],
    ['clear', 'review'],
    ['block', 'clear'],
  ])
})

describe('distress', () => {
  const once = (points: number) => inSession({ distress: [{ atMinutes: 95, points }] }, 'D06', 'D07')

  test('any number asked once is grounding, a person, or neither', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 10, noNaN: true })),
        (points) => {
          expect(height(...once(points))).toBe(points >= 9 ? 2 : points >= 7 ? 1 : 0)
        },
      ),
    )
  })

  test('more distress, or one more check, never asks for less while the latest is as high', () => {
    const check = fc.record({
      atMinutes: fc.integer({ min: 1, max: 89 }),
      points: fc.integer({ min: 0, max: 10 }),
    })
    fc.assert(
      fc.property(fc.array(check), check, fc.integer({ min: 0, max: 10 }), (earlier, more, points) => {
        const latest = { atMinutes: 95, points }
        const few = height(...inSession({ distress: [...earlier, latest] }, 'D06', 'D07'))
        expect(
          height(...inSession({ distress: [more, latest, ...earlier] }, 'D06', 'D07')),
        ).toBeGreaterThanOrEqual(
          // A lower check in between is relief, and the time without it starts anew.
          more.points >= 7 ? few : 0,
        )
      }),
    )
  })
})

describe('blood pressure', () => {
  const pressure = fc.record({
    atMinutes: fc.integer({ min: 90, max: 99 }),
    systolicMmHg: fc.integer({ min: 60, max: 260 }),
    diastolicMmHg: fc.integer({ min: 30, max: 160 }),
  })

  test('any one reading is raised or not, and high once is not yet twice', () => {
    fc.assert(
      fc.property(pressure, (one) => {
        const isRaised = one.systolicMmHg >= 160 || one.diastolicMmHg >= 100
        expect(inSession({ pressures: [one] }, 'D05', 'D16')).toEqual([
          'clear',
          isRaised ? 'review' : 'clear',
        ])
      }),
    )
  })

  test('any readings in any order say the same, and never both rungs', () => {
    const shuffled = fc
      .array(pressure, { minLength: 1, maxLength: 5 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([pressures, others]) => {
        const told = inSession({ pressures }, 'D05', 'D16', 'D18')
        const high = pressures.filter((one) => one.systolicMmHg >= 180 || one.diastolicMmHg >= 110)
        expect(told[0]).toBe(high.length > 1 ? 'review' : 'clear')
        expect(told[0] === 'review' && told[1] === 'review').toBe(false)
        expect(inSession({ pressures: others }, 'D05', 'D16', 'D18')).toEqual(told)
      }),
    )
  })

  test('before the dose, any reading is held, looked at, or fine, and higher is never weaker', () => {
    fc.assert(
      fc.property(pair, anyNumber, ([low, high], diastolicMmHg) => {
        const expected = (systolic: number) =>
          systolic >= 160 || diastolicMmHg >= 100
            ? 'block'
            : systolic >= 140 || diastolicMmHg >= 90
              ? 'review'
              : 'clear'
        expect(beforeDose({ systolicMmHg: low, diastolicMmHg })).toBe(expected(low))
        expect(height(beforeDose({ systolicMmHg: high, diastolicMmHg }))).toBeGreaterThanOrEqual(
          height(beforeDose({ systolicMmHg: low, diastolicMmHg })),
        )
      }),
    )
  })
})
