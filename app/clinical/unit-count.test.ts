import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Balance, type Movement, releaseNeeds, type UnitEvent, unitCount } from './unit-count.ts'

const today = '2026-11-22'
let ids = 0
const moved = (kind: Movement['kind'], units: number, at: number, lot = 'A'): Movement => ({
  id: `m${ids++}`,
  ...{ kind, units, at, lot },
})
const received = (units: number, at: number, expiresOn?: string, lot = 'A'): Movement => ({
  ...moved('received', units, at, lot),
  ...(expiresOn !== undefined && { expiresOn }),
})
const counted = (units: number, at: number, id = `c${ids++}`): UnitEvent => ({
  id,
  kind: 'counted',
  units,
  at,
})
const explained = (countId: string, difference: number, at: number): UnitEvent => ({
  id: `e${ids++}`,
  ...{ kind: 'explained', countId, difference, at },
})

describe('what should be there', () => {
  test('is what came, less what was used, spoiled and sent back', () => {
    const events = [
      received(6, 1),
      moved('used', 2, 2),
      moved('spoiled', 1, 3),
      moved('returned', 1, 4),
      counted(2, 5),
    ]
    expect(unitCount(events, today)).toMatchObject({
      ...{ received: 6, used: 2, spoiled: 1, returned: 1, expected: 2, balance: 'balanced' },
      latestCount: { counted: 2, expected: 2, difference: 0 },
    })
  })

  test('can be below zero, and then says so', () => {
    expect(unitCount([received(1, 1), moved('used', 2, 2)], today)).toMatchObject({
      expected: -1,
      lots: [{ lot: 'A', left: -1 }],
      balance: 'impossible',
    })
  })

  test('is told lot by lot in the order of their names', () => {
    const events = [received(1, 1, undefined, 'B'), received(1, 2, undefined, 'A')]
    expect(unitCount(events, today).lots.map(({ lot }) => lot)).toEqual(['A', 'B'])
  })

  test('is less than none since a count that found nothing, and that is impossible', () => {
    const events = [received(1, 1), counted(0, 2, 'c'), explained('c', -1, 3), moved('used', 1, 4)]
    expect(unitCount(events, today)).toMatchObject({ expected: -1, balance: 'impossible' })
  })

  test('is told for each lot, and a lot that gave more than came is not made up by another', () => {
    const events = [received(2, 1), received(2, 1, undefined, 'B'), moved('used', 3, 2, 'B'), counted(1, 3)]
    expect(unitCount(events, today)).toMatchObject({
      expected: 1,
      lots: [
        { lot: 'A', left: 2 },
        { lot: 'B', left: -1 },
      ],
      balance: 'impossible',
    })
  })
})

describe('a count', () => {
  test.each<[string, Balance, number | undefined, () => UnitEvent[]]>([
    ['nothing was ever sent', 'nothing-received', undefined, () => []],
    ['nobody has counted', 'uncounted', undefined, () => [received(6, 1)]],
    ['one too few is there', 'mismatch', -1, () => [received(6, 1), counted(5, 2)]],
    ['it agrees', 'balanced', 0, () => [received(6, 1), counted(6, 2)]],
    ['one too many is there', 'mismatch', 1, () => [received(6, 1), counted(7, 2)]],
    ['a unit was used since', 'uncounted', 0, () => [received(6, 1), counted(6, 2), moved('used', 1, 3)]],
    [
      'it differs and a unit was used since',
      'mismatch',
      -1,
      () => [received(6, 1), counted(5, 2), moved('used', 1, 3)],
    ],
    ['a later count agrees', 'balanced', 0, () => [received(6, 1), counted(5, 2), counted(6, 3)]],
    [
      'it came with the use it saw',
      'balanced',
      0,
      () => [received(6, 1), moved('used', 1, 2), counted(5, 2)],
    ],
    ['a use turned up late', 'balanced', 0, () => [received(6, 1), counted(5, 3), moved('used', 1, 2)]],
  ])('when %s: %s', (_when, balance, difference, events) => {
    const count = unitCount(events(), today)
    expect(count.balance).toBe(balance)
    expect(count.latestCount?.difference).toBe(difference)
  })
})

describe('an explanation', () => {
  const lost = [received(6, 1), counted(5, 2, 'c')]

  test('of the difference there is lets the next release go on, and begins anew from what was counted', () => {
    const events = [...lost, explained('c', -1, 3)]
    expect(unitCount(events, today)).toMatchObject({ balance: 'explained', expected: 5 })
    expect(unitCount([...events, moved('used', 1, 4), counted(4, 5)], today).balance).toBe('balanced')
  })

  test.each([
    ['another difference', explained('c', -2, 3)],
    ['another count', explained('d', -1, 3)],
  ])('of %s explains nothing', (_what, explanation) => {
    expect(unitCount([...lost, explanation], today).balance).toBe('mismatch')
  })

  test('no longer holds when what turns up late changes the difference', () => {
    const events = [...lost, explained('c', -1, 3), moved('used', 1, 1.5)]
    expect(unitCount(events, today).balance).toBe('balanced')
    expect(unitCount([...events, moved('used', 1, 1.6)], today).balance).toBe('mismatch')
  })

  test('settles a lot that was below zero, until that lot moves again', () => {
    const events = [received(1, 1), moved('used', 2, 2), counted(0, 3, 'c'), explained('c', 1, 4)]
    expect(unitCount(events, today).balance).toBe('explained')
    expect(unitCount([...events, received(4, 5, undefined, 'B'), counted(4, 6)], today).balance).toBe(
      'balanced',
    )
    expect(unitCount([...events, moved('used', 1, 5)], today).balance).toBe('impossible')
  })
})

