import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Limits } from '../protocol.ts'
import { assessmentRules } from '../rules/assessment/rules.ts'
import { findings } from '../rules/rule.ts'
import { assessmentFacts } from './facts.ts'
import {
  type AssessmentAnswers,
  PART_COUNT,
  partOf,
  questionsOf,
  readScreen,
  SCREENS,
  type Screen,
  screenBeside,
} from './questions.ts'
import { assessmentResult } from './result.ts'

const STATES = ['FL', 'NJ']
const LIMITS: Limits = {
  assessment: { minimumAgeYears: 18, statesServed: STATES, pcPtsd5Count: 3, phq2Total: 3, gad2Total: 3 },
}
const FINE: AssessmentAnswers = {
  ...{ where: 'FL', age: '40', safe: 'yes', pregnant: 'no', psychosis: 'no', mania: 'no', heart: ['none'] },
}
const resultOf = (answers: AssessmentAnswers, limits = LIMITS) =>
  assessmentResult(answers, findings(Object.values(assessmentRules), assessmentFacts(answers), limits))
const without = (name: string): AssessmentAnswers =>
  Object.fromEntries(Object.entries(FINE).filter(([each]) => each !== name))
const read = (screen: Screen, fields: Record<string, unknown>, before: AssessmentAnswers = {}) =>
  readScreen(questionsOf(screen, STATES), fields, before)

describe('where it leads', () => {
  test('with nothing in the way it is a good time to talk', () => {
    expect(resultOf(FINE)).toEqual({ kind: 'talk', reasons: [], notes: [], help: undefined })
  })

  test.each([
    ['17 years', { age: '17' }, 'A01', 'teen'],
    ['a state that is not served', { where: 'US' }, 'A02', undefined],
    ['another country', { where: 'ZZ' }, 'A02', 'abroad'],
    ['not safe', { safe: 'no' }, 'A03', 'not-safe'],
    ['pregnant', { pregnant: 'yes' }, 'A04', undefined],
  ])('%s: not right now', (_what, change, ruleId, help) => {
    expect(resultOf({ ...FINE, ...change })).toMatchObject({
      kind: 'not-now',
      reasons: [{ ruleId, isOpen: false }],
      help,
    })
  })

  test('18 years is old enough', () => expect(resultOf({ ...FINE, age: '18' }).kind).toBe('talk'))

  test.each([
    ['a psychosis', { psychosis: 'yes' }, 'A05'],
    ['mania', { mania: 'yes' }, 'A05'],
    ['a heart condition', { heart: ['aneurysm', 'none'] }, 'A06'],
  ])('%s: a person talks about it first', (_what, change, ruleId) => {
    expect(resultOf({ ...FINE, ...change })).toMatchObject({
      kind: 'talk-first',
      reasons: [{ ruleId, isOpen: false }],
    })
  })

  test.each([
    ['age', 'A01'],
    ['where', 'A02'],
    ['safe', 'A03'],
    ['pregnant', 'A04'],
    ['psychosis', 'A05'],
    ['mania', 'A05'],
    ['heart', 'A06'],
  ])('%s left out, skipped or unsure is a talk first, and never passes in silence', (name, ruleId) => {
    const open = { kind: 'talk-first', reasons: [{ ruleId, isOpen: true }] }
    expect(resultOf(without(name))).toMatchObject(open)
    expect(resultOf({ ...FINE, [name]: 'skip' })).toMatchObject(open)
    if (!['age', 'where', 'heart'].includes(name))
      expect(resultOf({ ...FINE, [name]: 'unsure' })).toMatchObject(open)
    expect(resultOf({ ...FINE, heart: [] }).kind).toBe('talk-first')
  })

  test('not sure to be safe brings help, and a talk', () => {
    expect(resultOf({ ...FINE, safe: 'unsure' })).toMatchObject({ kind: 'talk-first', help: 'not-safe' })
  })

  test('without a signed protocol nobody can say, so a person talks first', () => {
    const { kind, reasons } = resultOf(FINE, {})
    expect(kind).toBe('talk-first')
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['A01', 'A02'])
  })

  test('nothing answered at all is a talk first', () => {
    const { kind, reasons } = resultOf({})
    expect(kind).toBe('talk-first')
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06'])
  })

  test('the short screens say a kind word and hold nobody back', () => {
    const hard = {
      ...FINE,
      'pc-ptsd5-gate': '1',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`pc-ptsd5-0${i}`, '1'])),
      ...{ 'phq2-01': '3', 'phq2-02': '3', 'gad2-01': '0', 'gad2-02': 'skip' },
    }
    expect(resultOf(hard)).toMatchObject({ kind: 'talk', notes: ['A07', 'A08'] })
  })

  test('help that was asked for is there whatever else was answered', () => {
    const texts = fc.dictionary(
      fc.constantFrom('where', 'age', 'pregnant', 'mania', 'heart', 'phq2-01'),
      fc.oneof(fc.constantFrom('yes', 'no', 'skip', 'FL', 'ZZ', '12', '0'), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(texts, (answers) => {
        const { kind, help } = resultOf({ ...answers, safe: 'no' })
        expect({ kind, help }).toEqual({ kind: 'not-now', help: 'not-safe' })
      }),
    )
  })
})

