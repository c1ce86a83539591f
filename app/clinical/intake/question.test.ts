import { describe, expect, test } from 'vitest'
import { askedFor, isAskFor } from './ask-for.ts'
import { applies, isPartKey, isQuestionnairePart, isQuestionPart, PART_KEYS } from './parts.ts'
import { type Answer, isDeclined, listOf, numberOf, toldIn, wordOf, yesOf } from './question.ts'
import { isScalePart } from './scales.ts'

const DECLINED = { declined: 'now' } as const
/** Every kind of answer there is, and none. */
const ANSWERS: readonly (Answer | undefined)[] = ['yes', 3, 0, ['a'], [], DECLINED, undefined]

describe('an answer is read as what it is, and as nothing else', () => {
  test.each<[string, (name: { q?: Answer | undefined }) => unknown, unknown[]]>([
    ['a word', (told) => wordOf(told, 'q'), ['yes', ...Array(6).fill(undefined)]],
    ['a number', (told) => numberOf(told, 'q'), [undefined, 3, 0, ...Array(4).fill(undefined)]],
    ['a list', (told) => listOf(told, 'q'), [...Array(3).fill(undefined), ['a'], [], undefined, undefined]],
    ['not said', ({ q }) => isDeclined(q), [false, false, false, false, false, true, false]],
  ])('%s', (_what, read, expected) => {
    expect(ANSWERS.map((q) => read({ q }))).toEqual(expected)
  })

  test('of nothing told at all there is nothing', () => {
    expect([wordOf, numberOf, listOf, yesOf].map((read) => read(undefined, 'q'))).toEqual(
      Array(4).fill(undefined),
    )
  })

  test.each<[Answer | undefined, boolean | undefined]>([
    ['yes', true],
    ['no', false],
    ['not-sure', undefined],
    ['', undefined],
    [1, undefined],
    [DECLINED, undefined],
    [undefined, undefined],
  ])('yes or no, %j: %s', (q, expected) => {
    expect(yesOf({ q }, 'q')).toBe(expected)
  })
})

describe('a sheet out of storage', () => {
  test('keeps every kind of answer', () => {
    const kept = { word: 'yes', none: '', count: 0, list: ['a', 'b'], empty: [] }
    const declined = { now: { declined: 'now' }, forGood: { declined: 'for-good' } }
    expect(toldIn({ ...kept, ...declined })).toEqual({ ...kept, ...declined })
  })

  test('loses what is no answer: it stands as never reached', () => {
    const broken = { a: null, b: true, c: ['x', 1], d: {}, e: { declined: 'later' }, f: undefined }
    expect(toldIn({ ...broken, kept: 'no' })).toEqual({ kept: 'no' })
  })

  test.each([null, undefined, 'text', 3])('that is no sheet (%s) tells nothing', (answers) => {
    expect(toldIn(answers)).toEqual({})
  })
})

describe('a part', () => {
  test('is known by its key, and is one of questions, a questionnaire, or the list', () => {
    for (const key of PART_KEYS) {
      expect(isPartKey(key)).toBe(true)
      const kinds = [isQuestionPart(key), isQuestionnairePart(key), isScalePart(key), key === 'list']
      expect(kinds.filter((is) => is)).toHaveLength(1)
    }
    for (const key of ['', 'story', 'toString', 'list '])
      expect([isPartKey(key), isQuestionPart(key), isQuestionnairePart(key)]).toEqual([false, false, false])
  })

  test.each([
    ['private', { sexAtBirth: 'male' }, false],
    ['private', { sexAtBirth: 'female' }, true],
    ['private', { sexAtBirth: 'intersex' }, true],
    ['private', { sexAtBirth: DECLINED }, true],
    ['private', undefined, true],
    ['nights', { sexAtBirth: 'male' }, true],
  ] as const)('%s, of somebody who told %j: %s', (part, you, isAsked) => {
    expect(applies(part, you)).toBe(isAsked)
  })
})

describe('what a prescriber asks more about', () => {
  test.each([
    ['medicines', 'medicines'],
    ['home: where will it be kept?', 'home'],
    ['homely', undefined],
    ['Home', undefined],
    [':home', undefined],
    ['other: text', undefined],
    ['toString', undefined],
    ['', undefined],
    [null, undefined],
  ])('out of the reason %j: %s', (reason, expected) => {
    expect(askedFor(reason)).toBe(expected)
  })

  test('is one of a few things', () => {
    expect(['talk', 'readings', 'valueOf'].map(isAskFor)).toEqual([true, true, false])
  })
})
