import { describe, expect, test } from 'vitest'
import { asked, bounds, filled, given, missing, missingCount } from './answers.ts'
import { type Item, NO, numbered, upTo, YES, YES_NO } from './instrument.ts'

const scale = numbered('mood', 3, upTo(3))
const gate: Item = { linkId: 'gate', values: YES_NO }
const behind: Item = { linkId: 'behind', values: YES_NO, askedWhen: [{ linkId: 'gate', is: YES }] }
const gated = [gate, behind]

describe('an answer', () => {
  const item: Item = { linkId: 'a', values: [0, 2, 3] }

  test.each([
    ['a value the item takes', 2, 2],
    ['the lowest value', 0, 0],
    ['a value between that it does not take', 1, undefined],
    ['a value below', -1, undefined],
    ['a value above', 4, undefined],
    ['half a point', 2.5, undefined],
    ['no number', Number.NaN, undefined],
    ['a skip', 'skipped' as const, undefined],
    ['nothing', undefined, undefined],
  ])('that is %s (%s) is read as %s', (_what, answer, value) => {
    expect(given(item, { a: answer })).toBe(value)
  })

  test('to another question does not count', () => {
    expect(given(item, { b: 2 })).toBeUndefined()
  })
})

describe('what is missing', () => {
  test('is told apart: skipped, never reached, and not an answer to this question', () => {
    expect(missing(scale, { 'mood-01': 'skipped', 'mood-03': 9 })).toEqual({
      skipped: ['mood-01'],
      notReached: ['mood-02'],
      invalid: ['mood-03'],
    })
  })

  test('is nothing when every question has an answer', () => {
    const gaps = missing(scale, { 'mood-01': 0, 'mood-02': 3, 'mood-03': 1 })
    expect(missingCount(gaps)).toBe(0)
  })

  test.each([
    ['was answered with no', { gate: NO }, []],
    ['was answered with yes', { gate: YES }, ['behind']],
    ['was skipped', { gate: 'skipped' as const }, []],
  ])('behind a gate that %s is only what was to be asked', (_how, answers, notReached) => {
    expect(missing(gated, answers).notReached).toEqual(notReached)
  })
})

test('a question can be brought up by any of several answers, a skip among them', () => {
  const item: Item = {
    linkId: 'next',
    values: YES_NO,
    askedWhen: [
      { linkId: 'a', is: 'skipped' },
      { linkId: 'b', is: 2 },
    ],
  }
  expect(asked([item], { a: 'skipped' })).toEqual([item])
  expect(asked([item], { b: 2 })).toEqual([item])
  expect(asked([item], { a: 0, b: 1 })).toEqual([])
  expect(asked([item], {})).toEqual([])
})

describe('the two ends of what is missing', () => {
  test('keep what was given and fill the gaps with the lowest and the highest answer', () => {
    const answers = { 'mood-01': 2, 'mood-02': 'skipped' as const }
    expect(filled(scale, answers, 'lowest')).toEqual({ 'mood-01': 2, 'mood-02': 0, 'mood-03': 0 })
    expect(filled(scale, answers, 'highest')).toEqual({ 'mood-01': 2, 'mood-02': 3, 'mood-03': 3 })
    expect(bounds(scale, answers)).toEqual({ from: 2, to: 8 })
  })

  test('are one when nothing is missing', () => {
    expect(bounds(scale, { 'mood-01': 1, 'mood-02': 1, 'mood-03': 3 })).toEqual({ from: 5, to: 5 })
  })

  test('leave out what a closed gate never asked', () => {
    expect(filled(gated, { gate: NO, behind: YES }, 'highest')).toEqual({ gate: NO, behind: NO })
  })

  test('ask, at the upper end, what hangs on a gate nobody answered', () => {
    expect(filled(gated, {}, 'lowest')).toEqual({ gate: NO, behind: NO })
    expect(filled(gated, {}, 'highest')).toEqual({ gate: YES, behind: YES })
    expect(filled(gated, { behind: NO }, 'highest')).toEqual({ gate: YES, behind: NO })
  })

  test('never bend an answer that is out of range: it is as good as missing', () => {
    expect(bounds(scale, { 'mood-01': 4, 'mood-02': 0, 'mood-03': 0 })).toEqual({ from: 0, to: 3 })
  })
})

test('numbered items keep their order as text, and each its own answers', () => {
  const items = numbered('x', 11, upTo(2, 1))
  expect(items.map(({ linkId }) => linkId)).toEqual(items.map(({ linkId }) => linkId).toSorted())
  expect(items[10]).toEqual({ linkId: 'x-11', values: [1, 2] })
  expect(upTo(0)).toEqual([0])
})
