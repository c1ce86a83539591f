import { describe, expect, test } from 'vitest'
import { ORDINARY_INTAKE, SIGNED, unsigned } from '../../../../tests/ordinary-patient.ts'
import type { Order } from '../../facts/conditions.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import type { Outcome } from '../../outcome.ts'
import type { Limits } from '../../protocol.ts'
import { findings } from '../rule.ts'
import { type IntakeRuleId, intakeRules } from './rules.ts'

const outcomeOf = (id: IntakeRuleId, change: IntakeFacts, limits: Limits = SIGNED) =>
  intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, limits).outcome

describe('consents and basis', () => {
  test.each<[IntakeRuleId, IntakeFacts, Outcome]>([
    ['B31', { consentsInForce: ['telehealth', 'treatment'] }, 'clear'],
    ['B31', { consentsInForce: ['telehealth'] }, 'block'],
    ['B31', { consentsInForce: undefined }, 'unknown'],
    ['B32', { telehealthBasis: 'none' }, 'block'],
    ['B32', { telehealthBasisDaysLeft: 1 }, 'clear'],
    ['B32', { telehealthBasisDaysLeft: 0 }, 'clear'],
    ['B32', { telehealthBasisDaysLeft: -1 }, 'block'],
    ['B32', { telehealthBasisDaysLeft: 'no-end' }, 'clear'],
    ['B32', { telehealthBasisDaysLeft: undefined }, 'unknown'],
    ['B32', { isEncounterAudioVideo: false }, 'block'],
    ['B32', { isEncounterAudioVideo: undefined }, 'unknown'],
    ['B32', { isEncounterAudioVideo: false, telehealthBasis: 'in-person' }, 'clear'],
    ['B32', { telehealthBasis: undefined }, 'unknown'],
    ['B33', { stateOfLocation: 'NJ' }, 'clear'],
    ['B33', { stateOfLocation: 'GA' }, 'block'],
    ['B33', { stateOfLocation: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('without a signed list of consents or states nothing is ordered', () => {
    expect(outcomeOf('B31', {}, unsigned('intake.requiredConsents'))).toBe('unknown')
    const found = findings([intakeRules.B33], ORDINARY_INTAKE, unsigned('assessment.statesServed'))
    expect(found).toMatchObject([{ severity: 'block', isFinal: true }])
  })
})

const first: Order = {
  unitStrengthMg: 10,
  doseMg: 10,
  stepMg: 'first-order',
  units: 4,
  daysBetweenSessions: 7,
  daysSinceLastStep: 'never',
  departsIn: [],
}
const later: Order = { ...first, doseMg: 30, stepMg: 10, daysSinceLastStep: 14 }

describe('B34, with invented limits', () => {
  test.each<[Order, Outcome]>([
    [first, 'clear'],
    [{ ...first, unitStrengthMg: 20 }, 'clear'],
    [{ ...first, unitStrengthMg: 15 }, 'block'],
    [{ ...first, doseMg: 20 }, 'clear'],
    [{ ...first, doseMg: 21 }, 'block'],
    [{ ...first, doseMg: 5 }, 'clear'],
    [{ ...first, doseMg: 4 }, 'block'],
    [{ ...first, units: 8 }, 'clear'],
    [{ ...first, units: 9 }, 'block'],
    [{ ...first, daysBetweenSessions: 6 }, 'block'],
    [{ ...first, daysBetweenSessions: 8 }, 'clear'],
    [later, 'clear'],
    [{ ...later, stepMg: 11 }, 'block'],
    [{ ...later, stepMg: 9 }, 'clear'],
    [{ ...later, daysSinceLastStep: 13 }, 'block'],
    [{ ...later, daysSinceLastStep: 15 }, 'clear'],
    [{ ...later, daysSinceLastStep: 'never' }, 'clear'],
    [{ ...later, stepMg: 0, daysSinceLastStep: 1 }, 'clear'],
    [{ ...later, stepMg: -10, daysSinceLastStep: 1 }, 'clear'],
    [{ ...later, doseMg: 60 }, 'clear'],
    [{ ...later, doseMg: 61 }, 'block'],
    [{ ...later, doseMg: Number.NaN }, 'unknown'],
    [{ ...later, doseMg: 61, departsIn: ['doseMg'] }, 'clear'],
    [{ ...later, doseMg: 61, departsIn: ['stepMg'] }, 'block'],
    [{ ...later, doseMg: Number.NaN, departsIn: ['doseMg'] }, 'unknown'],
    [{ ...first, doseMg: 4, departsIn: ['doseMg'] }, 'clear'],
    [{ ...later, stepMg: 11, departsIn: ['stepMg'] }, 'clear'],
    [{ ...later, daysSinceLastStep: 13, departsIn: ['daysSinceLastStep'] }, 'clear'],
    [{ ...first, daysBetweenSessions: 6, departsIn: ['daysBetweenSessions'] }, 'clear'],
    [{ ...first, units: 9, departsIn: ['doseMg', 'stepMg'] }, 'block'],
  ])('%j is %s', (order, outcome) => {
    expect(outcomeOf('B34', { order })).toBe(outcome)
  })

  const byWeight: Limits = {
    ...SIGNED,
    dose: { ...SIGNED.dose, isWeightBased: true, absoluteMaxMgPerKg: 0.5 },
  }
  test.each<[number | undefined, Outcome]>([
    [60, 'clear'],
    [61, 'clear'],
    [59, 'block'],
    [undefined, 'unknown'],
    [0, 'unknown'],
  ])('by weight: %s kg is %s', (weightKg, outcome) => {
    expect(outcomeOf('B34', { order: later, weightKg }, byWeight)).toBe(outcome)
  })

  test('a reason takes no limit’s place: one that nobody signed closes all the same', () => {
    const reasoned: Order = { ...first, departsIn: ['doseMg'] }
    expect(outcomeOf('B34', { order: reasoned }, unsigned('dose.absoluteMaxMg'))).toBe('unknown')
  })

  test('says which number does not fit, and the signed one beside it', () => {
    const { evidence } = intakeRules.B34.judge({ ...ORDINARY_INTAKE, order: { ...first, units: 9 } }, SIGNED)
    expect(evidence).toEqual({ order: 'units 9', 'refill.maxUnits': 8 })
  })

  test('without an order there is nothing to judge; with one and no signed protocol it is closed', () => {
    expect(outcomeOf('B34', { order: 'none-yet' }, {})).toBe('clear')
    expect(findings([intakeRules.B34], { order: first }, {})).toMatchObject([
      { severity: 'block', isUnknown: true },
    ])
    expect(findings([intakeRules.B34], {}, SIGNED)).toMatchObject([{ severity: 'block', isUnknown: true }])
  })

  test.each(intakeRules.B34.limits.filter((path) => !/Kg|step|Steps|first|Weight/.test(path)))(
    'is closed without a signed %s',
    (path) => {
      expect(outcomeOf('B34', { order: first }, unsigned(path))).toBe('unknown')
    },
  )

  test.each(['dose.firstMinMg', 'dose.firstMaxMg'])('a first order is closed without a signed %s', (path) => {
    expect(outcomeOf('B34', { order: first }, unsigned(path))).toBe('unknown')
  })

  test.each(['dose.stepMaxMg', 'dose.minDaysBetweenSteps'])(
    'a step up is closed without a signed %s',
    (path) => {
      expect(outcomeOf('B34', { order: later }, unsigned(path))).toBe('unknown')
    },
  )
})

describe('B35', () => {
  const byWeight: Limits = { ...SIGNED, dose: { isWeightBased: true } }
  test.each<[IntakeFacts, Outcome]>([
    [{ weightKg: 34 }, 'block'],
    [{ weightKg: 35 }, 'clear'],
    [{ weightKg: 250 }, 'clear'],
    [{ weightKg: 251 }, 'block'],
    [{ heightCm: 119 }, 'block'],
    [{ heightCm: 120 }, 'clear'],
    [{ heightCm: 230 }, 'clear'],
    [{ heightCm: 231 }, 'block'],
    [{ weightKg: undefined }, 'unknown'],
    [{ heightCm: undefined }, 'unknown'],
  ])('where the dose goes by weight, %j is %s', (change, outcome) => {
    expect(outcomeOf('B35', change, byWeight)).toBe(outcome)
  })

  test('asks for nothing where it does not, and is closed where nobody signed whether', () => {
    expect(outcomeOf('B35', { weightKg: undefined })).toBe('clear')
    expect(outcomeOf('B35', { weightKg: undefined }, unsigned('dose.isWeightBased'))).toBe('unknown')
    expect(outcomeOf('B34', { weightKg: undefined }, unsigned('dose.isWeightBased'))).toBe('unknown')
  })
})

test('what an order hangs on closes it when it is not known; medicines and feeding are looked at', () => {
  const weight = (ids: readonly IntakeRuleId[]) => ids.map((id) => intakeRules[id].whenUnknown)
  const closing = [
    'B04',
    'B16',
    'B25',
    'B32',
    'B33',
    'B34',
    'B35',
    'B36',
    'B37',
    'B38',
    'B40',
    'B42',
  ] as const
  expect(new Set(weight(closing))).toEqual(new Set(['block']))
  expect(new Set(weight(['B18', 'B19', 'B20', 'B26']))).toEqual(new Set(['review']))
})
