import { describe, expect, test } from 'vitest'
import { check, type PlanCheck } from './checks.ts'
import { orderOf } from './order-of.ts'

type Ordering = Parameters<typeof orderOf>[0]
const BASE: Ordering = {
  values: { doseMg: 30, unitStrengthMg: 10, daysBetweenSessions: 7 },
  ...{ checks: [], units: 4, hasCome: true, earlier: [], today: '2026-11-23' },
}
const made = (change: Partial<Ordering>) => orderOf({ ...BASE, ...change })
const at = (on: string, doseMg: number) => ({ on, doseMg })
const reasoned = (code: PlanCheck['code'], signed = ''): PlanCheck => ({
  ...check(code, { signed }),
  reason: 'Talked through',
})

test('carries the dose, the form and the spacing of the signed plan, and the units asked for', () => {
  expect(made({})).toMatchObject({ doseMg: 30, unitStrengthMg: 10, daysBetweenSessions: 7, units: 4 })
})

describe('the step', () => {
  test.each<[string, Partial<Ordering>, number | 'first-order']>([
    ['a first order', { hasCome: false }, 'first-order'],
    [
      'before anything has come it is still the first',
      { hasCome: false, earlier: [at('2026-11-01', 20)] },
      'first-order',
    ],
    ['units came without an order that stands', { earlier: [] }, 'first-order'],
    ['the same dose again', { earlier: [at('2026-11-01', 30)] }, 0],
    ['up', { earlier: [at('2026-10-01', 30), at('2026-11-01', 20)] }, 10],
    ['down', { earlier: [at('2026-11-01', 40)] }, -10],
    ['from a dose nobody knows', { earlier: [at('2026-11-01', Number.NaN)] }, Number.NaN],
  ])('%s', (_what, change, stepMg) => {
    expect(made(change).stepMg).toBe(stepMg)
  })

  test.each<[string, Ordering['earlier'], number | 'never']>([
    ['none yet', [], 'never'],
    ['the first is no rise', [at('2026-11-01', 20)], 'never'],
    ['the last rise counts', [at('2026-09-01', 10), at('2026-10-01', 15), at('2026-11-09', 20)], 14],
    ['a fall is none', [at('2026-09-01', 10), at('2026-11-09', 20), at('2026-11-16', 15)], 14],
    ['a day that cannot be read is not known', [at('2026-09-01', 10), at('', 20)], Number.NaN],
  ])('the days since it last went up: %s', (_what, earlier, days) => {
    expect(made({ earlier }).daysSinceLastStep).toBe(days)
  })
})

describe('what a prescriber signed outside the protocol', () => {
  test.each<[string, readonly PlanCheck[], readonly string[]]>([
    ['nothing', [], []],
    ['a dose, said twice', [reasoned('dose-above-band'), reasoned('first-dose-above-band')], ['doseMg']],
    ['a dose below is a note', [check('first-dose-below-band', {})], ['doseMg']],
    ['no reason, no departure', [check('dose-above-band', {})], []],
    ['a shorter spacing', [reasoned('spacing-shorter')], ['daysBetweenSessions']],
    [
      'a step from the dose before',
      [reasoned('raised-too-far', '20'), reasoned('raised-too-soon', '20')],
      [...['stepMg', 'daysSinceLastStep']],
    ],
    ['a step from another dose', [reasoned('raised-too-far', '25'), reasoned('raised-too-soon', '25')], []],
    ['something an order does not say', [reasoned('observation-shorter')], []],
  ])('%s', (_what, checks, departsIn) => {
    expect(made({ checks, earlier: [at('2026-11-01', 20)] }).departsIn).toEqual(departsIn)
  })
})
