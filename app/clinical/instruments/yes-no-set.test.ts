import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswers } from '../../../tests/answering.ts'
import { readYesNo, safetyQuestions, yesNoSet } from './yes-no-set.ts'

const items = safetyQuestions('one', 'two', 'three')
const set = yesNoSet({
  code: 'set',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/README.md',
  items,
})

describe('a set of yes/no questions', () => {
  test('takes yes and no, and looks at each when it is answered', () => {
    expect(items).toEqual(
      ['one', 'two', 'three'].map((linkId) => ({ linkId, values: [0, 1], isSafety: true })),
    )
  })

  test.each([
    [{ one: 0, two: 0, three: 0 }, 'not-met', 'complete'],
    [{ one: 0, two: 1, three: 0 }, 'met', 'complete'],
    [{ one: 1, two: 1, three: 1 }, 'met', 'complete'],
    [{ one: 0, two: 0 }, 'undetermined', 'undetermined'],
    [{ one: 0, two: 1 }, 'met', 'incomplete'],
    [{}, 'undetermined', 'undetermined'],
  ])('%j: any is %s, the set %s', (answers, any, status) => {
    expect(set.score(answers)).toMatchObject({ any, status })
  })

  test('has each question in one place: yes, open, or a plain no', () => {
    fc.assert(
      fc.property(anyAnswers({ items }), (answers) => {
        const { any, yes, open } = readYesNo(items, answers)
        const noes = items.filter(({ linkId }) => answers[linkId] === 0).length
        expect(yes.length + open.length + noes).toBe(items.length)
        expect(any).toBe(yes.length > 0 ? 'met' : open.length > 0 ? 'undetermined' : 'not-met')
      }),
    )
  })
})
