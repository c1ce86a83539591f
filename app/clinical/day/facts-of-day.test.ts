import { describe, expect, test } from 'vitest'
import { SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { Answer, Told } from '../intake/question.ts'
import type { Limits } from '../protocol.ts'
import { dayOfRules } from '../rules/day-of/rules.ts'
import { celsius, dayOfFacts, partOfRule } from './facts-of-day.ts'
import type { DayKnown } from './own-questions.ts'
import { PATIENT_DAY, SUPPORT_DAY } from './questions.ts'

/** Four times no: the fifth is not asked. */
const ASQ_NO = { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 }
/** Nothing was ever told of them. */
const KNOWN: DayKnown = { medicines: undefined, canBePregnant: true, today: '2026-11-22' }
const patient = (told: Told, known: Partial<DayKnown> = {}) =>
  dayOfFacts({}, { ...KNOWN, ...known }, { asq: ASQ_NO, told }, undefined, {})
const support = (told: Told, limits: Limits = {}) => dayOfFacts({}, KNOWN, undefined, { told }, limits)
const facts = (all: DayOfFacts, ...names: readonly (keyof DayOfFacts)[]) => names.map((name) => all[name])
const DECLINED = { declined: 'now' } as const

test('a half that was not handed in leaves everything in it unknown', () => {
  const known = (all: DayOfFacts) =>
    Object.entries(all).filter(([, value]) => value !== undefined && value !== 'not-loaded')
  expect(known(dayOfFacts({}, KNOWN, undefined, undefined, {}))).toEqual([['previousDssBRise', 'none']])
  expect(known(support({}))).toEqual([['previousDssBRise', 'none']])
  expect(known(patient({})).map(([name]) => name)).toEqual(['previousDssBRise', 'asq'])
})

test('scales nobody loaded are named as that, and what is on record stays', () => {
  expect(dayOfFacts({ ageYears: 50, unitsExpected: 4 }, KNOWN, undefined, undefined, {})).toEqual({
    ...{ ageYears: 50, unitsExpected: 4 },
    ...{ cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded', dssB: 'not-loaded' },
    ...{ dssBBaseline: undefined, previousDssBRise: 'none' },
  })
})

describe('what the patient tells', () => {
  test('numbers and words go to the facts of their names', () => {
    const told: Told = {
      ...{ distress: 4, usualDistress: 2, sleptHours: 7, foodHours: 8, drinkMinutes: 60 },
      ...{ alpha: 'yes', alphaHours: 10, alphaMissed: 'no', dependants: 'no', drives: 'yes' },
      ...{ pregnant: 'possible', pregnancyTest: 'negative', pregnancyTestHours: 3, periodLate: 'no' },
    }
    expect(patient(told)).toMatchObject({
      asq: { outcome: 'negative' },
      ...{ distress: 4, usualDistress: 2, sleptHours: 7, hoursSinceFood: 8, minutesSinceClearLiquids: 60 },
      ...{ takesAlphaMedicine: true, hoursSinceAlphaMedicine: 10, missedUsualAlphaDose: false },
      ...{ isAloneWithDependant: false, plansToDrive: true },
      ...{ isPregnancyPossible: true, pregnancyTest: 'negative', hoursSincePregnancyTest: 3 },
      isPeriodLate: false,
    })
  })

  test.each<[string, Answer | undefined, (boolean | undefined)[]]>([
    ['fine', 'fine', [false, false]],
    ['hard', 'hard', [true, false]],
    ['not today', 'not-today', [false, true]],
    ['nothing', undefined, [undefined, undefined]],
    ['that they would rather not say', DECLINED, [undefined, undefined]],
  ])('their own word, %s, is a crisis day, or a day that is none', (_word, ownWord, expected) => {
    expect(facts(patient({ ownWord }), 'isCrisisDay', 'saysNotToday')).toEqual(expected)
  })

  const LISTS = {
    ill: { fever: 'hasFever', vomited: 'hasVomited', cough: 'hasCough', 'head-injury': 'hasHeadInjury' },
    since: {
      voices: 'hasVoicesOrStrangeBeliefs',
      'much-energy': 'hasLittleSleepMuchEnergy',
      'bladder-pain': 'hasBladderPain',
      'blood-in-urine': 'hasBloodInUrine',
      'heart-event': 'hasNewHeartEvent',
      'new-diagnosis': 'hasNewPsychiatricDiagnosis',
    },
  } as const
  const words = Object.entries(LISTS).flatMap(([list, meant]) =>
    Object.entries(meant).map(([word, name]) => [list, word, name, Object.values(meant)] as const),
  )
  test.each(words)('%s: %s is %s, and no other', (list, word, name, all) => {
    expect(facts(patient({ [list]: [word] }), ...all)).toEqual(all.map((each) => each === name))
    expect(facts(patient({ [list]: [] }), name)).toEqual([false])
    expect(facts(patient({ [list]: DECLINED }), name)).toEqual([undefined])
    expect(facts(patient({}), name)).toEqual([undefined])
  })

  test.each<[string, readonly string[] | undefined, (string | undefined)[]]>([
    ['nothing taken', [], ['no', 'no', 'no']],
    ['a drink', ['alcohol'], ['yes', 'no', 'no']],
    ['a sedative and cannabis', ['sedative', 'cannabis'], ['no', 'yes', 'yes']],
    ['not sure', ['not-sure'], ['unsure', 'unsure', 'unsure']],
    ['a drink, and not sure of the rest', ['alcohol', 'not-sure'], ['yes', 'unsure', 'unsure']],
    ['not told', undefined, [undefined, undefined, undefined]],
  ])('%s', (_what, taken, expected) => {
    expect(facts(patient({ taken }), 'tookAlcohol', 'tookSedative', 'tookCannabis')).toEqual(expected)
  })

  test.each([
    ['negative', 'negative'],
    ['positive', 'positive'],
    ['not-done', 'not-done'],
    ['anything else', undefined],
  ])('a pregnancy test, %s: %s', (pregnancyTest, expected) => {
    expect(patient({ pregnancyTest }).pregnancyTest).toBe(expected)
  })

  test.each([
    ['does-not-apply', false],
    ['no', false],
    ['possible', true],
    [undefined, undefined],
  ])('a pregnancy, %s: %s', (pregnant, expected) => {
    expect(patient({ pregnant }).isPregnancyPossible).toBe(expected)
  })

  test('nobody is asked whether they are pregnant of whom the record says that they cannot be', () => {
    expect(patient({}, { canBePregnant: false }).isPregnancyPossible).toBe(false)
  })

  test.each([
    ['no', true],
    ['does-not-apply', true],
    [undefined, true],
    ['possible', true],
    ['no', false],
  ])('a positive test is possible and positive, beside %s, asked %s', (pregnant, canBePregnant) => {
    const told = { pregnant, pregnancyTest: 'positive' }
    expect(facts(patient(told, { canBePregnant }), 'isPregnancyPossible', 'pregnancyTest')).toEqual([
      true,
      'positive',
    ])
    expect(dayOfRules.C26.judge(patient(told, { canBePregnant }), SESSION_SIGNED).outcome).toBe('block')
    const negative = patient({ ...told, pregnancyTest: 'negative' }, { canBePregnant })
    expect(negative.isPregnancyPossible).toBe(patient({ pregnant }, { canBePregnant }).isPregnancyPossible)
  })

  test.each([
    ['FL', 'FL'],
    ['elsewhere', 'elsewhere'],
    [DECLINED, undefined],
    [undefined, undefined],
  ])('where they are now, %j: %s', (inState, expected) => {
    expect(patient({ inState }).stateOfLocation).toBe(expected)
  })
})

describe('what the support person tells', () => {
  test('goes to the facts of its names, and two readings to their mean', () => {
    const told: Told = {
      ...{ here: 'yes', sober: 'no', ageYears: 40, phone: 'yes', address: 'no', contact: 'yes' },
      ...{ firstUpper: 122, firstLower: 78, secondUpper: 120, secondLower: 77, pulse: 70, oxygen: 98 },
      ...{ breaths: 14, temperature: '36,8', standingUpper: 110, lightHeaded: 'no', deviceFault: 'no' },
      ...{ rested: 'yes', units: 4 },
    }
    const { previousDssBRise: _, ...all } = support(told)
    const known = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined && value !== 'not-loaded'),
    )
    expect(known).toEqual({
      ...{ isSupportPersonHere: true, isSupportPersonSober: false, supportPersonAgeYears: 40 },
      ...{ isPhoneTested: true, isAddressConfirmedToday: false, isEmergencyContactConfirmedToday: true },
      ...{ systolicMmHg: 121, diastolicMmHg: 77.5, pulsePerMinute: 70, oxygenPercent: 98 },
      ...{ breathsPerMinute: 14, temperatureCelsius: 36.8, standingSystolicMmHg: 110 },
      ...{ isLightHeadedStanding: false, hasDeviceFault: false, isRestedRepeat: true, unitsCounted: 4 },
    })
  })

  test('one pressure alone is none', () => {
    for (const told of [{ firstUpper: 120 }, { secondUpper: 120 }])
      expect(support(told).systolicMmHg).toBeUndefined()
  })

  test.each([
    ['blood-pressure', ['systolicMmHg', 'diastolicMmHg']],
    ['pulse', ['pulsePerMinute']],
    ['oxygen', ['oxygenPercent']],
    ['breathing', ['breathsPerMinute']],
    ['temperature', ['temperatureCelsius']],
  ] as const)('without %s only where the protocol lets people go without it', (kind, names) => {
    const READINGS = [
      ...(['systolicMmHg', 'diastolicMmHg', 'pulsePerMinute', 'oxygenPercent'] as const),
      ...(['breathsPerMinute', 'temperatureCelsius'] as const),
    ]
    const limits: Limits = { vitals: { before: { mayGoWithout: [kind] } } }
    const exempt = READINGS.filter((name) => support({}, limits)[name] === 'exempt')
    expect(exempt).toEqual(names)
    expect(READINGS.filter((name) => support({}, {})[name] !== undefined)).toEqual([])
    expect(support({ pulse: 70, oxygen: 98 }, limits)).toMatchObject({
      pulsePerMinute: 70,
      oxygenPercent: 98,
    })
  })
})

