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
import { phq2 } from './phq2.ts'
import { phq9 } from './phq9.ts'
import { reaches } from './truth.ts'

const score = (written: Written[]) => phq9.score(answering(phq9, written))

describe('PHQ-9 worked examples', () => {
  test.each<[string, Written[], number, string, string, string]>([
    ['all 0', [0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal', 'not-met', 'undetermined'],
    ['five at 2, function very difficult', [2, 2, 2, 2, 2, 0, 0, 0, 0, 2], 10, 'moderate', 'not-met', 'met'],
    ['all 1, function somewhat difficult', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 9, 'mild', 'met', 'not-met'],
    ['item 9 alone, function not difficult', [0, 0, 0, 0, 0, 0, 0, 0, 3, 0], 3, 'minimal', 'met', 'not-met'],
    ['all 3, function extremely difficult', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe', 'met', 'met'],
  ])('%s', (_what, written, total, band, selfHarmThoughts, functionalImpairment) => {
    expect(score(written)).toMatchObject({
      status: 'complete',
      score: { total, band },
      selfHarmThoughts,
      functionalImpairment,
    })
  })

  test('five at 2 with the first two among them: the major pattern', () => {
    expect(score([2, 2, 2, 2, 2, 0, 0, 0, 0]).depressivePattern).toBe('major')
  })

  test('item 9 at 3 stands out at a total that is minimal', () => {
    expect(score([0, 0, 0, 0, 0, 0, 0, 0, 3])).toMatchObject({ item9: 3, score: { band: 'minimal' } })
  })

  test('one skipped: 16 over eight answers is 18, moderately severe, and it says prorated', () => {
    expect(score([2, 2, 3, 3, 2, 2, 2, 'skip', 0, 2])).toMatchObject({
      status: 'prorated',
      score: { total: 18, band: 'moderately-severe' },
      skipped: ['phq9-08'],
      selfHarmThoughts: 'not-met',
      functionalImpairment: 'met',
    })
  })

  test('item 9 skipped: no total, though eight were answered; the eight make 17', () => {
    const result = score([2, 2, 3, 3, 2, 2, 2, 1, 'skip', 2])
    expect(result).toMatchObject({
      status: 'incomplete',
      skipped: ['phq9-09'],
      selfHarmThoughts: 'undetermined',
      item9: undefined,
      bounds: { from: 17, to: 20 },
    })
    expect(result).not.toHaveProperty('score')
  })

  test('three skipped: not enough answers', () => {
    expect(score([2, 2, 'skip', 'skip', 'skip', 1, 1, 1, 0])).toMatchObject({
      status: 'incomplete',
      skipped: ['phq9-03', 'phq9-04', 'phq9-05'],
      selfHarmThoughts: 'not-met',
    })
  })
})

describe('PHQ-9 bands: below, at, above', () => {
  test.each([
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [6, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [11, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately-severe'],
    [16, 'moderately-severe'],
    [19, 'moderately-severe'],
    [20, 'severe'],
    [21, 'severe'],
    [27, 'severe'],
  ])('%i is %s', (total, band) => {
    const written = Array.from({ length: 9 }, (_, i) => Math.max(0, Math.min(3, total - 3 * i)))
    expect(score(written)).toMatchObject({ score: { total, band } })
  })
})

describe('PHQ-9 item 9', () => {
  test.each<[Written, string]>([
    [0, 'not-met'],
    [1, 'met'],
    [2, 'met'],
    [3, 'met'],
    ['skip', 'undetermined'],
    ['-', 'undetermined'],
    [4, 'undetermined'],
    [-1, 'undetermined'],
  ])('answered %s is %s', (ninth, expected) => {
    expect(score([0, 0, 0, 0, 0, 0, 0, 0, ninth]).selfHarmThoughts).toBe(expected)
  })

  test('is marked as one to look at when it is given', () => {
    expect(phq9.items.filter(({ isSafety }) => isSafety).map(({ linkId }) => linkId)).toEqual(['phq9-09'])
  })

  test('is never estimated: no answers to the other eight make a total without it', () => {
    fc.assert(
      fc.property(anyAnswers(phq9), (answers) => {
        expect(phq9.score({ ...answers, 'phq9-09': 'skipped' })).not.toHaveProperty('score')
      }),
    )
  })

  test('is read the same whatever else was answered', () => {
    fc.assert(
      fc.property(anyAnswers(phq9), fc.constantFrom(0, 1, 2, 3), (answers, ninth) => {
        const expected = ninth > 0 ? 'met' : 'not-met'
        expect(phq9.score({ ...answers, 'phq9-09': ninth }).selfHarmThoughts).toBe(expected)
      }),
    )
  })
})

describe('PHQ-9 depressive pattern', () => {
  test.each<[string, Written[], string]>([
    ['four symptoms', [2, 2, 2, 2, 1, 1, 1, 1, 0], 'other'],
    ['five symptoms', [2, 0, 2, 2, 2, 2, 0, 0, 0], 'major'],
    ['five with item 9 on several days', [2, 0, 2, 2, 2, 0, 0, 0, 1], 'major'],
    ['five without the first two', [1, 1, 2, 2, 2, 2, 2, 0, 0], 'none'],
    ['two symptoms', [0, 2, 2, 0, 0, 0, 0, 0, 0], 'other'],
    ['one symptom', [0, 3, 1, 1, 1, 1, 1, 1, 0], 'none'],
    ['five, the first skipped', ['skip', 2, 2, 2, 2, 2, 0, 0, 0], 'major'],
    ['four, the first skipped', ['skip', 2, 2, 2, 2, 0, 0, 0, 0], 'undetermined'],
    ['nothing answered', [], 'undetermined'],
  ])('%s: %s is %s', (_what, written, expected) => {
    expect(score(written).depressivePattern).toBe(expected)
  })

  test('is the same as trying every missing answer', () => {
    const gap = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { maxLength: 4 })
    fc.assert(
      fc.property(anyComplete(phq9), gap, (answers, numbers) => {
        const skipped = Object.fromEntries(numbers.map((number) => [`phq9-0${number}`, 'skipped' as const]))
        const partly = { ...answers, ...skipped }
        const tried = new Set(everyFilling(phq9, partly).map((all) => phq9.score(all).depressivePattern))
        expect(phq9.score(partly).depressivePattern).toBe(tried.size === 1 ? [...tried][0] : 'undetermined')
      }),
    )
  })
})

describe('PHQ-9 question about function', () => {
  test.each<[Written, string]>([
    [0, 'not-met'],
    [1, 'not-met'],
    [2, 'met'],
    [3, 'met'],
    ['skip', 'undetermined'],
    ['-', 'undetermined'],
  ])('answered %s is %s, and changes no total', (tenth, expected) => {
    const result = score([1, 0, 0, 0, 0, 0, 0, 0, 0, tenth])
    expect(result).toMatchObject({ status: 'complete', score: { total: 1 }, functionalImpairment: expected })
  })
})

describe('PHQ-9, whatever was answered', () => {
  test('never falls when one answer rises', () => {
    fc.assert(
      fc.property(anyComplete(phq9), fc.integer({ min: 1, max: 9 }), (answers, number) => {
        const linkId = `phq9-0${number}`
        const raised = phq9.score({ ...answers, [linkId]: Math.min(3, (answers[linkId] ?? 0) + 1) })
        expect(raised.bounds.from).toBeGreaterThanOrEqual(phq9.score(answers).bounds.from)
      }),
    )
  })

  test.each([
    ['one', { 'phq9-01': 'skipped' }, 'prorated'],
    ['two', { 'phq9-01': 'skipped', 'phq9-02': undefined }, 'prorated'],
    ['three', { 'phq9-01': 'skipped', 'phq9-02': undefined, 'phq9-03': 'skipped' }, 'incomplete'],
  ] as const)('%s missing: %s', (_number, but, status) => {
    expect(phq9.score(allBut(phq9, 1, but)).status).toBe(status)
  })

  test('an answer out of range is never estimated away', () => {
    expect(phq9.score(allBut(phq9, 1, { 'phq9-03': 4 }))).toMatchObject({
      status: 'incomplete',
      invalid: ['phq9-03'],
    })
  })
})

describe('PHQ-2', () => {
  test.each<[Written[], number | undefined, string, string]>([
    [[0, 0], 0, 'not-met', 'not-met'],
    [[1, 0], 1, 'not-met', 'not-met'],
    [[1, 1], 2, 'met', 'not-met'],
    [[2, 1], 3, 'met', 'met'],
    [[2, 2], 4, 'met', 'met'],
    [[3, 3], 6, 'met', 'met'],
    [[3, 'skip'], undefined, 'met', 'met'],
    [[2, 'skip'], undefined, 'met', 'undetermined'],
    [['skip', 0], undefined, 'undetermined', 'undetermined'],
    [['-', '-'], undefined, 'undetermined', 'undetermined'],
  ])('%j: total %s, at a cut-off of 2 %s, of 3 %s', (written, total, at2, at3) => {
    const result = phq2.score(answering(phq2, written))
    expect('score' in result ? result.score.total : undefined).toBe(total)
    expect([reaches(result.bounds, 2), reaches(result.bounds, 3)]).toEqual([at2, at3])
  })

  test('estimates nothing from one answer', () => {
    expect(phq2.score(answering(phq2, [3, 'skip'])).status).toBe('incomplete')
  })
})
