import { describe, expect, test } from 'vitest'
import type { Answer, Told } from '../intake/question.ts'
import { JUDGED_AT } from '../rules/running.ts'
import { nextDayFacts } from './facts-of-next-day.ts'
import { NEXT_DAY } from './questions.ts'

/** Four times no: the fifth is not asked. */
const ASQ_NO = { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 }
const facts = (told: Told, asq = ASQ_NO) => nextDayFacts({ hoursSinceDose: 25 }, { asq, told })
const DECLINED = { declined: 'now' } as const

test('nothing told is nothing known, but that it was handed in and what is on record', () => {
  const { asq, ...rest } = facts({}, {} as typeof ASQ_NO)
  expect(asq).toMatchObject({ outcome: 'undetermined' })
  expect(Object.entries(rest).filter(([, value]) => value !== undefined)).toEqual([
    ['hoursSinceDose', 25],
    ['cssrsLevel', 'not-loaded'],
    ['cssrsItemsSkipped', 'not-loaded'],
    ['isNextDayCheckDone', true],
  ])
})

test.each<[Answer | undefined, number | undefined]>([
  ['none', 0],
  ['mild', 1],
  ['moderate', 2],
  ['severe', 3],
  ['awful', undefined],
  [undefined, undefined],
  [DECLINED, undefined],
])('side effects, %j: grade %s', (sideEffects, grade) => {
  expect(facts({ sideEffects }).worstSideEffect).toBe(grade)
})

const LISTS = {
  effects: {
    'blood-in-urine': 'hasBladderBlood',
    'vision-loss': 'hasVisionLoss',
    craving: 'hasCraving',
    'outside-session': 'usesOutsideSessions',
    shared: 'sharesMedicine',
  },
  changed: { voices: 'hearsVoices', 'much-energy': 'hasLessSleepMoreEnergy' },
} as const
const words = Object.entries(LISTS).flatMap(([list, meant]) =>
  Object.entries(meant).map(([word, name]) => [list, word, name, Object.values(meant)] as const),
)
test.each(words)('%s: %s is %s, and no other', (list, word, name, all) => {
  expect(all.map((each) => facts({ [list]: [word] })[each])).toEqual(all.map((each) => each === name))
  expect(facts({ [list]: [] })[name]).toBe(false)
  expect(facts({ [list]: DECLINED })[name]).toBeUndefined()
})

test.each([
  [1, undefined],
  [2, undefined],
  [3, false],
  [undefined, false],
])('questions of version %s: of medicine taken outside a session or by others, %s', (version, expected) => {
  const told = { effects: ['craving'] }
  const of = nextDayFacts({}, { asq: ASQ_NO, told, ...(version !== undefined && { version }) })
  expect([of.hasCraving, of.usesOutsideSessions, of.sharesMedicine]).toEqual([true, expected, expected])
})

describe('serious events', () => {
  test.each<[Answer | undefined, readonly string[] | undefined]>([
    [
      ['overdose', 'emergency-room'],
      ['emergency-room', 'overdose'],
    ],
    [['admission'], ['admission']],
    [['something'], []],
    [[], []],
    [DECLINED, undefined],
    [undefined, undefined],
  ])('%j: %j', (serious, expected) => {
    expect(facts({ serious }).seriousEvents).toEqual(expected)
  })
})

test('the other answers go to the facts of their names', () => {
  expect(facts({ slept: 'no', unrealHours: 3, drives: 'yes', integration: 8 })).toMatchObject({
    ...{ sleptSinceDose: false, unrealForHours: 3, plansToDrive: true, integration: 8 },
  })
})

describe('no question is asked in vain:', () => {
  const EVERYTHING: Record<string, Answer> = {
    ...{ slept: 'yes', sideEffects: 'mild', effects: ['craving'], unrealHours: 1, changed: ['voices'] },
    ...{ serious: ['overdose'], drives: 'no', integration: 5 },
  }
  test.each(NEXT_DAY.map(({ name }) => name))('%s changes a fact', (name) => {
    const rest = Object.fromEntries(Object.entries(EVERYTHING).filter(([each]) => each !== name))
    expect(EVERYTHING).toHaveProperty(name)
    expect(facts(rest)).not.toEqual(facts(EVERYTHING))
  })
})

test('the check is judged by the suicide screen and by what belongs to the day after', () => {
  expect(JUDGED_AT.nextDay.map(({ id }) => id).sort()).toEqual([
    ...['E03', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10', 'S01', 'S02', 'S03'],
  ])
})
