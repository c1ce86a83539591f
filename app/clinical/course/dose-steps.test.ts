import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import { type DatedTotal, type SignedDose, stepsWithoutImprovement } from './dose-steps.ts'

const LIMITS: Limits = {
  instruments: { pcl5: { meaningfulChangePoints: 10 }, phq9: { meaningfulChangePoints: 5 } },
}
const doses = (...mg: readonly number[]): SignedDose[] => mg.map((doseMg, i) => ({ at: i * 10, doseMg }))
const totals = (...all: readonly number[]): DatedTotal[] => all.map((total, i) => ({ at: i * 10 + 5, total }))
const steps = (
  mg: readonly number[],
  pcl5: readonly number[],
  phq9: readonly number[] = [],
  limits = LIMITS,
) => stepsWithoutImprovement(doses(...mg), { pcl5: totals(...pcl5), phq9: totals(...phq9) }, limits)

describe('a step is a dose above the one before', () => {
  test.each([
    [[], 0],
    [[50], 0],
    [[50, 50], 0],
    [[50, 40], 0],
    [[50, 60], 1],
    [[50, 60, 60, 70], 2],
    [[50, 60, 50, 60], 2],
  ])('of %j: %d', (mg, expected) => {
    expect(steps(mg, [])).toBe(expected)
  })
})

describe('counted since a total last stood below the first by the meaningful change', () => {
  test.each([
    ['one point too little', [50, 60, 70], [48, 39], 2],
    ['exactly, after the first step', [50, 60, 70], [48, 38], 1],
    ['more', [50, 60, 70], [48, 37], 1],
    ['after both', [50, 60, 70], [48, 48, 38], 0],
    ['the last time counts, not the first', [50, 60, 70], [48, 38, 38], 0],
    ['a fall from a later height is none', [50, 60, 70], [48, 60, 48], 2],
  ])('%s', (_what, mg, pcl5, expected) => {
    expect(steps(mg, pcl5)).toBe(expected)
  })

  test('on either scale', () => {
    expect(steps([50, 60], [48, 48], [20, 16])).toBe(1)
    expect(steps([50, 60], [48, 48], [20, 15])).toBe(0)
  })
})

test('a step in the very moment of an improvement followed it', () => {
  const pcl5 = [
    { at: 0, total: 48 },
    { at: 10, total: 38 },
  ]
  expect(stepsWithoutImprovement(doses(50, 60), { pcl5, phq9: [] }, LIMITS)).toBe(0)
})

test('what nobody signed leaves it unknown, unless there was no step, or no second total', () => {
  const unsigned: Limits = { instruments: { phq9: { meaningfulChangePoints: 5 } } }
  expect(steps([50, 60], [48, 20], [], unsigned)).toBeUndefined()
  expect(steps([50, 50], [48, 20], [], unsigned)).toBe(0)
  expect(steps([50, 60], [48], [], unsigned)).toBe(1)
})
