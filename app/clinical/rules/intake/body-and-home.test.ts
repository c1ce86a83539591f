import { describe, expect, test } from 'vitest'
import { ORDINARY_INTAKE, SIGNED, unsigned } from '../../../../tests/ordinary-patient.ts'
import { HEART_CONDITIONS } from '../../facts/conditions.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import type { Outcome } from '../../outcome.ts'
import { findings } from '../rule.ts'
import { type IntakeRuleId, intakeRules } from './rules.ts'

const outcomeOf = (id: IntakeRuleId, change: IntakeFacts, limits = SIGNED) =>
  intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, limits).outcome

type Row = [IntakeRuleId, IntakeFacts, Outcome]

test.each<Row>([
  ['B21', { homeSystolicMmHg: 139, homeDiastolicMmHg: 89 }, 'clear'],
  ['B21', { homeSystolicMmHg: 140, homeDiastolicMmHg: 89 }, 'review'],
  ['B21', { homeSystolicMmHg: 139, homeDiastolicMmHg: 90 }, 'review'],
  ['B21', { homeSystolicMmHg: 159, homeDiastolicMmHg: 99 }, 'review'],
  ['B21', { homeSystolicMmHg: 160, homeDiastolicMmHg: 80 }, 'block'],
  ['B21', { homeSystolicMmHg: 161, homeDiastolicMmHg: 80 }, 'block'],
  ['B21', { homeSystolicMmHg: 120, homeDiastolicMmHg: 100 }, 'block'],
  ['B21', { homeSystolicMmHg: undefined }, 'unknown'],
  ['B21', { homeSystolicMmHg: undefined, homeDiastolicMmHg: 100 }, 'block'],
  ['B21', { homeSystolicMmHg: Number.NaN }, 'unknown'],
  ['B22', { stopBangRisk: 'intermediate' }, 'clear'],
  ['B22', { stopBangRisk: 'high' }, 'review'],
  ['B22', { stopBangRisk: 'high', medicineClasses: ['benzodiazepine'] }, 'block'],
  ['B22', { stopBangRisk: 'high', medicineClasses: ['opioid-full-agonist'] }, 'block'],
  ['B22', { stopBangRisk: 'high', medicineClasses: ['buprenorphine-or-methadone'] }, 'block'],
  ['B22', { stopBangRisk: 'high', medicineClasses: undefined }, 'unknown'],
  ['B22', { stopBangRisk: 'high', pdmpShowsOpioid: true }, 'block'],
  ['B22', { stopBangRisk: 'high', pdmpShowsBenzodiazepine: true }, 'block'],
  ['B22', { stopBangRisk: 'high', pdmpShowsBenzodiazepine: true, medicineClasses: undefined }, 'block'],
  ['B22', { stopBangRisk: 'high', pdmpShowsOtherKetamine: true }, 'review'],
  ['B22', { stopBangRisk: 'high', pdmpShowsOpioid: undefined }, 'unknown'],
  ['B22', { stopBangRisk: 'intermediate', pdmpShowsOpioid: true }, 'clear'],
  ['B22', { stopBangRisk: undefined }, 'unknown'],
  ['B23', { icsiTotal: 7 }, 'clear'],
  ['B23', { icsiTotal: 8 }, 'review'],
  ['B23', { icsiTotal: 9 }, 'review'],
  ['B23', { hasBloodInUrine: true }, 'review'],
  ['B23', { icsiTotal: 'not-loaded' }, 'clear'],
  ['B23', { icsiTotal: 'not-loaded', hasBladderWarningSign: true }, 'review'],
  ['B23', { icsiTotal: undefined }, 'unknown'],
  ['B24', { hasSevereLiverDisease: true }, 'block'],
  ['B24', { altTimesUpperLimit: 1.4 }, 'clear'],
  ['B24', { altTimesUpperLimit: 1.5 }, 'review'],
  ['B24', { altTimesUpperLimit: 2.9 }, 'review'],
  ['B24', { altTimesUpperLimit: 3 }, 'block'],
  ['B24', { altTimesUpperLimit: undefined }, 'unknown'],
  ['B25', { pregnancyTest: 'negative' }, 'clear'],
  ['B25', { pregnancyTest: 'positive' }, 'block'],
  ['B25', { pregnancyTest: 'not-done' }, 'block'],
  ['B25', { pregnancyTest: undefined }, 'unknown'],
  ['B25', { isPregnancyTestNeeded: false, pregnancyTest: undefined }, 'clear'],
  ['B25', { isPregnancyTestNeeded: undefined, pregnancyTest: 'not-done' }, 'unknown'],
  ['B26', { isBreastfeeding: true }, 'review'],
  ['B26', { isBreastfeeding: false }, 'clear'],
  ['B26', { isBreastfeeding: undefined }, 'unknown'],
  ['B27', { ageYears: 64 }, 'clear'],
  ['B27', { ageYears: 65 }, 'review'],
  ['B27', { ageYears: 66 }, 'review'],
  ['B27', { ageYears: undefined }, 'unknown'],
])('%s: %j is %s', (id, change, outcome) => {
  expect(outcomeOf(id, change)).toBe(outcome)
})

