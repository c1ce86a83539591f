import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answering, anyAnswers, everyFilling, type Written } from '../../../tests/answering.ts'
import { cssrs } from './cssrs.ts'

const Y = 1
const N = 0
const LEVELS = ['none', 'low', 'moderate', 'high']

/** Answers 1, 2, 3, 4, 5, 6 ever, 6 in the past three months. */
const score = (written: Written[]) => cssrs.score(answering(cssrs, written))

describe('C-SSRS screener, worked examples', () => {
  test.each<[string, Written[], string, string]>([
    ['all no', [N, N, '-', '-', '-', N, '-'], 'none', 'complete'],
    ['wish to be dead alone', [Y, N, '-', '-', '-', N, '-'], 'low', 'complete'],
    ['thoughts alone', [N, Y, N, N, N, N, '-'], 'low', 'complete'],
    ['a method', [Y, Y, Y, N, N, N, '-'], 'moderate', 'complete'],
    ['behaviour long ago', [N, N, '-', '-', '-', Y, N], 'moderate', 'complete'],
    ['behaviour lately, without any thoughts', [N, N, '-', '-', '-', Y, Y], 'high', 'complete'],
    ['some intent', [Y, Y, N, Y, N, N, '-'], 'high', 'complete'],
    ['a plan', [Y, Y, N, N, Y, N, '-'], 'high', 'complete'],
    ['behaviour, when is skipped', [Y, Y, Y, N, N, Y, 'skip'], 'undetermined', 'undetermined'],
    ['thoughts skipped, the rest not reached', [Y, 'skip'], 'undetermined', 'undetermined'],
  ])('%s: %j is %s', (_what, written, level, status) => {
    expect(score(written)).toMatchObject({ level, status })
  })

  test('between moderate and high it is acted on as high', () => {
    expect(score([Y, Y, Y, N, N, Y, 'skip'])).toMatchObject({ atLeast: 'moderate', atMost: 'high' })
  })

  test('after a skipped second question the next three are asked all the same', () => {
    expect(score([Y, 'skip', N, N, '-', N, '-'])).toMatchObject({
      skipped: ['cssrs-2'],
      notReached: ['cssrs-5'],
      atMost: 'high',
    })
    expect(score([Y, 'skip', N, N, N, N, '-'])).toMatchObject({ level: 'low', status: 'incomplete' })
  })

  test('after a no to thoughts the next three are not missed', () => {
    expect(score([N, N, '-', '-', '-', 'skip', '-'])).toMatchObject({ skipped: ['cssrs-6'], atLeast: 'none' })
  })
})

describe('C-SSRS screener, whatever was answered', () => {
  test('is not counted: two of the lowest are no more than one', () => {
    expect(score([Y, Y, N, N, N, N]).level).toBe(score([Y, N, '-', '-', '-', N]).level)
  })

  test('a yes is never lost, even to a question that was not to be asked', () => {
    expect(score([N, N, '-', Y, '-', N, '-']).level).toBe('high')
    expect(score([N, N, '-', '-', '-', N, Y]).level).toBe('high')
  })

  test('nothing answered is anything at all, never none', () => {
    expect(score([])).toMatchObject({ level: 'undetermined', atLeast: 'none', atMost: 'high' })
  })

  test('every question is looked at when it is given', () => {
    expect(cssrs.items.every(({ isSafety }) => isSafety)).toBe(true)
  })

  test('what cannot be read is not taken for a no', () => {
    expect(score([N, N, '-', '-', '-', 7])).toMatchObject({ level: 'undetermined', atMost: 'high' })
  })

  test('every way to fill the gaps lies between the least and the most', () => {
    fc.assert(
      fc.property(anyAnswers(cssrs), (answers) => {
        const { atLeast, atMost } = cssrs.score(answers)
        for (const filling of everyFilling(cssrs, answers)) {
          // A filled answer counts only where its question would have come up.
          if (filling['cssrs-2'] === N && answers['cssrs-2'] !== N) continue
          if (filling['cssrs-6'] === N && answers['cssrs-6'] !== N) continue
          if (answers['cssrs-2'] === N || answers['cssrs-6'] === N) continue
          const level = LEVELS.indexOf(cssrs.score(filling).level)
          expect(level).toBeGreaterThanOrEqual(LEVELS.indexOf(atLeast))
          expect(level).toBeLessThanOrEqual(LEVELS.indexOf(atMost))
        }
      }),
    )
  })

  test('a yes more never lowers what it is at least', () => {
    fc.assert(
      fc.property(anyAnswers(cssrs), fc.constantFrom(...cssrs.items), (answers, { linkId }) => {
        const before = cssrs.score(answers)
        const after = cssrs.score({ ...answers, [linkId]: Y })
        expect(LEVELS.indexOf(after.atLeast)).toBeGreaterThanOrEqual(LEVELS.indexOf(before.atLeast))
      }),
    )
  })

  test('a skip is never weaker than a no', () => {
    fc.assert(
      fc.property(anyAnswers(cssrs), fc.constantFrom(...cssrs.items), (answers, { linkId }) => {
        const no = cssrs.score({ ...answers, [linkId]: N })
        const skip = cssrs.score({ ...answers, [linkId]: 'skipped' })
        expect(LEVELS.indexOf(skip.atMost)).toBeGreaterThanOrEqual(LEVELS.indexOf(no.atMost))
      }),
    )
  })
})