describe('the screens', () => {
  test('one follows the other, and back again; the month comes after a yes alone', () => {
    const walk = (answers: AssessmentAnswers) => {
      const way: Screen[] = ['where']
      for (
        let next = screenBeside('where', 'next', answers);
        next;
        next = screenBeside(next, 'next', answers)
      ) {
        expect(screenBeside(next, 'back', answers)).toBe(way.at(-1))
        way.push(next)
      }
      return way
    }
    expect(walk({ 'pc-ptsd5-gate': '1' })).toEqual(SCREENS)
    for (const gate of [{}, { 'pc-ptsd5-gate': '0' }, { 'pc-ptsd5-gate': 'skip' }])
      expect(walk(gate)).toEqual(SCREENS.filter((screen) => screen !== 'event-month'))
  })

  test('no screen asks more than five questions, and the parts are counted in order', () => {
    for (const screen of SCREENS) expect(questionsOf(screen, STATES).length).toBeLessThanOrEqual(5)
    expect(SCREENS.map(partOf)).toEqual([1, 2, 3, 3, 4, 5, 6])
    expect(PART_COUNT).toBe(6)
  })

  test('what is sent is put among what was answered; what is taken back is gone', () => {
    const before = { safe: 'no', brings: ['sleep'], age: '41' }
    expect(read('now', { safe: 'yes', brings: ['mood', 'worry'] }, before).answers).toEqual({
      ...{ age: '41', safe: 'yes', brings: ['mood', 'worry'] },
    })
    expect(read('now', { brings: 'mood' }, before).answers).toEqual({ age: '41', brings: ['mood'] })
    expect(read('now', {}, before).answers).toEqual({ age: '41' })
  })

  test.each([
    ['where', 'where', 'TX'],
    ['where', 'where', ['FL', 'NJ']],
    ['where', 'age', 'abc'],
    ['where', 'age', '-4'],
    ['where', 'age', '121'],
    ['where', 'age', '4.5'],
    ['now', 'safe', '0'],
    ['now', 'brings', ['sleep', 'something']],
    ['weeks', 'phq2-01', '4'],
    ['health', 'heart', 7],
  ] as const)('on the screen %s, %s cannot be %j: it is asked again', (screen, name, value) => {
    const { answers, unclear } = read(screen, { [name]: value })
    expect(unclear).toEqual([name])
    expect(answers).toEqual({})
  })

  test('an age may be written with spaces around it, and left empty', () => {
    expect(read('where', { age: ' 34 ' })).toEqual({ answers: { age: '34' }, unclear: [] })
    expect(read('where', { age: '' })).toEqual({ answers: {}, unclear: [] })
  })
})
