import { describe, expect, test } from 'vitest'
import { pcl5Of } from '../../../tests/ordinary-patient.ts'
import { pcl5 } from '../instruments/pcl5.ts'
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
  isNotLoaded,
  isOneOf,
  isOver,
  isPositive,
  judged,
  lacksAny,
  not,
  reading,
  review,
  totalReaches,
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

  test.each([
    ['at-least', { from: 4, to: 9 }, undefined],
    ['at-least', { from: 5, to: 9 }, true],
    ['at-least', { from: 6, to: 9 }, true],
    ['at-least', { from: 1, to: 4 }, false],
    ['at-least', { from: 1, to: 5 }, undefined],
    ['above', { from: 5, to: 9 }, undefined],
    ['below', { from: 1, to: 4 }, true],
    ['below', { from: 1, to: 5 }, undefined],
    ['at-most', { from: 5, to: 6 }, undefined],
    ['at-most', { from: 6, to: 6 }, false],
  ] as const)('%s of what lies between %j holds where both ends say so', (comparison, value, holds) => {
    const limit = { course: { maxSessions: 5 } }
    const found = against(comparison, 'sessions', value, limit, 'course.maxSessions')
    expect(found.holds).toBe(holds)
    expect(found.missing).toEqual(holds === undefined ? [{ kind: 'fact', name: 'sessions' }] : [])
  })

  test('shows both ends, to a tenth, and with no signed number asks for that alone', () => {
    const value = { from: 23.94, to: 34.66 }
    expect(against('at-least', 'sessions', value, {}, path)).toEqual({
      holds: undefined,
      evidence: { sessions: '23.9 to 34.7', [path]: undefined },
      missing: [{ kind: 'limit', name: path }],
    })
  })

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

describe('a question shows what it looked at: what it missed by its name alone, and no "no" that says nothing', () => {
  type Given = {
    fits?: boolean | undefined
    level?: 'low' | 'high' | 'undetermined' | undefined
    list?: readonly string[] | undefined
    count?: number | 'none' | 'no-end' | 'not-loaded' | undefined
  }
  test.each<[string, () => Condition, Condition['holds'], [string, unknown][]]>([
    ['yes', () => is({ fits: true }, 'fits'), true, [['fits', 'yes']]],
    ['no', () => is({ fits: false }, 'fits'), false, []],
    ['yes or no, missing', () => is<Given>({}, 'fits'), undefined, [['fits', undefined]]],
    ['no, asked for', () => isNot({ fits: false }, 'fits'), true, [['fits', 'no']]],
    ['yes, where no was asked for', () => isNot({ fits: true }, 'fits'), false, []],
    ['no, missing', () => isNot<Given>({}, 'fits'), undefined, [['fits', undefined]]],
    [
      'a word',
      () => isOneOf<Given, 'level'>({ level: 'high' }, 'level', ['high']),
      true,
      [['level', 'high']],
    ],
    [
      'another word',
      () => isOneOf<Given, 'level'>({ level: 'low' }, 'level', ['high']),
      false,
      [['level', 'low']],
    ],
    [
      'a word that could not be said',
      () => isOneOf<Given, 'level'>({ level: 'undetermined' }, 'level', ['high']),
      undefined,
      [['level', 'undetermined']],
    ],
    [
      'that word, asked for',
      () => isOneOf<Given, 'level'>({ level: 'undetermined' }, 'level', ['undetermined']),
      true,
      [['level', 'undetermined']],
    ],
    ['a list', () => hasAny({ list: ['a', 'b'] }, 'list'), true, [['list', 'a, b']]],
    ['some of a list', () => hasAny({ list: ['a', 'b'] }, 'list', ['b', 'c']), true, [['list', 'b']]],
    ['nothing of a list', () => hasAny({ list: ['a'] }, 'list', ['c']), false, []],
    ['a list, missing', () => hasAny<Given>({}, 'list'), undefined, [['list', undefined]]],
    [
      'a list that lacks some',
      () => lacksAny({ list: ['a'] }, 'list', ['a', 'b', 'c']),
      true,
      [['list', 'without b, c']],
    ],
    ['a list that lacks none', () => lacksAny({ list: ['a', 'b'] }, 'list', ['a']), false, []],
    ['a list that may lack some', () => lacksAny<Given>({}, 'list', ['a']), undefined, [['list', undefined]]],
    ['one of anything', () => isPositive({ count: 1 }, 'count'), true, [['count', 1]]],
    ['none of anything', () => isPositive({ count: 0 }, 'count'), false, []],
    ['less than none', () => isPositive({ count: -1 }, 'count'), false, []],
    ['a count there is not', () => isPositive<Given>({ count: 'none' }, 'count'), false, []],
    ['a count, missing', () => isPositive<Given>({}, 'count'), undefined, [['count', undefined]]],
    ['days that have run out', () => isOver({ count: -1 }, 'count'), true, [['count', -1]]],
    ['the last day', () => isOver({ count: 0 }, 'count'), false, [['count', 0]]],
    ['days without end', () => isOver<Given>({ count: 'no-end' }, 'count'), false, []],
    ['days, missing', () => isOver<Given>({}, 'count'), undefined, [['count', undefined]]],
    ['a scale nobody loaded', () => isNotLoaded<Given>({ count: 'not-loaded' }, 'count'), true, []],
    ['a scale that was', () => isNotLoaded<Given>({ count: 3 }, 'count'), false, []],
    ['a scale, missing', () => isNotLoaded<Given>({}, 'count'), undefined, [['count', undefined]]],
    [
      'a number',
      () => against('above', 'n', 5, signed, path),
      true,
      [
        ['n', 5],
        [path, 4],
      ],
    ],
    [
      'a number, missing',
      () => against('above', 'n', undefined, signed, path),
      undefined,
      [
        ['n', undefined],
        [path, 4],
      ],
    ],
    ['nothing to compare', () => against('above', 'n', 'none', signed, path), false, [['n', 'none']]],
    ['a pattern that is met', () => reading('scale', 'met', 'pattern'), true, [['scale', 'pattern']]],
    ['a pattern that is not', () => reading('scale', 'not-met', 'pattern'), false, []],
    ['a pattern, missing', () => reading('scale', undefined, 'pattern'), undefined, [['scale', undefined]]],
    [
      'a pattern nobody can tell',
      () => reading('scale', 'undetermined', 'pattern'),
      undefined,
      [['scale', undefined]],
    ],
  ])('%s', (_what, ask, expected, shown) => {
    const { holds, evidence, missing } = ask()
    expect(holds).toBe(expected)
    expect(Object.entries(evidence)).toEqual(shown)
    expect(missing).toEqual(expected === undefined ? [{ kind: 'fact', name: shown[0]?.[0] }] : [])
  })
})

