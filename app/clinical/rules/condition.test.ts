import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import {
  above,
  advise,
  against,
  below,
  block,
  both,
  type Condition,
  either,
  hasAny,
  is,
  isNot,
  judged,
  lacksAny,
  not,
  review,
} from './condition.ts'

const signed: Limits = { course: { maxSessions: 4 } }
const path = 'course.maxSessions'
const YES: Condition = { holds: true, evidence: { yes: 1 }, missing: [] }
const NO: Condition = { holds: false, evidence: {}, missing: [] }
const OPEN: Condition = { holds: undefined, evidence: {}, missing: [{ kind: 'fact', name: 'open' }] }

describe('a comparison', () => {
  test.each([
    ['at-least', 3, false],
    ['at-least', 4, true],
    ['above', 4, false],
    ['above', 5, true],
    ['below', 4, false],
    ['below', 3, true],
    ['at-most', 4, true],
    ['at-most', 5, false],
  ] as const)('%s the limit of 4: %i is %s', (comparison, value, holds) => {
    expect(against(comparison, 'sessions', value, signed, path).holds).toBe(holds)
  })

  test.each([undefined, Number.NaN, 'not-known', 'undetermined', ''])('with %s is unknown', (value) => {
    expect(against('at-least', 'sessions', value, signed, path)).toMatchObject({
      holds: undefined,
      missing: [{ kind: 'fact', name: 'sessions' }],
    })
  })

  test.each(['not-loaded', 'not-needed', 'exempt', 'none', 'never'])(
    'with %s has nothing to compare',
    (word) => {
      expect(against('at-least', 'sessions', word, {}, path)).toMatchObject({ holds: false, missing: [] })
    },
  )

  test('names the fact and the limit that are both missing', () => {
    expect(above({} as { days?: number }, 'days', {}, path).missing).toEqual([
      { kind: 'fact', name: 'days' },
      { kind: 'limit', name: path },
    ])
    expect(below({ days: 3 }, 'days', {}, path).missing).toEqual([{ kind: 'limit', name: path }])
  })
})

test('of two, both: one no settles it, and one open leaves it open', () => {
  expect(both(YES, YES).holds).toBe(true)
  expect(both(NO, OPEN)).toMatchObject({ holds: false, missing: [] })
  expect(both(YES, OPEN)).toMatchObject({ holds: undefined, missing: OPEN.missing })
})

test('of two, either: one yes settles it, and one open leaves it open', () => {
  expect(either(NO, NO).holds).toBe(false)
  expect(either(YES, OPEN)).toMatchObject({ holds: true, missing: [] })
  expect(either(NO, OPEN)).toMatchObject({ holds: undefined, missing: OPEN.missing })
})

test('the other way round, unknown stays unknown', () => {
  expect([YES, NO, OPEN].map((condition) => not(condition).holds)).toEqual([false, true, undefined])
  expect([true, false, undefined].map((fits) => is({ fits }, 'fits').holds)).toEqual([true, false, undefined])
  expect([true, false, undefined].map((fits) => isNot({ fits }, 'fits').holds)).toEqual([
    false,
    true,
    undefined,
  ])
})

test('a list that was asked for and is empty is no, and one that was not is unknown', () => {
  type Given = { list?: readonly string[] }
  const lists: Given[] = [{ list: ['a', 'b'] }, { list: [] }, {}]
  expect(lists.map((given) => hasAny(given, 'list').holds)).toEqual([true, false, undefined])
  expect(lists.map((given) => hasAny(given, 'list', ['c']).holds)).toEqual([false, false, undefined])
  expect(lists.map((given) => lacksAny(given, 'list', ['a']).holds)).toEqual([false, true, undefined])
})

describe('a judgement', () => {
  test('is the strongest that holds', () => {
    expect(judged(advise(YES), review(YES), block(NO)).outcome).toBe('review')
    expect(judged(advise(NO), review(NO)).outcome).toBe('clear')
  })

  test('is unknown where what is open could be stronger, and keeps what holds already', () => {
    expect(judged(block(OPEN), review(YES))).toMatchObject({
      outcome: 'unknown',
      atLeast: 'review',
      missing: OPEN.missing,
    })
    expect(judged(block(OPEN), review(NO))).toMatchObject({ outcome: 'unknown', atLeast: undefined })
  })

  test('is settled where what is open could not be stronger', () => {
    expect(judged(block(YES), review(OPEN)).outcome).toBe('block')
    expect(judged(review(YES), advise(OPEN)).outcome).toBe('review')
    expect(judged(review(YES), review(OPEN)).outcome).toBe('review')
  })

  test('shows what two questions saw of one fact side by side', () => {
    const total: Condition = { holds: true, evidence: { scale: 34 }, missing: [] }
    const pattern: Condition = { holds: true, evidence: { scale: 'pattern met' }, missing: [] }
    expect(judged(review(total), advise(pattern), advise(total)).evidence.scale).toBe('34; pattern met')
  })
})