describe('the last day of a lot', () => {
  test.each([
    ['2026-11-21', 'expired'],
    ['2026-11-22', 'good'],
    ['2026-11-23', 'good'],
    [undefined, 'unknown'],
    ['soon', 'unknown'],
  ])('%s: %s', (expiresOn, expiry) => {
    expect(unitCount([received(1, 1, expiresOn)], today).lots).toEqual([{ lot: 'A', left: 1, expiry }])
  })

  test('of two parcels is the earlier one, and one that is missing is not good', () => {
    const of = (...ends: (string | undefined)[]) =>
      unitCount(
        ends.map((end) => received(1, 1, end)),
        today,
      ).lots[0]?.expiry
    expect(of('2027-01-01', '2026-01-01')).toBe('expired')
    expect(of('2027-01-01', undefined)).toBe('unknown')
    expect(of('2026-01-01', undefined)).toBe('expired')
  })

  test('is that of what came: a day told with what went is not looked at', () => {
    const spoiled = { ...moved('spoiled', 1, 2), expiresOn: '2026-01-01' }
    expect(unitCount([received(2, 1, '2027-01-01'), spoiled], today).lots[0]?.expiry).toBe('good')
    expect(unitCount([received(2, 1, '2027-01-01'), moved('used', 1, 2)], today).lots[0]?.expiry).toBe('good')
  })

  test('of a lot that never came, or on no day at all, is unknown', () => {
    expect(unitCount([moved('used', 1, 1)], today).lots[0]?.expiry).toBe('unknown')
    expect(unitCount([received(1, 1, '2099-01-01')], '').lots[0]?.expiry).toBe('unknown')
  })
})

test.each<[Balance, string]>([
  ['nothing-received', 'nothing'],
  ['balanced', 'nothing'],
  ['explained', 'nothing'],
  ['uncounted', 'a-count'],
  ['mismatch', 'a-conversation'],
  ['impossible', 'a-conversation'],
  ['unclear', 'a-conversation'],
])('the next release, %s: needs %s', (balance, needs) => {
  expect(releaseNeeds({ balance })).toBe(needs)
})

describe('what cannot be read', () => {
  test.each([0, -1, 1.5, Number.NaN])('%d units moved: told by its id, and added to nothing', (units) => {
    const strange = { ...moved('used', 1, 2), id: 'strange', units }
    expect(unitCount([received(6, 1), strange], today)).toMatchObject({
      ...{ used: 0, expected: 6, unreadable: ['strange'], balance: 'unclear' },
    })
  })

  test('an empty box can be counted; less than that cannot', () => {
    expect(unitCount([received(1, 1), moved('used', 1, 2), counted(0, 3)], today).balance).toBe('balanced')
    expect(unitCount([counted(-1, 3)], today).balance).toBe('unclear')
  })

  test('one event whose fields were written in another order is one event', () => {
    const one = { id: 'x', at: 1, kind: 'received', units: 6, lot: 'A' } as const
    const again = { lot: 'A', units: 6, kind: 'received', at: 1, id: 'x' } as const
    expect(unitCount([one, again], today)).toMatchObject({ received: 6, unreadable: [] })
  })

  test('of two counts at one instant the order of their names decides, whichever came in first', () => {
    const [one, other] = [counted(3, 5, 'c-one'), counted(2, 5, 'c-other')]
    const parcel = received(3, 1)
    for (const events of [
      [parcel, one, other],
      [other, one, parcel],
    ])
      expect(unitCount(events, today).latestCount).toMatchObject({ counted: 2, difference: -1 })
  })

  test('two versions of one event: neither counts until somebody says which', () => {
    const one = moved('used', 1, 2)
    expect(unitCount([received(6, 1), one, { ...one, units: 2 }], today)).toMatchObject({
      ...{ used: 0, unreadable: [one.id], balance: 'unclear' },
    })
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a time of %d', (at) => {
    expect(unitCount([moved('used', 1, at)], today).balance).toBe('unclear')
  })
})

describe('whatever happened', () => {
  const at = fc.integer({ min: 0, max: 6 })
  const event: fc.Arbitrary<UnitEvent> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        id: fc.uuid(),
        at,
        kind: fc.constantFrom<Movement['kind']>('received', 'used', 'spoiled', 'returned'),
        lot: fc.constantFrom('A', 'B'),
        units: fc.integer({ min: 1, max: 9 }),
      }),
    },
    fc.record({ id: fc.constantFrom('c', 'd'), at, kind: fc.constant('counted'), units: fc.nat(9) }),
    fc.record({
      id: fc.uuid(),
      at,
      kind: fc.constant('explained'),
      countId: fc.constantFrom('c', 'd'),
      difference: fc.integer({ min: -3, max: 3 }),
    }),
  )
  const events = fc.array(event, { maxLength: 12 })

  test('the order events arrive in does not matter, and twice is once', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    )
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(unitCount(again, today)).toEqual(unitCount(list, today))
      }),
      { numRuns: 500 },
    )
  })

  test('no unit is lost: the lots add up to what came less what went, and a release never goes past a difference', () => {
    fc.assert(
      fc.property(events, (list) => {
        const count = unitCount(list, today)
        const left = count.lots.reduce((sum, lot) => sum + lot.left, 0)
        expect(left).toBe(count.received - count.used - count.spoiled - count.returned)
        if (releaseNeeds(count) === 'nothing') {
          expect(count.expected).toBeGreaterThanOrEqual(0)
          if (count.balance !== 'explained') expect(count.latestCount?.difference ?? 0).toBe(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})
