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
import { cadss6 } from './cadss6.ts'
import { change } from './change.ts'
import { icsi } from './icsi.ts'
import { isi } from './isi.ts'
import { kset, ksetOf } from './kset.ts'
import { mdq } from './mdq.ts'
import { stopBang } from './stop-bang.ts'
import { who5 } from './who5.ts'
import { wsas } from './wsas.ts'

const Y = 1
const N = 0

describe('MDQ', () => {
  /** `yeses` of the thirteen, then together and problem. */
  const score = (yeses: number, together: Written, problem: Written) =>
    mdq.score(
      answering(mdq, [...Array.from({ length: 13 }, (_, i) => (i < yeses ? Y : N)), together, problem]),
    )

  test.each<[string, number, Written, Written, string, string]>([
    ['all thirteen, together, a minor problem: negative, and asked about', 13, Y, 1, 'not-met', 'met'],
    ['seven, together, moderate', 7, Y, 2, 'met', 'met'],
    ['seven, together, serious', 7, Y, 3, 'met', 'met'],
    ['eight, together, moderate', 8, Y, 2, 'met', 'met'],
    ['six, together, serious', 6, Y, 3, 'not-met', 'not-met'],
    ['seven, not together, serious', 7, N, 3, 'not-met', 'met'],
    ['seven, together is skipped, serious', 7, 'skip', 3, 'undetermined', 'met'],
    ['six, together is skipped, serious: it changes nothing', 6, 'skip', 3, 'not-met', 'not-met'],
    ['none', 0, '-', '-', 'not-met', 'not-met'],
  ])('%s', (_what, yeses, together, problem, positive, manySymptoms) => {
    expect(score(yeses, together, problem)).toMatchObject({ positive, manySymptoms })
  })

  test('no yes at all, and the last two are not asked', () => {
    expect(score(0, '-', '-').status).toBe('complete')
    expect(score(1, '-', '-').status).toBe('incomplete')
  })

  test('is the same as trying every missing answer', () => {
    fc.assert(
      fc.property(anyComplete(mdq), fc.subarray([...mdq.items], { maxLength: 4 }), (answers, skipped) => {
        const partly = {
          ...answers,
          ...Object.fromEntries(skipped.map(({ linkId }) => [linkId, 'skipped' as const])),
        }
        const tried = new Set(everyFilling(mdq, partly).map((all) => mdq.score(all).positive))
        expect(mdq.score(partly).positive).toBe(tried.size === 1 ? [...tried][0] : 'undetermined')
      }),
    )
  })
})

describe('CADSS-6', () => {
  const score = (written: Written[]) => cadss6.score(answering(cadss6, written))

  test.each<[Written[], number]>([
    [[0, 0, 0, 0, 0, 0], 0],
    [[1, 1, 1, 0, 1, 0], 4],
    [[3, 4, 2, 2, 3, 1], 15],
    [[4, 4, 4, 4, 4, 4], 24],
  ])('%j is %i', (written, total) => {
    expect(score(written)).toMatchObject({ status: 'complete', score: { total } })
  })

  test('one without an answer: no total, nobody is scored asleep', () => {
    expect(score([2, 2, 'skip', 2, 2, 2]).status).toBe('incomplete')
  })

  test.each([
    [3, 'not-met'],
    [4, 'not-met'],
    [5, 'met'],
  ])('a rise of %i is more than 4: %s', (rise, expected) => {
    expect(change(0, rise, { meaningfulPoints: 5 }).isMeaningful).toBe(expected)
  })
})

describe('KSET', () => {
  const loaded = ksetOf([
    { name: 'dizziness' },
    { name: 'nausea' },
    { name: 'vomiting' },
    { name: 'blood-in-urine', isLookedAtFromMild: true },
    { name: 'craving', isLookedAtFromMild: true },
  ])
  const score = (written: Written[]) => loaded.score(answering(loaded, written))

  test.each<[string, Written[], string, string[]]>([
    ['dizziness 2, nausea 1', [2, 1, 0, 0, 0], 'not-met', []],
    ['vomiting 3', [0, 0, 3, 0, 0], 'met', ['kset-vomiting']],
    ['blood in urine 1', [0, 0, 0, 1, 0], 'met', ['kset-blood-in-urine']],
    ['craving 1', [0, 0, 0, 0, 1], 'met', ['kset-craving']],
    ['all moderate, of the ordinary ones', [2, 2, 2, 0, 0], 'not-met', []],
    ['one skipped', [0, 0, 0, 0, 'skip'], 'undetermined', []],
    ['one skipped, another severe', [3, 'skip', 0, 0, 0], 'met', ['kset-dizziness']],
  ])('%s', (_what, written, needsReview, toReview) => {
    expect(score(written)).toMatchObject({ needsReview, toReview })
  })

  test('as shipped it is an empty slot, and every response to it undetermined', () => {
    expect(kset.items).toEqual([])
    expect(kset.score({})).toMatchObject({ status: 'undetermined', needsReview: 'undetermined' })
    expect(kset.score({ 'kset-craving': 1 }).status).toBe('undetermined')
  })
})

