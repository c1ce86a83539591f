import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allBut,
  answering,
  anyAnswers,
  anyComplete,
  everyFilling,
  type Written,
} from '../../../tests/answering.ts'
import { itq } from './itq.ts'

const zero: Written[] = Array<Written>(9).fill(0)
const four: Written[] = Array<Written>(9).fill(4)
const score = (p: Written[], c: Written[]) => itq.score(answering(itq, [...p, ...c]))

describe('ITQ worked examples', () => {
  test.each<[string, Written[], Written[], string]>([
    ['the PTSD criteria alone', [2, 0, 2, 0, 2, 0, 2, 0, 0], zero, 'ptsd'],
    ['both parts', [3, 3, 2, 2, 3, 1, 2, 2, 1], [2, 0, 3, 3, 0, 2, 2, 0, 0], 'complex-ptsd'],
    ['no function lost to the first part', [4, 4, 4, 4, 4, 4, 1, 1, 1], four, 'self-organisation-only'],
    ['avoidance not endorsed', [4, 4, 0, 1, 4, 4, 4, 4, 4], four, 'self-organisation-only'],
    ['relationships not endorsed', Array<Written>(9).fill(2), [2, 2, 2, 2, 1, 1, 2, 2, 2], 'ptsd'],
    ['one skipped, its pair settles it', ['skip', 3, 2, 2, 2, 2, 2, 0, 0], zero, 'ptsd'],
    ['one skipped, it hangs on that', ['skip', 1, 2, 2, 2, 2, 2, 0, 0], zero, 'undetermined'],
  ])('%s', (_what, p, c, pattern) => {
    expect(score(p, c).pattern).toBe(pattern)
  })

  test('the dimensions are there whatever the pattern: 24 and 24', () => {
    expect(score([4, 4, 4, 4, 4, 4, 1, 1, 1], four)).toMatchObject({
      status: 'complete',
      score: { ptsd: 24, selfOrganisation: 24 },
    })
  })

  test('a settled pattern with a skip is incomplete; an open one is undetermined', () => {
    expect(score(['skip', 3, 2, 2, 2, 2, 2, 0, 0], zero).status).toBe('incomplete')
    expect(score(['skip', 1, 2, 2, 2, 2, 2, 0, 0], zero).status).toBe('undetermined')
  })
})

describe('ITQ criteria', () => {
  const pairs = [
    ['01', '02'],
    ['03', '04'],
    ['05', '06'],
    ['07', '08', '09'],
  ]
  const parts = ['itq-p', 'itq-c'] as const

  test.each(parts.flatMap((part) => pairs.map((pair) => [part, pair] as const)))(
    '%s: nothing endorsed in %j ends the criteria of its part, and of no other',
    (part, pair) => {
      const but = Object.fromEntries(pair.map((number) => [`${part}-${number}`, 1]))
      const result = itq.score(allBut(itq, 2, but))
      expect(result.ptsdCriteria).toBe(part === 'itq-p' ? 'not-met' : 'met')
      expect(result.selfOrganisationCriteria).toBe(part === 'itq-c' ? 'not-met' : 'met')
    },
  )

  test.each(
    parts.flatMap((part) => pairs.flatMap((pair) => pair.map((number) => [part, number, pair] as const))),
  )('%s-%s alone is enough for its group', (part, number, pair) => {
    const but = Object.fromEntries(pair.map((other) => [`${part}-${other}`, other === number ? 2 : 1]))
    expect(itq.score(allBut(itq, 2, but)).pattern).toBe('complex-ptsd')
  })

  test.each([
    [1, 'none'],
    [2, 'complex-ptsd'],
    [3, 'complex-ptsd'],
  ])('all at %i: %s', (value, pattern) => {
    expect(itq.score(allBut(itq, value)).pattern).toBe(pattern)
  })
})

describe('ITQ, whatever was answered', () => {
  test('a pattern is PTSD or the complex one, never both', () => {
    fc.assert(
      fc.property(anyAnswers(itq), (answers) => {
        const { pattern, ptsdCriteria, selfOrganisationCriteria } = itq.score(answers)
        if (pattern === 'ptsd') expect([ptsdCriteria, selfOrganisationCriteria]).toEqual(['met', 'not-met'])
        if (pattern === 'complex-ptsd')
          expect([ptsdCriteria, selfOrganisationCriteria]).toEqual(['met', 'met'])
      }),
    )
  })

  test('is the same as trying every missing answer', () => {
    const gaps = fc.subarray([...itq.items], { maxLength: 4 })
    fc.assert(
      fc.property(anyComplete(itq), gaps, (answers, skipped) => {
        const partly = {
          ...answers,
          ...Object.fromEntries(skipped.map(({ linkId }) => [linkId, 'skipped' as const])),
        }
        const tried = new Set(everyFilling(itq, partly).map((all) => itq.score(all).pattern))
        expect(itq.score(partly).pattern).toBe(tried.size === 1 ? [...tried][0] : 'undetermined')
      }),
      { numRuns: 60 },
    )
  })

  test('criteria once met stay met when an answer rises', () => {
    fc.assert(
      fc.property(anyComplete(itq), fc.constantFrom(...itq.items), (answers, { linkId }) => {
        const before = itq.score(answers)
        const after = itq.score({ ...answers, [linkId]: Math.min(4, (answers[linkId] ?? 0) + 1) })
        if (before.ptsdCriteria === 'met') expect(after.ptsdCriteria).toBe('met')
        if (before.selfOrganisationCriteria === 'met') expect(after.selfOrganisationCriteria).toBe('met')
      }),
    )
  })
})
