import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import { anyOfKnown, onlyIf, type Side, standsAbove, withinSigned } from './comparing.ts'
import type { Condition } from './condition.ts'

const path = 'instruments.dssB.risePoints'
const signed: Limits = { instruments: { dssB: { risePoints: 8 } } }
const now = (value: Side['value']): Side => ({ name: 'now', value })
const earlier = (value: Side['value']): Side => ({ name: 'earlier', value })
const fact = (name: string) => ({ kind: 'fact', name }) as const
const limit = { kind: 'limit', name: path } as const
const above = (upper: Side['value'], lower: Side['value'], limits = signed) =>
  standsAbove(now(upper), earlier(lower), limits, path)

const YES: Condition = { holds: true, evidence: { yes: 1 }, missing: [] }
const NO: Condition = { holds: false, evidence: { no: 1 }, missing: [] }
const OPEN: Condition = { holds: undefined, evidence: {}, missing: [fact('open')] }

describe('one number so far above another', () => {
  test.each([
    [12, 5, false],
    [13, 5, true],
    [14, 5, true],
    [5, 13, false],
  ])('%d and %d, signed 8: %s', (upper, lower, holds) => {
    expect(above(upper, lower)).toEqual({
      ...{ holds, missing: [], evidence: { now: upper, earlier: lower, [path]: 8 } },
    })
  })

  test('whatever the open answers are, or nobody can say, and then those answers are missing', () => {
    expect(above({ from: 13, to: 20 }, 5)).toMatchObject({ holds: true, evidence: { now: '13 to 20' } })
    expect(above({ from: 1, to: 12 }, 5)).toMatchObject({ holds: false })
    expect(above({ from: 12, to: 13 }, 5)).toMatchObject({ holds: undefined, missing: [fact('now')] })
    expect(above(13, { from: 5, to: 6 })).toMatchObject({ holds: undefined, missing: [fact('earlier')] })
    expect(above({ from: 12, to: 14 }, { from: 5, to: 6 }).missing).toEqual([fact('now'), fact('earlier')])
    expect(above({ from: 13, to: 13 }, 5)).toMatchObject({ holds: true, evidence: { now: 13 } })
  })

  test('with nothing before it stands above nothing', () => {
    expect(above(40, 'none', {})).toMatchObject({ holds: false, missing: [], evidence: { earlier: 'none' } })
    expect(above('none', 3, {})).toMatchObject({ holds: false, missing: [] })
  })

  test('names each thing that is missing, and nothing that is there', () => {
    expect(above(undefined, 5).missing).toEqual([fact('now')])
    expect(above(5, Number.NaN).missing).toEqual([fact('earlier')])
    expect(above(20, 5, {}).missing).toEqual([limit])
    expect(above({ from: 1, to: 9 }, 5, {}).missing).toEqual([limit])
    expect(above(undefined, undefined, {}).missing).toEqual([fact('now'), fact('earlier'), limit])
  })
})

test('a no leans on the signed window it was asked about; a yes stands without', () => {
  expect(withinSigned(YES, {}, path)).toBe(YES)
  expect(withinSigned(NO, signed, path)).toBe(NO)
  expect(withinSigned(NO, {}, path)).toEqual({ ...NO, holds: undefined, missing: [limit] })
  expect(withinSigned(OPEN, {}, path).missing).toEqual([fact('open'), limit])
})

test('a second question is asked only where the first is a yes, and an open first leaves all open', () => {
  expect(onlyIf(YES, NO).holds).toBe(false)
  expect(onlyIf(YES, YES).holds).toBe(true)
  expect(onlyIf(NO, OPEN)).toMatchObject({ holds: false, missing: [] })
  expect(onlyIf(OPEN, NO)).toBe(OPEN)
})

test('of several that have all to be known, one that is open leaves them open beside a yes', () => {
  expect(anyOfKnown(NO, YES).holds).toBe(true)
  expect(anyOfKnown(NO, NO).holds).toBe(false)
  expect(anyOfKnown(YES, OPEN)).toEqual({ holds: undefined, evidence: { yes: 1 }, missing: OPEN.missing })
})
