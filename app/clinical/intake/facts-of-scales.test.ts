import { describe, expect, test } from 'vitest'
import { SIGNED } from '../../../tests/ordinary-patient.ts'
import { type Answers, YES } from '../instruments/instrument.ts'
import { intakeRules } from '../rules/intake/rules.ts'
import { riskFacts, scaleFacts } from './facts-of-scales.ts'
import type { ScalesNow } from './scales.ts'

const ALL_NO: Answers = { 'cssrs-1': 0, 'cssrs-2': 0, 'cssrs-6': 0 }
const NO_3_TO_5: Answers = { 'cssrs-3': 0, 'cssrs-4': 0, 'cssrs-5': 0 }
const WISH: Answers = {
  'cssrs-1': YES,
  'cssrs-6': 0,
  'cssrs-3': 'skipped',
  'cssrs-4': 'skipped',
  'cssrs-5': 'skipped',
}

describe('the suicide screen of a practice that has loaded its text', () => {
  test.each<[string, Answers, string, number]>([
    ['six noes, as far as it asks', ALL_NO, 'none', 0],
    ['a wish', { ...ALL_NO, 'cssrs-1': YES }, 'low', 0],
    ['thoughts', { ...ALL_NO, 'cssrs-2': YES, 'cssrs-3': 0, 'cssrs-4': 0, 'cssrs-5': 0 }, 'low', 0],
    ['a method', { ...ALL_NO, 'cssrs-2': YES, 'cssrs-3': YES, 'cssrs-4': 0, 'cssrs-5': 0 }, 'moderate', 0],
    ['an intent', { ...ALL_NO, 'cssrs-2': YES, 'cssrs-3': 0, 'cssrs-4': YES, 'cssrs-5': 0 }, 'high', 0],
    ['long ago', { ...ALL_NO, 'cssrs-6': YES, 'cssrs-6-recent': 0 }, 'moderate', 0],
    ['not long ago', { ...ALL_NO, 'cssrs-6': YES, 'cssrs-6-recent': YES }, 'high', 0],
    [
      'a method, behaviour ever, and nothing on when',
      {
        ...{ 'cssrs-1': YES, 'cssrs-2': YES, 'cssrs-3': YES, 'cssrs-4': 0, 'cssrs-5': 0 },
        ...{ 'cssrs-6': YES, 'cssrs-6-recent': 'skipped' },
      },
      ...(['high', 1] as const),
    ],
    ['a wish, and the rest passed over', { ...WISH, 'cssrs-2': 'skipped' }, 'high', 4],
    [
      'thoughts, and a method passed over',
      { ...ALL_NO, 'cssrs-2': YES, 'cssrs-3': 'skipped', 'cssrs-4': 0, 'cssrs-5': 0 },
      ...(['moderate', 1] as const),
    ],
    [
      'thoughts, and an intent passed over',
      { ...ALL_NO, 'cssrs-2': YES, 'cssrs-3': 0, 'cssrs-4': 'skipped', 'cssrs-5': 0 },
      ...(['high', 1] as const),
    ],
    [
      'a wish, where the gap changes nothing',
      { ...ALL_NO, 'cssrs-1': 'skipped', 'cssrs-2': YES, ...NO_3_TO_5 },
      'low',
      1,
    ],
    ['one passed over', { ...ALL_NO, 'cssrs-1': 'skipped' }, 'undetermined', 1],
    ['one passed over, one unreadable', { ...ALL_NO, 'cssrs-1': 'skipped', 'cssrs-6': 7 }, 'undetermined', 2],
  ])('%s: level and what was passed over', (_what, answers, cssrsLevel, cssrsItemsSkipped) => {
    expect(riskFacts(answers)).toEqual({ cssrsLevel, cssrsItemsSkipped })
  })

  const facts = (now: Partial<ScalesNow>) =>
    scaleFacts({ parts: {}, answered: {}, inForce: new Set(), ...now })

  test('what cannot be told from high is judged as high: a person now, and what was passed over beside it', () => {
    const risk = riskFacts({ ...ALL_NO, 'cssrs-6': YES, 'cssrs-6-recent': 'skipped' })
    const { B01, B02, B03, B04 } = intakeRules
    const outcomes = [B01, B02, B03, B04].map((rule) => rule.judge(risk, SIGNED).outcome)
    expect(outcomes).toEqual(['block', 'clear', 'clear', 'block'])
  })

  test('answered, it is what its scorer says', () => {
    expect(facts({ answered: { also: { ...ALL_NO, 'cssrs-1': YES } } })).toMatchObject({
      ...{ cssrsLevel: 'low', cssrsItemsSkipped: 0 },
    })
  })

  test('to be asked, it is not known; with no text, the built-in one stands in', () => {
    const asked = facts({ inForce: new Set(['also']) })
    expect(asked).toHaveProperty('cssrsLevel', undefined)
    expect(asked).toHaveProperty('cssrsItemsSkipped', undefined)
    expect(facts({ inForce: new Set(['year']) })).toMatchObject({
      ...{ cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded' },
    })
  })
})
