import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswers, everyFilling } from '../../../tests/answering.ts'
import { sum } from './answers.ts'
import { numbered, upTo } from './instrument.ts'
import { holds, reaches, settle, truth } from './truth.ts'

const items = numbered('t', 4, upTo(2))
const totalOf = (values: Readonly<Record<string, unknown>>) =>
  sum(items.map(({ linkId }) => Number(values[linkId])))

test('truth has a third value', () => {
  expect([truth(true), truth(false), truth(undefined)]).toEqual(['met', 'not-met', 'undetermined'])
})

describe('a decision', () => {
  test.each([
    ['is met when the given answers settle it', { 't-01': 2, 't-02': 2 }, 'met'],
    ['is not met when nothing missing could change it', { 't-01': 0, 't-02': 0, 't-03': 0 }, 'not-met'],
    ['is undetermined when it hangs on what is missing', { 't-01': 2, 't-02': 0 }, 'undetermined'],
    ['is undetermined when nothing was answered', {}, 'undetermined'],
  ])('%s', (_what, answers, expected) => {
    expect(holds(items, answers, (values) => totalOf(values) >= 3)).toBe(expected)
  })

  test('with more than two outcomes is settled only when both ends agree', () => {
    const step = (values: Readonly<Record<string, number>>) => Math.floor(totalOf(values) / 3)
    expect(settle(items, { 't-01': 2, 't-02': 1, 't-03': 0, 't-04': 'skipped' }, step)).toBe(1)
    expect(settle(items, { 't-01': 2, 't-02': 1, 't-03': 1, 't-04': 'skipped' }, step)).toBe('undetermined')
  })

  test('agrees with trying every answer that could be missing', () => {
    fc.assert(
      fc.property(anyAnswers({ items }), fc.integer({ min: 0, max: 9 }), (answers, cut) => {
        const tried = new Set(everyFilling({ items }, answers).map((filling) => totalOf(filling) >= cut))
        const expected = tried.size > 1 ? undefined : tried.has(true)
        expect(holds(items, answers, (values) => totalOf(values) >= cut)).toBe(truth(expected))
      }),
    )
  })
})

describe('a cut-off', () => {
  test.each([
    [{ from: 9, to: 9 }, 10, 'not-met'],
    [{ from: 10, to: 10 }, 10, 'met'],
    [{ from: 11, to: 11 }, 10, 'met'],
    [{ from: 10, to: 14 }, 10, 'met'],
    [{ from: 6, to: 9 }, 10, 'not-met'],
    [{ from: 6, to: 10 }, 10, 'undetermined'],
    [{ from: 27, to: 27 }, undefined, 'undetermined'],
  ])('%j against %s is %s', (within, cutOff, expected) => {
    expect(reaches(within, cutOff)).toBe(expected)
  })
})
