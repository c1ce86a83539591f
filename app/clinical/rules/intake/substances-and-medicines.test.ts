import { describe, expect, test } from 'vitest'
import { ORDINARY_INTAKE, SIGNED, tapsOf, unsigned } from '../../../../tests/ordinary-patient.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import { alcoholQuestion } from '../../instruments/alcohol-question.ts'
import type { Outcome } from '../../outcome.ts'
import type { Limits } from '../../protocol.ts'
import { findings } from '../rule.ts'
import { type IntakeRuleId, intakeRules } from './rules.ts'

const outcomeOf = (id: IntakeRuleId, change: IntakeFacts, limits: Limits = SIGNED) =>
  intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, limits).outcome

type Row = [IntakeRuleId, IntakeFacts, Outcome]

const drankOn = (days: number) => alcoholQuestion.score({ 'alcohol-days': days })

describe('substances', () => {
  test.each<Row>([
    ['B13', { sexAtBirth: 'male', auditCTotal: 3 }, 'clear'],
    ['B13', { sexAtBirth: 'male', auditCTotal: 4 }, 'advise'],
    ['B13', { sexAtBirth: 'female', auditCTotal: 2 }, 'clear'],
    ['B13', { sexAtBirth: 'female', auditCTotal: 3 }, 'advise'],
    ['B13', { sexAtBirth: undefined, auditCTotal: 3 }, 'advise'],
    ['B13', { sexAtBirth: 'intersex', auditCTotal: 3 }, 'advise'],
    ['B13', { auditCTotal: 6 }, 'advise'],
    ['B13', { auditCTotal: 7 }, 'review'],
    ['B13', { auditCTotal: 8 }, 'review'],
    ['B13', { auditCTotal: undefined }, 'unknown'],
    ['B13', { auditCTotal: 'not-loaded', alcoholQuestion: drankOn(0) }, 'clear'],
    ['B13', { auditCTotal: 'not-loaded', alcoholQuestion: drankOn(1) }, 'advise'],
    ['B13', { auditCTotal: 'not-loaded', alcoholQuestion: undefined }, 'unknown'],
    ['B13', { auditCTotal: 1, alcoholQuestion: drankOn(300) }, 'clear'],
    ['B13', { sexAtBirth: 'male', auditCTotal: 5 }, 'advise'],
    ['B13', { sexAtBirth: 'male', auditCTotal: 7 }, 'review'],
    ['B13', { sexAtBirth: undefined, auditCTotal: 2 }, 'clear'],
    ['B14', { dast10Total: 2 }, 'clear'],
    ['B14', { dast10Total: 3 }, 'review'],
    ['B14', { dast10Total: 4 }, 'review'],
    ['B14', { hasCurrentDependence: true }, 'block'],
    ['B14', { everOpioidUseDisorder: true }, 'block'],
    ['B14', { hasCurrentDependence: undefined, dast10Total: 3 }, 'unknown'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({}) }, 'clear'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-drugs': 1 }) }, 'review'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-medicines': 1 }) }, 'review'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-tobacco': 4 }) }, 'clear'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-drugs': 'skipped' }) }, 'unknown'],
    ['B14', { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-medicines': 'skipped' }) }, 'unknown'],
    ['B14', { dast10Total: 'not-loaded', taps1: undefined }, 'unknown'],
    ['B14', { dast10Total: 0, taps1: tapsOf({ 'taps1-drugs': 1 }) }, 'clear'],
    ['B14', { dast10Total: 0, taps1: undefined }, 'clear'],
    ['B14', { dast10Total: undefined, taps1: tapsOf({}) }, 'unknown'],
    ['B14', { everOpioidUseDisorder: undefined }, 'unknown'],
    ['B14', { everOpioidUseDisorder: undefined, hasCurrentDependence: true }, 'block'],
    ['B15', { everMisusedKetamineOrPcp: true }, 'block'],
    ['B15', { everMisusedKetamineOrPcp: false }, 'clear'],
    ['B15', { everMisusedKetamineOrPcp: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test.each<[IntakeRuleId, string, IntakeFacts, Outcome]>([
    ['B13', 'instruments.auditC.reviewTotal', {}, 'unknown'],
    ['B13', 'instruments.auditC.adviseTotalOthers', {}, 'unknown'],
    ['B13', 'instruments.auditC.adviseTotalOthers', { sexAtBirth: 'male' }, 'clear'],
    ['B13', 'instruments.auditC.adviseTotalMen', { sexAtBirth: 'male' }, 'unknown'],
    ['B13', 'instruments.auditC.adviseTotalMen', { sexAtBirth: undefined }, 'clear'],
    ['B13', 'instruments.auditC.adviseTotalOthers', { auditCTotal: 7 }, 'review'],
    ['B14', 'instruments.dast10.reviewTotal', {}, 'unknown'],
    ['B14', 'instruments.dast10.reviewTotal', { hasCurrentDependence: true }, 'block'],
    ['B14', 'instruments.dast10.reviewTotal', { dast10Total: 'not-loaded', taps1: tapsOf({}) }, 'clear'],
  ])('%s without a signed %s, with %j, is %s', (id, path, change, outcome) => {
    expect(outcomeOf(id, change, unsigned(path))).toBe(outcome)
  })

  test.each<[IntakeRuleId, IntakeFacts, object]>([
    [
      'B13',
      { auditCTotal: 'not-loaded', alcoholQuestion: drankOn(1) },
      { auditCTotal: 'not-loaded', alcoholQuestion: 'at least one day' },
    ],
    [
      'B14',
      { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-drugs': 1, 'taps1-medicines': 1 }) },
      { dast10Total: 'not-loaded', taps1: 'drugs; medicines beyond prescription' },
    ],
    [
      'B14',
      { dast10Total: 'not-loaded', taps1: tapsOf({ 'taps1-medicines': 1 }) },
      { dast10Total: 'not-loaded', taps1: 'medicines beyond prescription' },
    ],
  ])('%s with %j shows what was said', (id, change, shown) => {
    expect(intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, SIGNED).evidence).toEqual(shown)
  })

  test('leave no number in a finding', () => {
    const facts: IntakeFacts = { ...ORDINARY_INTAKE, auditCTotal: 9, dast10Total: 5 }
    const found = findings([intakeRules.B13, intakeRules.B14], facts, SIGNED, { auditCTotal: 'response-7' })
    expect(found.map(({ evidence }) => [evidence.auditCTotal, evidence.dast10Total])).toEqual([
      ['response-7', undefined],
      [undefined, 'substance-use'],
    ])
  })

  test('are still told where only the weaker limit is signed', () => {
    const found = findings(
      [intakeRules.B13],
      { ...ORDINARY_INTAKE, auditCTotal: 5 },
      unsigned('instruments.auditC.reviewTotal'),
    )
    expect(found).toMatchObject([{ severity: 'advise', isUnknown: true }])
  })
})

describe('the monitoring programme', () => {
  test.each<Row>([
    ['B16', { pdmpAgeDays: 0 }, 'clear'],
    ['B16', { pdmpAgeDays: 1 }, 'clear'],
    ['B16', { pdmpAgeDays: 2 }, 'block'],
    ['B16', { pdmpAgeDays: undefined }, 'unknown'],
    ['B17', { pdmpShowsOpioid: true }, 'review'],
    ['B17', { pdmpShowsBenzodiazepine: true }, 'review'],
    ['B17', { pdmpShowsOtherKetamine: true }, 'review'],
    ['B17', { pdmpPrescribers: 2 }, 'clear'],
    ['B17', { pdmpPrescribers: 3 }, 'review'],
    ['B17', { pdmpPrescribers: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('no query, or no signed age for one, closes the order', () => {
    expect(findings([intakeRules.B16], {}, SIGNED)).toMatchObject([{ severity: 'block', isUnknown: true }])
    expect(findings([intakeRules.B16], { pdmpAgeDays: 0 }, {})).toMatchObject([
      { severity: 'block', isUnknown: true },
    ])
  })
})

describe('medicines', () => {
  test.each<Row>([
    ['B18', { medicineClasses: ['theophylline'] }, 'block'],
    ['B18', { medicineClasses: ['antidepressant', 'theophylline'] }, 'block'],
    ['B18', { medicineClasses: ['benzodiazepine'] }, 'clear'],
    ['B18', { medicineClasses: [] }, 'clear'],
    ['B18', { medicineClasses: ['lithium'] }, 'unknown'],
    ['B18', { medicineClasses: ['lithium', 'theophylline'] }, 'block'],
    ['B18', { medicineClasses: undefined }, 'unknown'],
    ['B18', { substanceClasses: ['theophylline'] }, 'block'],
    ['B18', { substanceClasses: ['cannabis'] }, 'unknown'],
    ['B18', { medicineClasses: ['theophylline'], substanceClasses: undefined }, 'block'],
    ['B18', { substanceClasses: undefined }, 'unknown'],
    ['B19', { medicineClasses: ['benzodiazepine'] }, 'review'],
    ['B19', { medicineClasses: ['antidepressant'] }, 'clear'],
    ['B19', { medicineClasses: ['lithium'] }, 'unknown'],
    ['B19', { substanceClasses: ['benzodiazepine'] }, 'review'],
    ['B19', { substanceClasses: undefined }, 'unknown'],
    ['B19', { unmatchedMedicines: 1 }, 'review'],
    ['B19', { unmatchedMedicines: undefined }, 'unknown'],
    ['B20', { medicineClasses: ['alpha-blocker-or-agonist'] }, 'review'],
    ['B20', { medicineClasses: ['antidepressant'] }, 'clear'],
    ['B20', { medicineClasses: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  const OPIOIDS = (full: 'block' | 'review' | 'inform', partial?: 'block' | 'review' | 'inform') => ({
    ...SIGNED,
    medicines: {
      classes: [
        { class: 'antidepressant' as const, action: 'inform' as const },
        { class: 'benzodiazepine' as const, action: 'review' as const },
        { class: 'opioid-full-agonist' as const, action: full },
        ...(partial ? [{ class: 'buprenorphine-or-methadone' as const, action: partial }] : []),
      ],
    },
  })
  test.each<[...Row, limits: Limits]>([
    ['B18', { pdmpShowsOpioid: true }, 'block', OPIOIDS('block')],
    ['B18', { pdmpShowsOpioid: true }, 'block', OPIOIDS('review', 'block')],
    ['B18', { pdmpShowsOpioid: true }, 'clear', OPIOIDS('review', 'review')],
    ['B18', { pdmpShowsOpioid: true }, 'unknown', OPIOIDS('review')],
    ['B18', { pdmpShowsOpioid: undefined }, 'unknown', OPIOIDS('block')],
    ['B18', { pdmpShowsOpioid: undefined }, 'clear', OPIOIDS('review', 'review')],
    ['B18', { pdmpShowsOpioid: false }, 'clear', OPIOIDS('block')],
    ['B18', { pdmpShowsOpioid: false, medicineClasses: ['opioid-full-agonist'] }, 'block', OPIOIDS('block')],
    ['B19', { pdmpShowsOpioid: true }, 'review', OPIOIDS('inform', 'review')],
    ['B19', { pdmpShowsOpioid: true }, 'clear', OPIOIDS('inform', 'inform')],
    ['B19', { pdmpShowsBenzodiazepine: true }, 'review', SIGNED],
    ['B19', { pdmpShowsBenzodiazepine: true, medicineClasses: undefined }, 'review', SIGNED],
    ['B19', { pdmpShowsBenzodiazepine: undefined }, 'unknown', SIGNED],
    ['B19', { pdmpShowsBenzodiazepine: false }, 'clear', SIGNED],
  ])(
    'that the monitoring programme shows count as taken: %s with %j is %s',
    (id, change, outcome, limits) => {
      expect(outcomeOf(id, change, limits)).toBe(outcome)
    },
  )

  test('a programme that was not asked is one finding, for everything it could show', () => {
    const unasked = { pdmpShowsOpioid: undefined, pdmpShowsBenzodiazepine: undefined }
    const found = findings(
      [intakeRules.B17, intakeRules.B18, intakeRules.B19, intakeRules.B22],
      { ...ORDINARY_INTAKE, ...unasked },
      OPIOIDS('block', 'block'),
    )
    expect(found).toMatchObject([{ severity: 'review', isUnknown: true }])
    expect(found[0]?.rules.map(({ id }) => id)).toEqual(['B18', 'B19', 'B17'])
  })

  test('of a class nobody has signed for are one finding, which names the class', () => {
    const found = findings(
      [intakeRules.B18, intakeRules.B19],
      { ...ORDINARY_INTAKE, medicineClasses: ['lithium'] },
      SIGNED,
    )
    expect(found).toMatchObject([
      {
        severity: 'review',
        isUnknown: true,
        evidence: { medicineClasses: 'lithium' },
        missing: [{ name: 'medicines.classes' }],
      },
    ])
    expect(found).toHaveLength(1)
  })

  test('a protocol that changes its mind about a class changes the result', () => {
    const stricter = {
      ...SIGNED,
      medicines: { classes: [{ class: 'antidepressant', action: 'review' }] },
    } as const
    expect(outcomeOf('B19', {})).toBe('clear')
    expect(outcomeOf('B19', {}, stricter)).toBe('review')
  })
})