describe('ICSI', () => {
  const score = (written: Written[]) => icsi.score(answering(icsi, written))

  test.each<[Written[], number]>([
    [[1, 1, 1, 0], 3],
    [[2, 2, 2, 0], 6],
    [[0, 0, 0, 0], 0],
    [[5, 5, 5, 5], 20],
  ])('%j is %i', (written, total) => {
    expect(score(written)).toMatchObject({ status: 'complete', score: { total } })
  })

  test.each([
    [5, 'not-met'],
    [6, 'met'],
    [7, 'met'],
  ])('from 3 to %i, by a rise of 3: %s', (now, expected) => {
    expect(change(3, now, { meaningfulPoints: 3 })).toMatchObject({
      direction: 'worse',
      isMeaningful: expected,
    })
  })

  test('one skipped: no total', () => {
    expect(score([5, 5, 'skip', 5])).toMatchObject({ status: 'incomplete', bounds: { from: 15, to: 20 } })
  })

  test('the last question has no answer worth 1', () => {
    expect(score([1, 1, 1, 1])).toMatchObject({ status: 'incomplete', invalid: ['icsi-04'] })
  })
})

describe('ISI', () => {
  const score = (written: Written[]) => isi.score(answering(isi, written))

  test.each<[Written[], number, string]>([
    [[0, 0, 0, 0, 0, 0, 0], 0, 'none'],
    [[2, 2, 1, 2, 1, 1, 1], 10, 'subthreshold'],
    [[3, 3, 2, 3, 2, 2, 1], 16, 'moderate'],
    [[4, 4, 4, 4, 4, 4, 4], 28, 'severe'],
  ])('%j is %i, %s', (written, total, band) => {
    expect(score(written)).toMatchObject({ score: { total, band } })
  })

  test.each([
    [7, 'none'],
    [8, 'subthreshold'],
    [9, 'subthreshold'],
    [14, 'subthreshold'],
    [15, 'moderate'],
    [16, 'moderate'],
    [21, 'moderate'],
    [22, 'severe'],
    [23, 'severe'],
  ])('%i is %s', (total, band) => {
    const written = Array.from({ length: 7 }, (_, i) => Math.max(0, Math.min(4, total - 4 * i)))
    expect(score(written)).toMatchObject({ score: { total, band } })
  })

  test('one skipped: no total', () => {
    expect(score([2, 2, 'skip', 2, 1, 1, 1]).status).toBe('incomplete')
  })
})

