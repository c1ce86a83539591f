import { describe, expect, test } from 'vitest'
import { assessmentFacts } from './facts.ts'
import { type AssessmentAnswers, assessmentAnswersIn, questionsOf, readScreen } from './questions.ts'
import { assessmentResult, helpFor } from './result.ts'

const facts = (answers: AssessmentAnswers) => assessmentFacts(answers)

describe('an answer of the assessment becomes', () => {
  test('an age and a place, unless it was skipped, left out, or is no text', () => {
    expect(facts({ age: '41', where: 'FL' })).toMatchObject({ ageYears: 41, stateOfLocation: 'FL' })
    for (const none of ['skip', ['41', 'FL']])
      expect(facts({ age: none, where: none })).toMatchObject({
        ...{ ageYears: undefined, stateOfLocation: undefined },
      })
    expect(facts({}).ageYears).toBeUndefined()
  })

  test.each([
    ['safe', 'isNotSafeNow', false, true],
    ['pregnant', 'isPregnantOrTrying', true, false],
    ['psychosis', 'hasPsychosisDiagnosis', true, false],
    ['mania', 'hasManiaNow', true, false],
  ] as const)('%s: %s; unsure and skipped are neither', (name, fact, yes, no) => {
    expect(['yes', 'no', 'unsure', 'skip'].map((word) => facts({ [name]: word })[fact])).toEqual([
      ...[yes, no, undefined, undefined],
    ])
  })

  test.each<[string | readonly string[] | undefined, readonly string[] | undefined]>([
    [['aneurysm'], ['aneurysm']],
    [['none'], []],
    [['none', 'aneurysm'], ['aneurysm']],
    [['something else'], undefined],
    [[], undefined],
    ['skip', undefined],
    ['aneurysm', undefined],
    [undefined, undefined],
  ])('the heart, %j: %j', (heart, expected) => {
    expect(facts(heart === undefined ? {} : { heart }).heartConditions).toEqual(expected)
  })

  test('a score: a skipped question stays skipped, and one that is no text was not reached', () => {
    const score = (second: string | readonly string[]) => facts({ 'phq2-01': '3', 'phq2-02': second }).phq2
    expect(score('2')).toMatchObject({ status: 'complete', score: { total: 5 } })
    expect(score('skip')).toMatchObject({ skipped: ['phq2-02'], notReached: [] })
    expect(score(['2'])).toMatchObject({ skipped: [], notReached: ['phq2-02'] })
  })
})

describe('answers out of storage', () => {
  test('are texts and lists of texts; whatever else was kept is left out', () => {
    const kept = { age: '41', brings: ['sleep'], heart: [] }
    expect(assessmentAnswersIn({ ...kept, a: 1, b: null, c: ['x', 2], d: {} })).toEqual(kept)
  })

  test.each([null, undefined, 'text', 4])('that are %s are none', (value) => {
    expect(assessmentAnswersIn(value)).toEqual({})
  })
})

describe('on a screen', () => {
  const STATES = ['FL', 'NJ']
  const read = (screen: 'where' | 'now' | 'health', fields: Record<string, unknown>) =>
    readScreen(questionsOf(screen, STATES), fields, {})

  test.each(['0', '1', '119', '120'])('an age of %s is taken', (age) => {
    expect(read('where', { age })).toEqual({ answers: { age }, unclear: [] })
  })

  test('each place that is offered is taken: the states served, elsewhere, and abroad', () => {
    for (const where of ['FL', 'NJ', 'US', 'ZZ']) expect(read('where', { where }).answers).toEqual({ where })
    expect(questionsOf('where', ['TX']).find(({ name }) => name === 'where')?.values).toEqual([
      ...['TX', 'US', 'ZZ'],
    ])
  })

  test('a choice can be skipped, and several can be answered with one', () => {
    expect(read('now', { safe: 'skip' }).answers).toEqual({ safe: 'skip' })
    expect(read('health', { heart: ['aneurysm', 'none'] }).answers).toEqual({ heart: ['aneurysm', 'none'] })
  })
})

describe('a result', () => {
  const finding = (ruleId: string, severity: 'block' | 'review' | 'advise', more: string[] = []) => ({
    ...{ ruleId, ruleVersion: 1, isUnknown: false, severity, isFinal: false, evidence: {}, missing: [] },
    ...{ source: '', rules: [ruleId, ...more].map((id) => ({ id, version: 1 })) },
  })

  test('gives its reasons in the order of their rules, all a finding speaks for', () => {
    const found = [finding('A06', 'block'), finding('A05', 'review', ['A01']), finding('A03', 'review')]
    const { reasons, kind } = assessmentResult({}, found)
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['A01', 'A03', 'A05', 'A06'])
    expect(kind).toBe('not-now')
  })

  test('says nothing of rules that are not its own', () => {
    const found = [finding('C01', 'block'), finding('toString', 'review'), finding('C02', 'advise')]
    expect(assessmentResult({}, found)).toEqual({ kind: 'talk', reasons: [], notes: [], help: undefined })
  })

  test('is known to need help before any of it: not safe first, then a teen, then abroad', () => {
    const teen = [{ ruleId: 'A01', isOpen: false }] as const
    expect(helpFor({ safe: 'no', where: 'ZZ' }, teen)).toBe('not-safe')
    expect(helpFor({ safe: 'yes', where: 'ZZ' }, teen)).toBe('teen')
    expect(helpFor({ where: 'ZZ' }, [{ ruleId: 'A01', isOpen: true }])).toBe('abroad')
    expect(helpFor({ where: 'US' })).toBeUndefined()
  })
})
