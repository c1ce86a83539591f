import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBut, answering, anyComplete, type Written } from '../../../tests/answering.ts'
import { gad2 } from './gad2.ts'
import { gad7 } from './gad7.ts'
import { reaches } from './truth.ts'

const score = (written: Written[]) => gad7.score(answering(gad7, written))

describe('GAD-7 worked examples', () => {
  test.each<[Written[], number, string]>([
    [[0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    [[2, 2, 1, 1, 1, 1, 2], 10, 'moderate'],
    [[1, 1, 1, 1, 1, 1, 1], 7, 'mild'],
    [[3, 3, 3, 3, 3, 3, 3], 21, 'severe'],
  ])('%j is %i, %s', (written, total, band) => {
    expect(score(written)).toMatchObject({ status: 'complete', score: { total, band } })
  })

  test('one skipped: 12 over six answers is 14, moderate, and it says prorated', () => {
    expect(score([3, 3, 'skip', 2, 2, 1, 1])).toMatchObject({
      status: 'prorated',
      score: { total: 14, band: 'moderate' },
      skipped: ['gad7-03'],
      bounds: { from: 12, to: 15 },
    })
  })

  test('two skipped: no total', () => {
    const result = score([3, 3, 'skip', 'skip', 2, 1, 1])
    expect(result.status).toBe('incomplete')
    expect(result).not.toHaveProperty('score')
  })
})

describe('GAD-7 bands and cut-offs: below, at, above', () => {
  const of = (total: number) =>
    score(Array.from({ length: 7 }, (_, i) => Math.max(0, Math.min(3, total - 3 * i))))

  test.each([
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [6, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [11, 'moderate'],
    [14, 'moderate'],
    [15, 'severe'],
    [16, 'severe'],
    [21, 'severe'],
  ])('%i is %s', (total, band) => {
    expect(of(total)).toMatchObject({ score: { total, band } })
  })

  test.each([
    [7, 'not-met', 'not-met'],
    [8, 'met', 'not-met'],
    [9, 'met', 'not-met'],
    [10, 'met', 'met'],
    [11, 'met', 'met'],
  ])('%i against 8 is %s, against 10 %s', (total, at8, at10) => {
    expect([reaches(of(total).bounds, 8), reaches(of(total).bounds, 10)]).toEqual([at8, at10])
  })
})

describe('GAD-7, whatever was answered', () => {
  test('never falls when one answer rises', () => {
    fc.assert(
      fc.property(anyComplete(gad7), fc.constantFrom(...gad7.items), (answers, { linkId }) => {
        const raised = gad7.score({ ...answers, [linkId]: Math.min(3, (answers[linkId] ?? 0) + 1) })
        expect(raised.bounds.from).toBeGreaterThanOrEqual(gad7.score(answers).bounds.from)
      }),
    )
  })

  test('an answer out of range is never estimated away', () => {
    expect(gad7.score(allBut(gad7, 1, { 'gad7-07': -1 }))).toMatchObject({
      status: 'incomplete',
      invalid: ['gad7-07'],
    })
  })
})

describe('GAD-2', () => {
  test.each<[Written[], number | undefined, string]>([
    [[0, 0], 0, 'not-met'],
    [[1, 1], 2, 'not-met'],
    [[2, 1], 3, 'met'],
    [[2, 2], 4, 'met'],
    [[3, 3], 6, 'met'],
    [[3, 'skip'], undefined, 'met'],
    [['skip', 2], undefined, 'undetermined'],
    [['skip', 'skip'], undefined, 'undetermined'],
  ])('%j: total %s, at a cut-off of 3 %s', (written, total, at3) => {
    const result = gad2.score(answering(gad2, written))
    expect('score' in result ? result.score.total : undefined).toBe(total)
    expect(reaches(result.bounds, 3)).toBe(at3)
  })

  test('a GAD-7 of all 1 has a GAD-2 below the cut-off', () => {
    expect(reaches(gad2.score(allBut(gad2, 1)).bounds, 3)).toBe('not-met')
  })
})