describe('STOP-BANG', () => {
  const of = (...yes: string[]) =>
    stopBang.score(
      Object.fromEntries(
        stopBang.items.map(({ linkId }) => [linkId, yes.includes(linkId.replace('stop-bang-', '')) ? Y : N]),
      ),
    )

  test.each([
    [['snoring', 'tired', 'male'], 3, 'high'],
    [['age', 'bmi'], 2, 'low'],
    [['observed', 'pressure', 'neck'], 3, 'high'],
    [['snoring', 'tired'], 2, 'low'],
    [['snoring', 'tired', 'bmi'], 3, 'high'],
    [['snoring', 'tired', 'age'], 3, 'intermediate'],
    [['snoring', 'tired', 'observed', 'pressure'], 4, 'intermediate'],
    [['snoring', 'bmi', 'age', 'neck'], 4, 'intermediate'],
    [['snoring', 'bmi', 'age', 'neck', 'male'], 5, 'high'],
    [['bmi', 'age', 'neck'], 3, 'intermediate'],
    [['snoring', 'tired', 'observed', 'pressure', 'age'], 5, 'high'],
    [[], 0, 'low'],
  ])('%j: %i, %s', (yes, total, risk) => {
    expect(of(...yes)).toMatchObject({ status: 'complete', score: { total }, risk })
  })

  test('a skip that could raise the level leaves it undetermined; one that could not does not', () => {
    const answers = { ...allBut(stopBang, N), 'stop-bang-snoring': Y, 'stop-bang-tired': Y }
    expect(stopBang.score({ ...answers, 'stop-bang-male': 'skipped' })).toMatchObject({
      status: 'undetermined',
      risk: 'undetermined',
    })
    expect(stopBang.score({ ...allBut(stopBang, N), 'stop-bang-age': 'skipped' })).toMatchObject({
      status: 'incomplete',
      risk: 'low',
    })
  })

  test('a yes more never lowers the level', () => {
    const levels = ['low', 'intermediate', 'high']
    fc.assert(
      fc.property(anyComplete(stopBang), fc.constantFrom(...stopBang.items), (answers, { linkId }) => {
        const before = stopBang.score(answers).risk
        const after = stopBang.score({ ...answers, [linkId]: Y }).risk
        expect(levels.indexOf(after)).toBeGreaterThanOrEqual(levels.indexOf(before))
      }),
    )
  })
})

describe('WHO-5', () => {
  const score = (written: Written[]) => who5.score(answering(who5, written))

  test.each<[Written[], number, number, string]>([
    [[5, 4, 4, 4, 4], 21, 84, 'not-met'],
    [[2, 2, 2, 2, 4], 12, 48, 'met'],
    [[2, 2, 2, 3, 4], 13, 52, 'not-met'],
    [[2, 2, 3, 3, 4], 14, 56, 'not-met'],
    [[1, 1, 1, 1, 1], 5, 20, 'met'],
    [[0, 0, 0, 0, 0], 0, 0, 'met'],
    [[5, 5, 5, 5, 5], 25, 100, 'not-met'],
  ])('%j: raw %i, %i of 100, poor %s', (written, raw, percent, poor) => {
    expect(score(written)).toMatchObject({ status: 'complete', score: { raw, percent }, poor })
  })

  test('one skipped: no score, and poor only where it could not be otherwise', () => {
    expect(score([1, 1, 1, 1, 'skip'])).toMatchObject({ status: 'incomplete', poor: 'met' })
    expect(score([2, 2, 2, 2, 'skip'])).toMatchObject({ status: 'incomplete', poor: 'undetermined' })
    expect(score([4, 4, 4, 4, 'skip'])).toMatchObject({ status: 'incomplete', poor: 'not-met' })
  })
})

describe('WSAS', () => {
  const score = (written: Written[]) => wsas.score(answering(wsas, written))

  test.each<[Written[], number, string]>([
    [[8, 8, 8, 8, 8], 40, 'moderately-severe'],
    [[2, 2, 2, 2, 2], 10, 'significant'],
    [[2, 2, 2, 2, 1], 9, 'subclinical'],
    [[3, 2, 2, 2, 2], 11, 'significant'],
    [[4, 4, 4, 4, 3], 19, 'significant'],
    [[4, 4, 4, 4, 4], 20, 'significant'],
    [[5, 4, 4, 4, 4], 21, 'moderately-severe'],
  ])('%j is %i, %s', (written, total, band) => {
    expect(score(written)).toMatchObject({ status: 'complete', score: { total, band } })
  })

  test('who does not work skips the first: 16 over four is 20, and it says prorated', () => {
    expect(score(['skip', 4, 4, 4, 4])).toMatchObject({ status: 'prorated', score: { total: 20 } })
  })

  test.each<[string, Written[]]>([
    ['another one is skipped', [4, 'skip', 4, 4, 4]],
    ['the first was never reached', ['-', 4, 4, 4, 4]],
    ['the first and another are skipped', ['skip', 'skip', 4, 4, 4]],
  ])('no total when %s', (_when, written) => {
    expect(score(written).status).toBe('incomplete')
  })
})

test('every plain sum is the same in whatever order it was answered', () => {
  for (const scale of [cadss6, icsi, isi, wsas, who5]) {
    fc.assert(
      fc.property(anyAnswers(scale), (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).toReversed())
        expect(scale.score(reversed)).toEqual(scale.score(answers))
      }),
      { numRuns: 30 },
    )
  }
})
