import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { ORDINARY_NEXT_DAY, SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import { afterSessionRules } from '../rules/after-session/rules.ts'
import { nextDaySilence } from './next-day-silence.ts'

const signed = INVENTED_LIMITS.escalation
/** The dose was at three in the afternoon. */
const MIDNIGHT = 9
const at = (hours: number, isWatched: boolean | undefined, limits: typeof signed | object = signed) =>
  nextDaySilence(hours, isWatched, limits, MIDNIGHT)

test.each([
  [true, 23.9, [], 'coordinator', 24],
  [true, 24, ['coordinator'], 'remind', 28],
  [true, 27.9, ['coordinator'], 'remind', 28],
  [true, 28, ['remind', 'coordinator', 'clinician'], undefined, undefined],
  [undefined, 24, ['coordinator'], 'remind', 28],
  [false, 27.9, [], 'remind', 28],
  [false, 28, ['remind'], 'coordinator', 36],
  [false, 35.9, ['remind'], 'coordinator', 36],
  [false, 36, ['remind', 'coordinator'], 'clinician', 48],
  [false, 47.9, ['remind', 'coordinator'], 'clinician', 48],
  [false, 48, ['remind', 'coordinator', 'clinician'], undefined, undefined],
] as const)('watched %s, %d hours: %j', (isWatched, hours, reached, next, atHours) => {
  const silence = at(hours, isWatched)
  expect(silence.reached).toEqual(reached)
  expect(silence.next).toEqual(next && { step: next, atHours })
})

test('hours nobody signed are over when the next day begins', () => {
  expect(at(8.9, true, {}).reached).toEqual([])
  expect(at(9, true, {}).reached).toEqual(['remind', 'coordinator', 'clinician'])
  expect(nextDaySilence(9, false, undefined, MIDNIGHT).reached).toHaveLength(3)
  const { watchedClinicianHours: _, ...without } = signed
  expect(at(9, true, without).reached).toEqual(['clinician'])
  expect(at(9, false, without).reached).toEqual([])
})

test('a clinician is asked exactly when rule E04 asks for a review, somebody milder when it advises', () => {
  const E04 = afterSessionRules.E04
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.boolean(), (hours, isFirstSession) => {
      const facts = { ...ORDINARY_NEXT_DAY, isNextDayCheckDone: false, isFirstSession, hoursSinceDose: hours }
      const { outcome } = E04.judge(facts, SESSION_SIGNED)
      const { reached } = nextDaySilence(hours, isFirstSession, SESSION_SIGNED.escalation, 0)
      const expected = reached.includes('clinician') ? 'review' : reached.length > 0 ? 'advise' : 'clear'
      expect(outcome).toBe(expected)
    }),
  )
})
