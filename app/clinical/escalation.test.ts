import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { type Asking, askingOf, type EscalationStep, escalationSteps, toldAgain } from './escalation.ts'

const MINUTE = 60_000
const signed = INVENTED_LIMITS.escalation
const told = (steps: readonly EscalationStep[]) => steps.map(({ whom, afterMs }) => [whom, afterMs / MINUTE])

test('the signed order and its minutes hold, in whichever order they were written', () => {
  const tiers = [...(signed.tiers ?? [])]
  const expected = [
    ['clinician-on-duty', 0],
    ['prescriber', 5],
    ['backup', 10],
    ['coordinator', 15],
  ]
  expect(told(escalationSteps(signed, 'look'))).toEqual(expected)
  expect(told(escalationSteps({ ...signed, tiers: tiers.reverse() }, 'look'))).toEqual(expected)
})

test.each([
  { asking: 'help', seconds: 120, second: 2 },
  { asking: 'help', seconds: 299, second: 299 / 60 },
  { asking: 'help', seconds: 300, second: 5 },
  { asking: 'help', seconds: 301, second: 5 },
  { asking: 'suicide', seconds: 60, second: 1 },
] as const)('$asking answered within $seconds seconds: the second is told after $second minutes', (row) => {
  const { asking, seconds, second } = row
  const limits = { ...signed, helpAnsweredSeconds: seconds, suicideAnsweredSeconds: seconds }
  expect(told(escalationSteps(limits, asking)).map(([, minutes]) => minutes)).toEqual([0, second, 10, 15])
})

test('nothing signed is no reason to wait', () => {
  const atOnce = [
    ['clinician-on-duty', 0],
    ['prescriber', 0],
    ['backup', 0],
    ['coordinator', 0],
  ]
  for (const asking of ['look', 'help', 'suicide'] as const)
    expect(told(escalationSteps(undefined, asking))).toEqual(atOnce)
  expect(told(escalationSteps({}, 'suicide'))).toEqual(atOnce)
  const { helpAnsweredSeconds: _, ...withoutHelp } = signed
  expect(told(escalationSteps(withoutHelp, 'help'))[1]).toEqual(['prescriber', 0])
  const { suicideAnsweredSeconds: __, ...withoutSuicide } = signed
  expect(told(escalationSteps(withoutSuicide, 'suicide'))[1]).toEqual(['prescriber', 0])
  const { tiers: ___, ...withoutTiers } = signed
  expect(told(escalationSteps(withoutTiers, 'help'))).toEqual(atOnce)
})

test('each kind has its own signed time, and only the second in the order is told sooner for it', () => {
  const limits = { ...signed, helpAnsweredSeconds: 60, suicideAnsweredSeconds: 120 }
  const minutes = (asking: Asking) => told(escalationSteps(limits, asking)).map(([, after]) => after)
  expect(minutes('help')).toEqual([0, 1, 10, 15])
  expect(minutes('suicide')).toEqual([0, 2, 10, 15])
  expect(minutes('look')).toEqual([0, 5, 10, 15])
})

test('help and suicide have times of their own, anything else goes by the order', () => {
  expect(['help-asked', 'emergency', 'S01', 'B05', 'D09', 'E04', 'held'].map(askingOf)).toEqual([
    ...['help', 'help', 'suicide', 'suicide', 'look', 'look', 'look'],
  ])
})

describe('after the last in the order', () => {
  const again = (minutes: number, limits: typeof signed | undefined = signed, asking: Asking = 'look') =>
    toldAgain(escalationSteps(limits, asking), limits, asking, minutes * MINUTE)

  test.each([
    { minutes: 0, round: 0, next: 20 },
    { minutes: 14.99, round: 0, next: 20 },
    { minutes: 15, round: 0, next: 20 },
    { minutes: 19.99, round: 0, next: 20 },
    { minutes: 20, round: 1, next: 25 },
    { minutes: 24.99, round: 1, next: 25 },
    { minutes: 25, round: 2, next: 30 },
    { minutes: 74.99, round: 11, next: 75 },
  ])('$minutes minutes after it was raised: told again $round times, and next at $next', (row) => {
    expect(again(row.minutes)).toEqual({
      ...{ round: row.round, everyMs: 5 * MINUTE, nextAfterMs: row.next * MINUTE },
    })
  })

  test.each([
    { minutes: 75, round: 12, next: 90 },
    { minutes: 89.99, round: 12, next: 90 },
    { minutes: 90, round: 13, next: 105 },
    { minutes: 24 * 60, round: 12 + 91, next: 75 + 92 * 15 },
  ])('after an hour of it less often: $minutes minutes, $round times, next at $next', (row) => {
    expect(again(row.minutes)).toEqual({
      ...{ round: row.round, everyMs: 15 * MINUTE, nextAfterMs: row.next * MINUTE },
    })
  })

  test('whatever is signed, each round begins when the one before said, and comes once', () => {
    for (const waited of [0.5, 1, 7, 15, 16, 45, 60, 61, 240]) {
      const tiers = [
        { whom: 'clinician-on-duty' as const, afterMinutes: 0 },
        { whom: 'prescriber' as const, afterMinutes: waited },
      ]
      let minutes = waited
      for (let round = 0; round < 200; round += 1) {
        const now = again(minutes, { ...signed, tiers })
        const { nextAfterMs, everyMs } = now
        expect(now).toEqual({ round, everyMs, nextAfterMs: Math.round(minutes * MINUTE) + everyMs })
        expect(everyMs / MINUTE).toBe(minutes < waited + 60 - (60 % waited) ? waited : Math.max(15, waited))
        expect(again(nextAfterMs / MINUTE - 0.01, { ...signed, tiers }).round).toBe(round)
        minutes = nextAfterMs / MINUTE
      }
    }
  })

  test('all told at once are told again in the signed time for an answer; with none signed, each hour', () => {
    const tiers = (signed.tiers ?? []).map((tier) => ({ ...tier, afterMinutes: 0 }))
    const everyMs = (asking: Asking, limits: typeof signed | undefined = { ...signed, tiers }) =>
      again(0, limits, asking).everyMs
    expect(everyMs('help')).toBe(120_000)
    expect(everyMs('suicide')).toBe(300_000)
    expect(everyMs('look')).toBe(60 * MINUTE)
    expect(toldAgain(escalationSteps(undefined, 'help'), undefined, 'help', 0).everyMs).toBe(60 * MINUTE)
    expect(toldAgain([], {}, 'look', 60 * MINUTE)).toMatchObject({ round: 1, nextAfterMs: 120 * MINUTE })
  })

  test('two in the last place were waited for as long as the one before them', () => {
    const tiers = [
      { whom: 'clinician-on-duty' as const, afterMinutes: 0 },
      { whom: 'prescriber' as const, afterMinutes: 7 },
      { whom: 'coordinator' as const, afterMinutes: 7 },
    ]
    expect(again(0, { ...signed, tiers }).everyMs).toBe(7 * MINUTE)
  })
})
