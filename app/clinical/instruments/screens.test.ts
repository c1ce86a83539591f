import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBut, answering, anyAnswers, type Written } from '../../../tests/answering.ts'
import { alcoholQuestion } from './alcohol-question.ts'
import { asq } from './asq.ts'
import { change } from './change.ts'
import { dssB } from './dss-b.ts'
import { pcPtsd5 } from './pc-ptsd5.ts'
import { taps1 } from './taps1.ts'
import { reaches } from './truth.ts'

const Y = 1
const N = 0

describe('PC-PTSD-5', () => {
  const score = (written: Written[]) => pcPtsd5.score(answering(pcPtsd5, written))

  test.each<[string, Written[], number, 'gate' | 'symptoms', string, string]>([
    ['no to the gate', [N], 0, 'gate', 'not-met', 'not-met'],
    ['yes, and five noes', [Y, N, N, N, N, N], 0, 'symptoms', 'not-met', 'not-met'],
    ['two yeses', [Y, Y, Y, N, N, N], 2, 'symptoms', 'not-met', 'not-met'],
    ['three yeses', [Y, Y, Y, Y, N, N], 3, 'symptoms', 'met', 'not-met'],
    ['four yeses', [Y, Y, Y, Y, Y, N], 4, 'symptoms', 'met', 'met'],
    ['five yeses', [Y, Y, Y, Y, Y, Y], 5, 'symptoms', 'met', 'met'],
  ])('%s', (_what, written, total, branch, at3, at4) => {
    const result = score(written)
    expect(result).toMatchObject({ status: 'complete', score: { total, branch } })
    expect([reaches(result.bounds, 3), reaches(result.bounds, 4)]).toEqual([at3, at4])
  })

  test('one skipped after two yeses: 2 or 3, so undetermined at 3', () => {
    const result = score([Y, Y, Y, 'skip', N, N])
    expect(result).toMatchObject({
      status: 'incomplete',
      bounds: { from: 2, to: 3 },
      skipped: ['pc-ptsd5-03'],
    })
    expect(reaches(result.bounds, 3)).toBe('undetermined')
    expect(reaches(result.bounds, 4)).toBe('not-met')
  })

  test('a skipped gate: no total, nothing more is asked, and nothing is called negative', () => {
    const result = score(['skip'])
    expect(result).toMatchObject({ status: 'incomplete', skipped: ['pc-ptsd5-gate'], notReached: [] })
    expect(reaches(result.bounds, 3)).toBe('undetermined')
  })

  test('answers left over from before the gate was closed count for nothing', () => {
    expect(score([N, Y, Y, Y, Y, Y])).toMatchObject({
      status: 'complete',
      score: { total: 0, branch: 'gate' },
    })
  })

  test('yes to the gate and nothing more is not a negative screen', () => {
    expect(score([Y])).toMatchObject({ status: 'incomplete', bounds: { from: 0, to: 5 } })
  })

  test('has a total exactly when nothing that was asked is missing, and then between 0 and 5', () => {
    fc.assert(
      fc.property(anyAnswers(pcPtsd5), (answers) => {
        const result = pcPtsd5.score(answers)
        const isClosed = answers['pc-ptsd5-gate'] === N
        const isWhole = pcPtsd5.items.every(({ linkId }) => typeof answers[linkId] === 'number')
        expect(result.status === 'complete').toBe(isClosed || isWhole)
        if (result.status === 'complete') expect([0, 1, 2, 3, 4, 5]).toContain(result.score.total)
      }),
    )
  })
})