test.each([
  [{}, 'exempt', 'exempt'],
  [{ firstUpper: 190 }, undefined, undefined],
  [{ firstUpper: 190, firstLower: 120 }, undefined, undefined],
  [{ firstUpper: 190, firstLower: 120, secondUpper: 188 }, 189, undefined],
  [{ firstUpper: 190, firstLower: 120, secondUpper: 188, secondLower: 118 }, 189, 119],
])('who may go without a pressure and took some of it, %o, is not exempt', (told, upper, lower) => {
  const limits: Limits = { vitals: { before: { mayGoWithout: ['blood-pressure'] } } }
  const { systolicMmHg, diastolicMmHg } = support(told, limits)
  expect([systolicMmHg, diastolicMmHg]).toEqual([upper, lower])
})

test.each([
  ['36.8', 36.8],
  ['36,8', 36.8],
  [' 37 ', 37],
  ['29.9', undefined],
  ['30', 30],
  ['45', 45],
  ['45.1', undefined],
  ['85.9', undefined],
  ['86', 30],
  ['98.6', 37],
  ['113', 45],
  ['113.1', undefined],
  ['warm', undefined],
  ['', undefined],
  [undefined, undefined],
])('a thermometer that shows %s: %s °C', (written, expected) => {
  expect(celsius(written)).toBe(expected)
})

