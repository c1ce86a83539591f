import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBut, answering, anyAnswers, anyComplete, type Written } from '../../../tests/answering.ts'
import { auditC } from './audit-c.ts'
import { dast10 } from './dast10.ts'
import { reaches } from './truth.ts'

const Y = 1
const N = 0

describe('DAST-10', () => {
  /** A person without drug use answers no to all and yes to item 3, "always able to stop". */
  const none = (but = {}) => allBut(dast10, N, { 'dast10-03': Y, ...but })

  test.each([
    ['no, and yes to item 3', none(), 0, 'none', 'not-met'],
    ['no to all, item 3 among them', allBut(dast10, N), 1, 'low', 'met'],
    [
      '1 yes, 3 no, 6 yes',
      none({ 'dast10-01': Y, 'dast10-03': N, 'dast10-06': Y }),
      3,
      'moderate',
      'not-met',
    ],
    ['yes to all but item 3', allBut(dast10, Y, { 'dast10-03': N }), 10, 'severe', 'not-met'],
    ['yes to all', allBut(dast10, Y), 9, 'severe', 'not-met'],
  ] as const)('%s: %s', (_what, answers, total, band, onlyItem3) => {
    expect(dast10.score(answers)).toMatchObject({ status: 'complete', score: { total, band }, onlyItem3 })
  })

  test.each([
    [0, 'none'],
    [1, 'low'],
    [2, 'low'],
    [3, 'moderate'],
    [4, 'moderate'],
    [5, 'moderate'],
    [6, 'substantial'],
    [7, 'substantial'],
    [8, 'substantial'],
    [9, 'severe'],
    [10, 'severe'],
  ])('%i points is %s', (points, band) => {
    const numbers = ['01', '02', '04', '05', '06', '07', '08', '09', '10'].slice(0, Math.min(points, 9))
    const but = Object.fromEntries(numbers.map((number) => [`dast10-${number}`, Y]))
    const answers = none({ ...but, 'dast10-03': points === 10 ? N : Y })
    expect(dast10.score(answers)).toMatchObject({ score: { total: points, band } })
  })

  test('item 3 skipped: no total, one point open, and the others tell whether it could be the only one', () => {
    expect(dast10.score(none({ 'dast10-03': 'skipped' }))).toMatchObject({
      status: 'incomplete',
      bounds: { from: 0, to: 1 },
      onlyItem3: 'undetermined',
    })
    expect(dast10.score(none({ 'dast10-03': 'skipped', 'dast10-05': Y })).onlyItem3).toBe('not-met')
  })

  test.each([
    [2, 'not-met'],
    [3, 'met'],
    [4, 'met'],
  ])('%i yeses against a cut-off of 3: %s', (count, expected) => {
    const yeses = ['dast10-01', 'dast10-02', 'dast10-04', 'dast10-05'].slice(0, count)
    const result = dast10.score(none(Object.fromEntries(yeses.map((linkId) => [linkId, Y]))))
    expect(reaches(result.bounds, 3)).toBe(expected)
  })

  test('rises with every yes, and falls with the yes to item 3', () => {
    fc.assert(
      fc.property(anyComplete(dast10), fc.constantFrom(...dast10.items), (answers, { linkId }) => {
        const no = dast10.score({ ...answers, [linkId]: N }).bounds.from
        const yes = dast10.score({ ...answers, [linkId]: Y }).bounds.from
        expect(yes - no).toBe(linkId === 'dast10-03' ? -1 : 1)
      }),
    )
  })
})

describe('AUDIT-C', () => {
  const score = (written: Written[]) => auditC.score(answering(auditC, written))
  const MEN = 4
  const WOMEN = 3

  test.each<[string, Written[], number, string, string, string]>([
    ['never drinks, the rest is not asked', [0], 0, 'not-met', 'not-met', 'not-met'],
    ['all from how often', [3, 0, 0], 3, 'not-met', 'met', 'met'],
    ['four points', [2, 1, 1], 4, 'met', 'met', 'not-met'],
    ['three points', [2, 1, 0], 3, 'not-met', 'met', 'not-met'],
    ['two points', [1, 1, 0], 2, 'not-met', 'not-met', 'not-met'],
    ['five points', [3, 1, 1], 5, 'met', 'met', 'not-met'],
    ['the most', [4, 4, 4], 12, 'met', 'met', 'not-met'],
  ])('%s: %j', (_what, written, total, men, women, onlyFrequency) => {
    const result = score(written)
    expect(result).toMatchObject({ status: 'complete', score: { total }, onlyFrequency })
    expect([reaches(result.bounds, MEN), reaches(result.bounds, WOMEN)]).toEqual([men, women])
  })

  test('the amount skipped: 3 to 7, so positive for a woman and undetermined for a man', () => {
    const result = score([2, 'skip', 1])
    expect(result).toMatchObject({ status: 'incomplete', bounds: { from: 3, to: 7 } })
    expect([reaches(result.bounds, MEN), reaches(result.bounds, WOMEN)]).toEqual(['undetermined', 'met'])
  })

  test('how often skipped: the rest is asked, and nothing is called negative', () => {
    const result = score(['skip', 0, 0])
    expect(result).toMatchObject({ status: 'incomplete', onlyFrequency: 'undetermined' })
    expect(reaches(result.bounds, WOMEN)).toBe('undetermined')
  })

  test('answers left over from before “never” count for nothing', () => {
    expect(score([0, 4, 4])).toMatchObject({ status: 'complete', score: { total: 0 } })
  })

  test('how often, with the rest skipped, may be all there is', () => {
    expect(score([3, 'skip', 'skip']).onlyFrequency).toBe('undetermined')
    expect(score([3, 0, 'skip']).onlyFrequency).toBe('undetermined')
    expect(score([3, 'skip', 2]).onlyFrequency).toBe('not-met')
  })

  test('never leaves 0 to 12', () => {
    fc.assert(
      fc.property(anyAnswers(auditC), (answers) => {
        const { from, to } = auditC.score(answers).bounds
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(12)
        expect(from).toBeLessThanOrEqual(to)
      }),
    )
  })
})