describe('ASQ', () => {
  const score = (written: Written[]) => asq.score(answering(asq, written))

  test.each<[string, Written[], string, string]>([
    ['four noes', [N, N, N, N], 'negative', 'complete'],
    ['one declined, the fifth not asked yet', [N, N, 'skip', N], 'positive', 'undetermined'],
    ['a yes, and no to right now', [Y, N, N, N, N], 'non-acute', 'complete'],
    ['a yes, and yes to right now', [N, N, N, Y, Y], 'acute', 'complete'],
    ['a yes, and right now declined', [N, N, N, Y, 'skip'], 'acute', 'incomplete'],
    ['one declined, and no to right now', [N, N, 'skip', N, N], 'non-acute', 'incomplete'],
    ['one declined, and yes to right now', ['skip', N, N, N, Y], 'acute', 'incomplete'],
    ['a yes, then left', [Y], 'positive', 'undetermined'],
    ['three noes, then left', [N, N, N], 'undetermined', 'undetermined'],
    ['nothing answered', [], 'undetermined', 'undetermined'],
    ['all declined', ['skip', 'skip', 'skip', 'skip', 'skip'], 'acute', 'incomplete'],
    ['four noes, and yes to right now all the same', [N, N, N, N, Y], 'acute', 'complete'],
  ])('%s', (_what, written, outcome, status) => {
    expect(score(written)).toMatchObject({ outcome, status })
  })

  test.each([0, 1, 2, 3])('any of the four is enough by itself: number %i', (at) => {
    const written: Written[] = [N, N, N, N, N]
    written[at] = Y
    expect(score(written).outcome).toBe('non-acute')
    written[at] = 'skip'
    expect(score(written).outcome).toBe('non-acute')
  })

  test('says what was declined', () => {
    expect(score([N, 'skip', N, N, N])).toMatchObject({ skipped: ['asq-02'] })
  })

  test('every one of its questions is looked at when it is given', () => {
    expect(asq.items.every(({ isSafety }) => isSafety)).toBe(true)
  })

  test('is negative only by four plain noes, whatever else', () => {
    fc.assert(
      fc.property(anyAnswers(asq), (answers) => {
        const noes = ['asq-01', 'asq-02', 'asq-03', 'asq-04'].filter((linkId) => answers[linkId] === N)
        if (asq.score(answers).outcome === 'negative') expect(noes).toHaveLength(4)
      }),
    )
  })

  test('a no that becomes a yes or a refusal never weakens the outcome', () => {
    const strength = ['negative', 'undetermined', 'non-acute', 'positive', 'acute']
    fc.assert(
      fc.property(
        anyAnswers(asq),
        fc.constantFrom(...asq.items),
        fc.constantFrom<1 | 'skipped'>(1, 'skipped'),
        (answers, { linkId }, stronger) => {
          if (answers[linkId] !== N) return
          const before = asq.score(answers).outcome
          const after = asq.score({ ...answers, [linkId]: stronger }).outcome
          expect(strength.indexOf(after)).toBeGreaterThanOrEqual(strength.indexOf(before))
        },
      ),
    )
  })

  test('what cannot be read is not taken for a no', () => {
    expect(score([N, N, N, 7]).outcome).toBe('positive')
    expect(score([Y, N, N, N, 2]).outcome).toBe('acute')
  })
})

describe('TAPS-1', () => {
  const score = (written: Written[]) => taps1.score(answering(taps1, written))

  test.each<[string, Written[], string]>([
    ['never, four times', [0, 0, 0, 0], 'not-met'],
    ['medicines monthly, the rest never', [0, 0, 0, 2], 'met'],
    ['less than monthly is more than never', [0, 0, 1, 0], 'met'],
    ['daily, the rest skipped', [4, 'skip', 'skip', 'skip'], 'met'],
    ['never, with one skipped', [0, 0, 'skip', 0], 'undetermined'],
    ['nothing answered', [], 'undetermined'],
  ])('%s: %j is %s', (_what, written, positive) => {
    expect(score(written).positive).toBe(positive)
  })

  test('tells the substances apart', () => {
    expect(score([3, 0, 'skip', 1]).uses).toEqual({
      tobacco: 'met',
      alcohol: 'not-met',
      drugs: 'undetermined',
      medicines: 'met',
    })
  })

  test('is positive exactly when any of the four is', () => {
    fc.assert(
      fc.property(anyAnswers(taps1), (answers) => {
        const { positive, uses } = taps1.score(answers)
        expect(positive === 'met').toBe(Object.values(uses).includes('met'))
      }),
    )
  })
})

describe('the single alcohol question', () => {
  test.each<[Written, number | undefined, string]>([
    [0, 0, 'not-met'],
    [1, 1, 'met'],
    [2, 2, 'met'],
    [366, 366, 'met'],
    ['skip', undefined, 'undetermined'],
    ['-', undefined, 'undetermined'],
    [367, undefined, 'undetermined'],
    [-1, undefined, 'undetermined'],
  ])('%s days: %s, %s', (written, days, positive) => {
    expect(alcoholQuestion.score(answering(alcoholQuestion, [written]))).toMatchObject({ days, positive })
  })
})

describe('DSS-B', () => {
  const score = (written: Written[]) => dssB.score(answering(dssB, written))

  test('before treatment 2, after the second session 10: a rise of 8', () => {
    const before = score([0, 1, 0, 0, 1, 0, 0, 0])
    const after = score([2, 2, 1, 1, 1, 1, 0, 2])
    expect([before.bounds.from, after.bounds.from]).toEqual([2, 10])
    expect(change(2, 10, { meaningfulPoints: 8 })).toMatchObject({ direction: 'worse', isMeaningful: 'met' })
  })

  test.each([
    ['one', { 'dss-b-08': 'skipped' }, 'prorated'],
    ['two', { 'dss-b-01': 'skipped', 'dss-b-08': undefined }, 'incomplete'],
  ] as const)('%s missing: %s', (_number, but, status) => {
    expect(dssB.score(allBut(dssB, 2, but)).status).toBe(status)
  })

  test('seven answers of 2 stand for eight: 16', () => {
    expect(dssB.score(allBut(dssB, 2, { 'dss-b-03': 'skipped' }))).toMatchObject({ score: { total: 16 } })
  })

  test('runs from 0 to 32, and has no bands', () => {
    expect(dssB.score(allBut(dssB, 4))).toEqual({
      status: 'complete',
      score: { total: 32 },
      bounds: { from: 32, to: 32 },
    })
  })
})
