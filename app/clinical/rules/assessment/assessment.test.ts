import { describe, expect, test } from 'vitest'
import type { AssessmentFacts } from '../../facts/assessment.ts'
import { gad2 } from '../../instruments/gad2.ts'
import { pcPtsd5 } from '../../instruments/pc-ptsd5.ts'
import { phq2 } from '../../instruments/phq2.ts'
import type { Limits } from '../../protocol.ts'
import { findings } from '../rule.ts'
import { heartOrVessels, notSafeNow, pregnantOrTrying, psychosisOrMania } from './safety.ts'
import { limitsOfSelfCheck, moodOrWorryScreen, traumaScreen } from './screens.ts'
import { outsideServedStates, underAge } from './who-is-served.ts'

const signed: Limits = {
  assessment: {
    minimumAgeYears: 18,
    statesServed: ['FL', 'NJ'],
    pcPtsd5Count: 3,
    phq2Total: 3,
    gad2Total: 3,
  },
}

const screen = (yes: number) =>
  pcPtsd5.score({
    'pc-ptsd5-gate': 1,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((item) => [`pc-ptsd5-0${item}`, item <= yes ? 1 : 0])),
  })

test.each([
  [17, 'block'],
  [18, 'clear'],
  [19, 'clear'],
  [undefined, 'unknown'],
])('A01: %s years is %s', (ageYears, outcome) => {
  expect(underAge.judge({ ageYears }, signed).outcome).toBe(outcome)
})

test.each([
  ['FL', 'clear'],
  ['NJ', 'clear'],
  ['NY', 'block'],
  [undefined, 'unknown'],
])('A02: in %s is %s', (stateOfLocation, outcome) => {
  expect(outsideServedStates.judge({ stateOfLocation }, signed).outcome).toBe(outcome)
})

test('A01 and A02 cannot be judged before somebody has signed, and nobody may open them', () => {
  const found = findings([underAge, outsideServedStates], { ageYears: 40, stateOfLocation: 'FL' }, {})
  expect(found).toMatchObject([{ isUnknown: true, severity: 'review', isFinal: true }])
  expect(found[0]?.rules.map(({ id }) => id)).toEqual(['A01', 'A02'])
})

test.each<[AssessmentFacts, string]>([
  [{ isNotSafeNow: true, saysCrisisWords: false }, 'block'],
  [{ isNotSafeNow: false, saysCrisisWords: true }, 'block'],
  [{ saysCrisisWords: true }, 'block'],
  [{ isNotSafeNow: false, saysCrisisWords: false }, 'clear'],
  [{ saysCrisisWords: false }, 'unknown'],
])('A03: %j is %s', (facts, outcome) => {
  expect(notSafeNow.judge(facts, signed).outcome).toBe(outcome)
})

describe('health', () => {
  test.each([
    [true, 'block'],
    [false, 'clear'],
    [undefined, 'unknown'],
  ])('A04: pregnant or trying %s is %s', (isPregnantOrTrying, outcome) => {
    expect(pregnantOrTrying.judge({ isPregnantOrTrying }, signed).outcome).toBe(outcome)
  })

  test('A04 keeps no answer about pregnancy in its finding', () => {
    const [found] = findings([pregnantOrTrying], { isPregnantOrTrying: true }, signed)
    expect(found?.evidence).toEqual({ isPregnantOrTrying: 'pregnancy' })
  })

  test.each<[AssessmentFacts, string]>([
    [{ hasPsychosisDiagnosis: true, hasManiaNow: false }, 'block'],
    [{ hasPsychosisDiagnosis: false, hasManiaNow: true }, 'block'],
    [{ hasPsychosisDiagnosis: false, hasManiaNow: false }, 'clear'],
    [{ hasPsychosisDiagnosis: false }, 'unknown'],
  ])('A05: %j is %s', (facts, outcome) => {
    expect(psychosisOrMania.judge(facts, signed).outcome).toBe(outcome)
  })

  test.each<[AssessmentFacts, string]>([
    [{ heartConditions: ['aneurysm'] }, 'block'],
    [{ heartConditions: [] }, 'clear'],
    [{}, 'unknown'],
  ])('A06: %j is %s', (facts, outcome) => {
    expect(heartOrVessels.judge(facts, signed).outcome).toBe(outcome)
  })

  test('A06 names what was ticked', () => {
    const { evidence } = heartOrVessels.judge({ heartConditions: ['aneurysm', 'unstable-angina'] }, signed)
    expect(evidence.heartConditions).toBe('aneurysm, unstable-angina')
  })
})

describe('screens', () => {
  test.each([
    [2, 'clear'],
    [3, 'advise'],
    [4, 'advise'],
  ])('A07: %i of five is %s', (yes, outcome) => {
    expect(traumaScreen.judge({ pcPtsd5: screen(yes) }, signed).outcome).toBe(outcome)
  })

  test('A07: enough is enough, whatever was skipped; and a signed 4 needs one more', () => {
    const three = pcPtsd5.score({
      'pc-ptsd5-gate': 1,
      'pc-ptsd5-01': 1,
      'pc-ptsd5-02': 1,
      'pc-ptsd5-03': 1,
      'pc-ptsd5-04': 'skipped',
      'pc-ptsd5-05': 0,
    })
    expect(traumaScreen.judge({ pcPtsd5: three }, signed).outcome).toBe('advise')
    const stricter: Limits = { assessment: { pcPtsd5Count: 4 } }
    expect(traumaScreen.judge({ pcPtsd5: three }, stricter).outcome).toBe('unknown')
    expect(traumaScreen.judge({ pcPtsd5: screen(3) }, stricter).outcome).toBe('clear')
  })

  test.each([
    [2, 2, 'clear'],
    [3, 2, 'advise'],
    [2, 3, 'advise'],
  ])('A08: %i on mood and %i on worry is %s', (mood, worry, outcome) => {
    const facts = {
      phq2: phq2.score({ 'phq2-01': 2, 'phq2-02': mood - 2 }),
      gad2: gad2.score({ 'gad2-01': 2, 'gad2-02': worry - 2 }),
    }
    expect(moodOrWorryScreen.judge(facts, signed).outcome).toBe(outcome)
  })

  test('A07 and A08 say nothing to somebody who skipped them', () => {
    expect(findings([traumaScreen, moodOrWorryScreen], {}, signed)).toEqual([])
  })

  test('A09 stands under every result', () => {
    expect(findings([limitsOfSelfCheck], {}, {})).toMatchObject([{ severity: 'inform', isUnknown: false }])
  })
})
