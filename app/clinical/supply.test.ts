import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awaitsDelivery, differences, type OrderStanding, orderLimit, orderStanding } from './supply.ts'

const ORDER = { units: 4, strengthMg: 25 }

test.each([
  [{ units: 4, strengthMg: 25 }, []],
  [{ units: 5, strengthMg: 25 }, ['units']],
  [{ units: 3, strengthMg: 25 }, ['units']],
  [{ units: 4, strengthMg: 50 }, ['strength']],
  [{ units: 8, strengthMg: 12.5 }, ['units', 'strength']], // the same amount in all is not the same order
])('an order of 4 at 25 mg against an entry of %o differs in %o', (entry, expected) => {
  expect(differences(ORDER, entry)).toEqual(expected)
})

describe('an order stands', () => {
  const matching = { ...ORDER, entry: ORDER, isWithdrawn: false }
  test.each<[string, Parameters<typeof orderStanding>[0], number, OrderStanding]>([
    ['waiting for the entry', { ...matching, entry: null }, 0, 'waiting-for-entry'],
    [
      'as a mismatch, even when something came',
      { ...matching, entry: { ...ORDER, units: 5 } },
      4,
      'mismatch',
    ],
    ['waiting for the parcel', matching, 0, 'waiting-for-delivery'],
    ['one short', matching, 3, 'part-came'],
    ['whole', matching, 4, 'came'],
    ['one too many', matching, 5, 'too-many-came'],
    ['withdrawn, whatever else is true', { ...matching, isWithdrawn: true }, 0, 'withdrawn'],
  ])('%s', (_what, order, received, expected) => {
    expect(orderStanding(order, received)).toBe(expected)
    expect(awaitsDelivery(expected)).toBe(['waiting-for-delivery', 'part-came'].includes(expected))
  })
})

describe('one order asks for no more than', () => {
  const values = { doseMg: 50, unitStrengthMg: 25, sessions: 3 }
  const none = { usedInPlan: 0, expected: 0, onItsWay: 0 }
  const most = (change: Partial<typeof none>, maxUnits: number | undefined = 20) => {
    const limits = maxUnits === undefined ? {} : { refill: { maxUnits } }
    const limit = orderLimit(values, limits, { ...none, ...change })
    return limit.isKnown ? limit.most : limit.missing.name
  }
  test.each([
    ['the plan’s sessions need', {}, 20, 6],
    ['the protocol’s own number', {}, 5, 5],
    ['what is not used yet', { usedInPlan: 2 }, 20, 4],
    ['what is not there', { expected: 5 }, 20, 1],
    ['what is not on its way', { onItsWay: 6 }, 20, 0],
    ['nothing, where there is too much already', { expected: 9 }, 20, 0],
    ['the protocol’s number less what is there', { expected: 3 }, 5, 2],
    ['the protocol’s number less what is on its way', { onItsWay: 3 }, 5, 2],
    ['the sessions need, where fewer are there than none', { expected: -2 }, 20, 6],
  ] as const)('%s', (_what, change, maxUnits, expected) => {
    expect(most(change, maxUnits)).toBe(expected)
  })

  test('a number that was signed; without one, or with none that can be, there is no order', () => {
    expect(orderLimit(values, {}, none)).toEqual({
      isKnown: false,
      missing: { kind: 'limit', name: 'refill.maxUnits' },
    })
    for (const wrong of [0, -1, 2.5, Number.NaN]) expect(most({}, wrong)).toBe('refill.maxUnits')
  })

  test('whole units a session needs: a dose that is no whole number of units takes the next', () => {
    const limit = orderLimit({ ...values, doseMg: 60 }, { refill: { maxUnits: 50 } }, none)
    expect(limit).toMatchObject({ isKnown: true, perSession: 3, forPlan: 9 })
  })

  test('and with what is there and on its way, never passes either number', () => {
    const count = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.integer({ min: 1, max: 40 }),
        (usedInPlan, expected, onItsWay, maxUnits) => {
          const limit = orderLimit(values, { refill: { maxUnits } }, { usedInPlan, expected, onItsWay })
          if (!limit.isKnown) return false
          const after = limit.most + expected + onItsWay
          return limit.most === 0 || (after <= maxUnits && after + usedInPlan <= 6)
        },
      ),
    )
  })
})