describe('a total against a signed cut-off', () => {
  const cutOff = 'instruments.pcl5.cutOffTotal'
  const limits: Limits = { instruments: { pcl5: { cutOffTotal: 33 } } }
  /** Every answer 1, the last so many left open: 20 less those, up to 4 more for each. */
  const open = (count: number) =>
    pcl5.score(Object.fromEntries(pcl5.items.slice(0, 20 - count).map(({ linkId }) => [linkId, 1])))

  test.each([
    [32, false],
    [33, true],
    [34, true],
  ])('%d of 33: %s', (total, holds) => {
    expect(totalReaches({ pcl5: pcl5Of(total) }, 'pcl5', limits, cutOff)).toEqual({
      ...{ holds, missing: [], evidence: { pcl5: total, [cutOff]: 33 } },
    })
  })

  test('that the open answers could not reach, and one they could', () => {
    expect(totalReaches({ pcl5: open(4) }, 'pcl5', limits, cutOff)).toEqual({
      ...{ holds: false, missing: [], evidence: { pcl5: '16 to 32', [cutOff]: 33 } },
    })
    expect(totalReaches({ pcl5: open(5) }, 'pcl5', limits, cutOff)).toEqual({
      ...{ holds: undefined, missing: [{ kind: 'fact', name: 'pcl5' }] },
      evidence: { pcl5: '15 to 35', [cutOff]: 33 },
    })
  })

  test('that nobody signed lacks the signature, and only with no answers those too', () => {
    expect(totalReaches({ pcl5: pcl5Of(40) }, 'pcl5', {}, cutOff)).toMatchObject({
      ...{ holds: undefined, missing: [{ kind: 'limit', name: cutOff }] },
    })
    const nobody: { pcl5?: ReturnType<typeof pcl5Of> } = {}
    expect(totalReaches(nobody, 'pcl5', {}, cutOff).missing).toEqual([
      { kind: 'fact', name: 'pcl5' },
      { kind: 'limit', name: cutOff },
    ])
    const shown = totalReaches(nobody, 'pcl5', limits, cutOff)
    expect(Object.entries(shown.evidence)).toEqual([
      ['pcl5', undefined],
      [cutOff, 33],
    ])
    expect(shown.missing).toEqual([{ kind: 'fact', name: 'pcl5' }])
  })
})