describe('no question is asked in vain:', () => {
  const EVERYTHING: Record<string, Answer> = {
    ...{ ownWord: 'hard', distress: 5, usualDistress: 3, sleptHours: 6, foodHours: 8, drinkMinutes: 60 },
    ...{ taken: ['alcohol'], ill: ['fever'], since: ['voices'], medicineChange: ['started', 'stopped'] },
    ...{ newMedicineName: 'lithium', stoppedMedicineName: 'rifampin', inState: 'NJ' },
    ...{ alpha: 'yes', alphaHours: 9, alphaMissed: 'yes' },
    ...{ pregnant: 'possible', pregnancyTest: 'positive', pregnancyTestHours: 3, periodLate: 'yes' },
    ...{ dependants: 'yes', drives: 'yes' },
    ...{ here: 'yes', sober: 'yes', ageYears: 40, phone: 'yes', address: 'yes', contact: 'yes' },
    ...{ firstUpper: 122, firstLower: 78, secondUpper: 120, secondLower: 76, pulse: 70, oxygen: 98 },
    ...{ breaths: 14, temperature: '37', standingUpper: 110, lightHeaded: 'no', deviceFault: 'no' },
    ...{ rested: 'yes', units: 4 },
  }
  const without = (name: string) =>
    Object.fromEntries(Object.entries(EVERYTHING).filter(([each]) => each !== name))

  test.each(PATIENT_DAY.map(({ name }) => name))('the patient’s %s changes a fact', (name) => {
    expect(EVERYTHING).toHaveProperty(name)
    const told = { [name]: EVERYTHING[name] }
    const isHeard = [patient(without(name)), patient({})].some(
      (facts, i) => JSON.stringify(facts) !== JSON.stringify(patient([EVERYTHING, told][i] ?? {})),
    )
    expect(isHeard).toBe(true)
  })

  test.each(SUPPORT_DAY.map(({ name }) => name))('the support person’s %s changes a fact', (name) => {
    expect(EVERYTHING).toHaveProperty(name)
    expect(support(without(name))).not.toEqual(support(EVERYTHING))
  })
})

test('a finding belongs to the half whose answers it was made from', () => {
  const ids = Object.keys(dayOfRules)
  expect(ids.filter((id) => partOfRule(id) === 'support-person')).toEqual([
    ...['C05', 'C06', 'C07', 'C10', 'C12', 'C13', 'C21'],
  ])
  expect(partOfRule('S01')).toBe('patient')
})