test.each<[IntakeRuleId, string]>([
  ['B21', 'vitals.atHome.holdSystolicMmHg'],
  ['B21', 'vitals.atHome.reviewDiastolicMmHg'],
  ['B23', 'instruments.icsi.reviewTotal'],
  ['B27', 'intake.reviewAgeYears'],
])('%s without a signed %s is unknown', (id, path) => {
  expect(outcomeOf(id, {}, unsigned(path))).toBe('unknown')
})

test('B24 is unknown without a signed limit once there is a value', () => {
  const limits = unsigned('monitoring.altHoldTimesUpperLimit')
  expect(outcomeOf('B24', { altTimesUpperLimit: 1 }, limits)).toBe('unknown')
  expect(outcomeOf('B24', {}, limits)).toBe('clear')
})

describe('contraindications', () => {
  test.each<Row>([
    ['B36', { hasKetamineAllergy: true }, 'block'],
    ['B36', { hasKetamineAllergy: false }, 'clear'],
    ['B36', { hasKetamineAllergy: undefined }, 'unknown'],
    ['B37', { heartConditions: [] }, 'clear'],
    ['B37', { heartConditions: undefined }, 'unknown'],
    ['B38', { hasRaisedIntracranialPressure: true }, 'block'],
    ['B38', { hasHeadInjuryWithSymptoms: true }, 'block'],
    ['B38', { hasAngleClosureGlaucoma: true }, 'block'],
    ['B38', { hasAngleClosureGlaucoma: undefined }, 'unknown'],
    ['B39', { hasSeizureDisorder: true }, 'review'],
    ['B39', { hasUntreatedHyperthyroidism: true }, 'block'],
    ['B39', { hasSeizureDisorder: true, hasUntreatedHyperthyroidism: undefined }, 'unknown'],
    ['B39', { hasSeizureDisorder: undefined, hasUntreatedHyperthyroidism: true }, 'block'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test.each(HEART_CONDITIONS)('B37 blocks for %s', (condition) => {
    expect(outcomeOf('B37', { heartConditions: [condition] })).toBe('block')
  })

  test('never asked is as closed as yes', () => {
    const found = findings([intakeRules.B36, intakeRules.B37, intakeRules.B38], {}, SIGNED)
    expect(found.map(({ severity, isUnknown }) => [severity, isUnknown])).toEqual([
      ['block', true],
      ['block', true],
      ['block', true],
    ])
    expect(found[0]).toMatchObject({ ruleId: 'B36', isFinal: true })
  })
})

describe('home and support', () => {
  test.each<Row>([
    ['B28', { hasConfirmedSupportPerson: false }, 'block'],
    ['B28', { hasConfirmedSupportPerson: undefined }, 'unknown'],
    ['B29', { isUnsafeAtHome: true }, 'block'],
    ['B29', { fearsSupportPerson: true }, 'block'],
    ['B29', { isUnsafeAtHome: false, fearsSupportPerson: undefined }, 'unknown'],
    ['B29', { isUnsafeAtHome: undefined, fearsSupportPerson: true }, 'block'],
    ['B40', { hasVoiceLine: false }, 'block'],
    ['B40', { hasConfirmableAddress: false }, 'block'],
    ['B40', { hasVoiceLine: undefined }, 'unknown'],
    ['B41', { daysSinceRecentEvent: 29 }, 'review'],
    ['B41', { daysSinceRecentEvent: 30 }, 'review'],
    ['B41', { daysSinceRecentEvent: 31 }, 'clear'],
    ['B41', { daysSinceRecentEvent: undefined }, 'unknown'],
    ['B41', { isHardAnniversary: true }, 'review'],
    ['B42', { storageConfirmed: ['lockbox', 'away-from-children', 'away-from-pets'] }, 'block'],
    ['B42', { storageConfirmed: undefined }, 'unknown'],
    ['B42', { order: undefined, storageConfirmed: [] }, 'unknown'],
    ['B42', { order: 'none-yet', storageConfirmed: [] }, 'clear'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('what makes a home unsafe is in no finding', () => {
    const [found] = findings([intakeRules.B29], { ...ORDINARY_INTAKE, fearsSupportPerson: true }, SIGNED)
    expect(found?.evidence).toEqual({ fearsSupportPerson: 'partner-safety' })
  })

  test('B42 names what is not confirmed', () => {
    const { evidence } = intakeRules.B42.judge({ ...ORDINARY_INTAKE, storageConfirmed: ['lockbox'] }, SIGNED)
    expect(evidence.storageConfirmed).toBe('without away-from-children, away-from-pets, weapons-locked')
  })
})
