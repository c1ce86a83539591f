import { describe, expect, test } from 'vitest'
import { dssBOf, pcl5Of, phq9Of } from '../../../../tests/ordinary-patient.ts'
import { asqOf, ORDINARY_DAY, SESSION_SIGNED, withoutLimits } from '../../../../tests/ordinary-session.ts'
import type { DayOfFacts } from '../../facts/day-of.ts'
import { dssB } from '../../instruments/dss-b.ts'
import type { Outcome } from '../../outcome.ts'
import type { LimitPath } from '../../protocol.ts'
import { findings, type Rule } from '../rule.ts'
import { type DayOfRuleId, dayOfRules } from './rules.ts'

const outcomeOf = (id: DayOfRuleId, change: DayOfFacts, limits = SESSION_SIGNED) =>
  dayOfRules[id].judge({ ...ORDINARY_DAY, ...change }, limits).outcome
const ALL = Object.values<Rule<DayOfFacts>>(dayOfRules)

test('an ordinary day has no finding', () => {
  expect(findings(ALL, ORDINARY_DAY, SESSION_SIGNED)).toEqual([])
})

type Row = [DayOfRuleId, DayOfFacts, Outcome]
const rows = (id: DayOfRuleId, ...told: readonly [DayOfFacts, Outcome][]): Row[] =>
  told.map(([change, outcome]) => [id, change, outcome])

test.each<Row>([
  ...rows(
    'C01',
    [{ cssrsLevel: 'none', cssrsItemsSkipped: 0 }, 'clear'],
    [{ cssrsLevel: 'low', cssrsItemsSkipped: 0 }, 'review'],
    [{ cssrsLevel: 'moderate', cssrsItemsSkipped: 0 }, 'block'],
    [{ cssrsLevel: 'high', cssrsItemsSkipped: 0 }, 'block'],
    [{ cssrsLevel: 'none', cssrsItemsSkipped: 1 }, 'block'],
    [{ cssrsLevel: 'undetermined', cssrsItemsSkipped: 0 }, 'unknown'],
    [{ cssrsLevel: undefined }, 'unknown'],
    [{ cssrsLevel: 'none', cssrsItemsSkipped: undefined }, 'unknown'],
  ),
  ...rows(
    'C02',
    [{ isCrisisDay: true, distress: 0 }, 'block'],
    [{ distress: 6, usualDistress: 0 }, 'clear'],
    [{ distress: 7, usualDistress: 6 }, 'review'],
    [{ distress: 7, usualDistress: 5 }, 'block'],
    [{ distress: 7, usualDistress: 4 }, 'block'],
    [{ distress: 8, usualDistress: 7 }, 'review'],
    [{ distress: 7, usualDistress: undefined }, 'unknown'],
    [{ distress: 6, usualDistress: undefined }, 'clear'],
    [{ distress: undefined }, 'unknown'],
    [{ isCrisisDay: undefined }, 'unknown'],
  ),
  ...rows(
    'C03',
    [{ hoursSinceFood: 4.9 }, 'block'],
    [{ hoursSinceFood: 5 }, 'clear'],
    [{ hoursSinceFood: 6 }, 'clear'],
    [{ minutesSinceClearLiquids: 29 }, 'block'],
    [{ minutesSinceClearLiquids: 30 }, 'clear'],
    [{ minutesSinceClearLiquids: 31 }, 'clear'],
    [{ hoursSinceFood: undefined }, 'unknown'],
    [{ minutesSinceClearLiquids: Number.NaN }, 'unknown'],
  ),
  ...rows(
    'C04',
    [{ tookAlcohol: 'yes' }, 'block'],
    [{ tookSedative: 'yes' }, 'block'],
    [{ tookCannabis: 'yes' }, 'block'],
    [{ tookAlcohol: 'unsure' }, 'review'],
    [{ tookAlcohol: 'unsure', tookSedative: 'yes' }, 'block'],
    [{ tookCannabis: undefined }, 'unknown'],
    [{ tookCannabis: undefined, tookAlcohol: 'yes' }, 'block'],
    [{ heldMedicines: [{ class: 'benzodiazepine', hoursAgo: 23.9 }] }, 'block'],
    [{ heldMedicines: [{ class: 'benzodiazepine', hoursAgo: 24 }] }, 'clear'],
    [{ heldMedicines: [{ class: 'benzodiazepine', hoursAgo: 25 }] }, 'clear'],
    [{ heldMedicines: [{ class: 'benzodiazepine', hoursAgo: undefined }] }, 'unknown'],
    [{ heldMedicines: [{ class: 'benzodiazepine', hoursAgo: Number.NaN }] }, 'unknown'],
    [{ heldMedicines: [{ class: 'antidepressant', hoursAgo: undefined }] }, 'clear'],
    [{ heldMedicines: [{ class: 'lithium', hoursAgo: 500 }] }, 'unknown'],
    [{ heldMedicines: [] }, 'clear'],
    [{ heldMedicines: undefined }, 'unknown'],
    [{ heldMedicines: undefined, tookAlcohol: 'yes' }, 'block'],
    [{ heldSubstances: [{ class: 'benzodiazepine', hoursAgo: 23 }] }, 'block'],
    [{ heldSubstances: undefined }, 'unknown'],
  ),
  ...rows(
    'C05',
    [{ systolicMmHg: 139, diastolicMmHg: 89 }, 'clear'],
    [{ systolicMmHg: 140, diastolicMmHg: 89 }, 'review'],
    [{ systolicMmHg: 139, diastolicMmHg: 90 }, 'review'],
    [{ systolicMmHg: 159, diastolicMmHg: 99 }, 'review'],
    [{ systolicMmHg: 160, diastolicMmHg: 89 }, 'block'],
    [{ systolicMmHg: 161, diastolicMmHg: 89 }, 'block'],
    [{ systolicMmHg: 139, diastolicMmHg: 100 }, 'block'],
    [{ systolicMmHg: undefined, diastolicMmHg: 100 }, 'block'],
    [{ systolicMmHg: undefined }, 'unknown'],
  ),
  ...rows(
    'C06',
    [{ pulsePerMinute: 44 }, 'block'],
    [{ pulsePerMinute: 45 }, 'review'],
    [{ pulsePerMinute: 49 }, 'review'],
    [{ pulsePerMinute: 50 }, 'clear'],
    [{ pulsePerMinute: 100 }, 'clear'],
    [{ pulsePerMinute: 101 }, 'review'],
    [{ pulsePerMinute: 110 }, 'review'],
    [{ pulsePerMinute: 111 }, 'block'],
    [{ oxygenPercent: 95 }, 'clear'],
    [{ oxygenPercent: 94 }, 'review'],
    [{ oxygenPercent: 93 }, 'review'],
    [{ oxygenPercent: 92 }, 'block'],
    [{ breathsPerMinute: 9 }, 'block'],
    [{ breathsPerMinute: 10 }, 'clear'],
    [{ breathsPerMinute: 20 }, 'clear'],
    [{ breathsPerMinute: 21 }, 'review'],
    [{ breathsPerMinute: 24 }, 'review'],
    [{ breathsPerMinute: 25 }, 'block'],
    [{ temperatureCelsius: 37.9 }, 'clear'],
    [{ temperatureCelsius: 38 }, 'review'],
    [{ temperatureCelsius: 38.4 }, 'review'],
    [{ temperatureCelsius: 38.5 }, 'block'],
    [{ pulsePerMinute: undefined }, 'unknown'],
    [{ pulsePerMinute: undefined, oxygenPercent: 92 }, 'block'],
    [{ oxygenPercent: 'exempt' }, 'clear'],
  ),
  ...rows(
    'C07',
    [{ systolicMmHg: undefined }, 'unknown'],
    [{ pulsePerMinute: Number.NaN }, 'unknown'],
    [{ oxygenPercent: 'exempt' }, 'clear'],
    [{ pulsePerMinute: 'exempt' }, 'block'],
    [{ hasDeviceFault: true }, 'block'],
    [{ hasDeviceFault: undefined }, 'unknown'],
    [{ systolicMmHg: 80, diastolicMmHg: 79 }, 'clear'],
    [{ systolicMmHg: 80, diastolicMmHg: 80 }, 'block'],
    [{ systolicMmHg: 80, diastolicMmHg: 81 }, 'block'],
  ),
  ...rows(
    'C08',
    [{ newMedicineClasses: ['theophylline'] }, 'block'],
    [{ newMedicineClasses: ['benzodiazepine'] }, 'review'],
    [{ newMedicineClasses: ['antidepressant'] }, 'review'],
    [{ newMedicineClasses: ['lithium'] }, 'unknown'],
    [{ newUnmatchedMedicines: 1 }, 'review'],
    [{ newMedicineClasses: undefined }, 'unknown'],
    [{ newSubstanceClasses: ['theophylline'] }, 'block'],
    [{ newSubstanceClasses: ['benzodiazepine'] }, 'review'],
    [{ newSubstanceClasses: ['cannabis'] }, 'unknown'],
    [{ newSubstanceClasses: undefined }, 'unknown'],
    [{ newUnmatchedMedicines: undefined }, 'unknown'],
  ),
  ...rows(
    'C09',
    [{ hasFever: true }, 'block'],
    [{ hasVomited: true }, 'block'],
    [{ hasCough: true }, 'block'],
    [{ hasHeadInjury: true }, 'block'],
    [{ hasHeadInjury: undefined }, 'unknown'],
  ),
  ...rows(
    'C10',
    [{ isSupportPersonHere: false }, 'block'],
    [{ isSupportPersonSober: false }, 'block'],
    [{ supportPersonAgeYears: 17 }, 'block'],
    [{ supportPersonAgeYears: 18 }, 'clear'],
    [{ supportPersonAgeYears: 19 }, 'clear'],
    [{ isPhoneTested: false }, 'block'],
    [{ isPhoneTested: undefined }, 'unknown'],
  ),
  ...rows(
    'C11',
    [{ daysSinceLastSession: 6 }, 'block'],
    [{ daysSinceLastSession: 7 }, 'clear'],
    [{ daysSinceLastSession: 8 }, 'clear'],
    [{ daysSinceLastSession: 'first-session' }, 'clear'],
    [{ daysSinceLastSession: undefined }, 'unknown'],
  ),
  ...rows(
    'C12',
    [{ unitsCounted: 2 }, 'block'],
    [{ unitsCounted: 4 }, 'block'],
    [{ unitsCounted: 3 }, 'clear'],
    [{ unitsCounted: undefined }, 'unknown'],
    [{ unitsExpected: Number.NaN }, 'unknown'],
  ),
  ...rows(
    'C13',
    [{ isAddressConfirmedToday: false }, 'block'],
    [{ isEmergencyContactConfirmedToday: false }, 'block'],
    [{ isAddressConfirmedToday: undefined }, 'unknown'],
  ),
  ...rows(
    'C14',
    [{ sleptHours: 3.9 }, 'review'],
    [{ sleptHours: 4 }, 'clear'],
    [{ sleptHours: 5 }, 'clear'],
    [{ sleptHours: 0 }, 'review'],
    [{ sleptHours: undefined }, 'unknown'],
  ),
  ...rows('C15', [{ plansToDrive: true }, 'block'], [{ plansToDrive: undefined }, 'unknown']),
  ...rows(
    'C16',
    [{ dssB: dssBOf(12), dssBBaseline: 5, previousDssBRise: 3 }, 'clear'],
    [{ dssB: dssBOf(13), dssBBaseline: 5, previousDssBRise: 0 }, 'review'],
    [{ dssB: dssBOf(14), dssBBaseline: 5, previousDssBRise: 0 }, 'review'],
    [{ dssB: dssBOf(9), dssBBaseline: 5, previousDssBRise: 3 }, 'clear'],
    [{ dssB: dssBOf(9), dssBBaseline: 5, previousDssBRise: 4 }, 'review'],
    [{ dssB: dssBOf(8), dssBBaseline: 5, previousDssBRise: 4 }, 'clear'],
    [{ dssB: dssBOf(9), dssBBaseline: 5, previousDssBRise: 'none' }, 'clear'],
    [{ dssB: dssBOf(9), dssBBaseline: 5, previousDssBRise: undefined }, 'unknown'],
    [{ dssB: undefined }, 'unknown'],
    [{ dssB: 'not-loaded', dssBBaseline: undefined, previousDssBRise: undefined }, 'clear'],
    [{ dssBBaseline: undefined }, 'unknown'],
  ),
  ...rows('C17', [{ openAdverseEvents: 1 }, 'block'], [{ openAdverseEvents: undefined }, 'unknown']),
  ...rows('C18', [{ saysNotToday: true }, 'block'], [{ saysNotToday: undefined }, 'unknown']),
  ...rows(
    'C19',
    [{ pcl5: pcl5Of(51) }, 'clear'],
    [{ pcl5: pcl5Of(52) }, 'review'],
    [{ pcl5: pcl5Of(53) }, 'review'],
    [{ phq9: phq9Of(14) }, 'clear'],
    [{ phq9: phq9Of(15) }, 'review'],
    [{ phq9: phq9Of(16) }, 'review'],
    [{ previousPcl5Total: 'none' }, 'clear'],
    [{ previousPcl5Total: 'none', pcl5: undefined }, 'clear'],
    [{ pcl5: undefined }, 'unknown'],
    [{ previousPhq9Total: undefined }, 'unknown'],
    [{ openWorsenings: 1 }, 'review'],
    [{ openWorsenings: 1, pcl5: undefined }, 'review'],
    [{ openWorsenings: undefined }, 'unknown'],
  ),
  ...rows(
    'C20',
    [{ hoursSinceAlphaMedicine: 7 }, 'review'],
    [{ hoursSinceAlphaMedicine: 8 }, 'clear'],
    [{ hoursSinceAlphaMedicine: 9 }, 'clear'],
    [{ hoursSinceAlphaMedicine: 26 }, 'clear'],
    [{ hoursSinceAlphaMedicine: 27 }, 'review'],
    [{ hoursSinceAlphaMedicine: 'not-known' }, 'review'],
    [{ missedUsualAlphaDose: true }, 'review'],
    [{ takesAlphaMedicine: false, hoursSinceAlphaMedicine: undefined }, 'clear'],
    [{ hoursSinceAlphaMedicine: undefined }, 'unknown'],
    [{ takesAlphaMedicine: undefined, hoursSinceAlphaMedicine: 'not-known' }, 'unknown'],
  ),
  ...rows(
    'C21',
    [{ systolicMmHg: 120, standingSystolicMmHg: 101 }, 'clear'],
    [{ systolicMmHg: 120, standingSystolicMmHg: 100 }, 'block'],
    [{ systolicMmHg: 120, standingSystolicMmHg: 99 }, 'block'],
    [{ systolicMmHg: 100, standingSystolicMmHg: 91 }, 'clear'],
    [{ systolicMmHg: 100, standingSystolicMmHg: 90 }, 'clear'],
    [{ systolicMmHg: 100, standingSystolicMmHg: 89 }, 'block'],
    [{ isLightHeadedStanding: true }, 'block'],
    [{ standingSystolicMmHg: undefined }, 'unknown'],
    [{ standingSystolicMmHg: undefined, takesAlphaMedicine: false }, 'unknown'],
    [{ standingSystolicMmHg: undefined, takesAlphaMedicine: false, ageYears: 65 }, 'unknown'],
    [{ standingSystolicMmHg: undefined, takesAlphaMedicine: false, ageYears: 64 }, 'clear'],
    [{ isLightHeadedStanding: true, takesAlphaMedicine: false, ageYears: 30 }, 'block'],
    [{ systolicMmHg: 'exempt' }, 'unknown'],
    [{ ageYears: undefined, takesAlphaMedicine: false, standingSystolicMmHg: undefined }, 'unknown'],
  ),
  ...rows(
    'C22',
    [{ isPreparationFinished: false }, 'review'],
    [{ isPreparationAgreed: false }, 'review'],
    [{ isFollowUpBooked: false }, 'review'],
    [{ isFollowUpBooked: false, daysSinceLastSession: 'first-session' }, 'block'],
    [{ daysSinceLastSession: 'first-session' }, 'clear'],
    [{ isFollowUpBooked: false, daysSinceLastSession: undefined }, 'unknown'],
    [{ isFollowUpBooked: undefined }, 'unknown'],
  ),
  ...rows(
    'C23',
    [{ keptIntegrationAppointment: false }, 'review'],
    [{ keptIntegrationAppointment: false, isTherapyEssential: false }, 'clear'],
    [{ keptIntegrationAppointment: false, daysSinceLastSession: 'first-session' }, 'clear'],
    [{ keptIntegrationAppointment: undefined }, 'unknown'],
    [{ keptIntegrationAppointment: false, isTherapyEssential: undefined }, 'unknown'],
  ),
  ...rows('C24', [{ isAloneWithDependant: true }, 'block'], [{ isAloneWithDependant: undefined }, 'unknown']),
  ...rows(
    'C25',
    [{ hasVoicesOrStrangeBeliefs: true }, 'block'],
    [{ hasLittleSleepMuchEnergy: true }, 'block'],
    [{ hasLittleSleepMuchEnergy: undefined }, 'unknown'],
  ),
  ...rows(
    'C26',
    [{ pregnancyTest: 'positive' }, 'block'],
    [{ pregnancyTest: 'not-done', hoursSincePregnancyTest: undefined }, 'block'],
    [{ hoursSincePregnancyTest: 23 }, 'clear'],
    [{ hoursSincePregnancyTest: 24 }, 'clear'],
    [{ hoursSincePregnancyTest: 25 }, 'block'],
    [{ isPeriodLate: true }, 'block'],
    [{ isPregnancyPossible: false, pregnancyTest: undefined }, 'clear'],
    [{ pregnancyTest: undefined }, 'unknown'],
    [{ isPregnancyPossible: undefined, pregnancyTest: undefined }, 'unknown'],
  ),
  ...rows(
    'C27',
    [{ hasBladderPain: true }, 'block'],
    [{ hasBloodInUrine: true }, 'block'],
    [{ hasBladderPain: undefined }, 'unknown'],
  ),
])('%s: %j is %s', (id, change, outcome) => {
  expect(outcomeOf(id, change)).toBe(outcome)
})

/** What has to be so for the limit to matter; anything else is ordinary. */
const MATTERS: Partial<Record<LimitPath, DayOfFacts>> = {
  'instruments.suds.aboveUsualPoints': { distress: 8, usualDistress: 7 },
  'medicines.classes': { newMedicineClasses: ['antidepressant'] },
  'instruments.dssB.repeatedRisePoints': { dssB: dssBOf(10), previousDssBRise: 5 },
  'vitals.before.mayGoWithout': { oxygenPercent: 'exempt' },
  'vitals.before.restMinutes': { systolicMmHg: 150 },
  'vitals.before.standingFromAgeYears': { takesAlphaMedicine: false, standingSystolicMmHg: undefined },
  'integration.isTherapyEssential': { isTherapyEssential: false, keptIntegrationAppointment: false },
}
const LIMITED = ALL.flatMap(({ id, limits }) =>
  limits.map((path): [DayOfRuleId, LimitPath] => [id as DayOfRuleId, path]),
)

test.each(LIMITED)('%s cannot be judged without a signed %s', (id, path) => {
  expect(outcomeOf(id, MATTERS[path] ?? {}, withoutLimits(path))).toBe('unknown')
})

describe('one after the other', () => {
  test('readings nobody took are one finding, and it closes', () => {
    const none = {
      systolicMmHg: undefined,
      diastolicMmHg: undefined,
      pulsePerMinute: undefined,
      oxygenPercent: undefined,
      breathsPerMinute: undefined,
      temperatureCelsius: undefined,
      hasDeviceFault: undefined,
    }
    const found = findings(ALL, { ...ORDINARY_DAY, ...none }, SESSION_SIGNED)
    expect(found).toMatchObject([{ severity: 'block', isUnknown: true }])
    expect(found[0]?.rules.map(({ id }) => id).sort()).toEqual(['C05', 'C06', 'C07', 'C21'])
  })

  test('a missing reading of somebody with high pressure hides nothing', () => {
    const found = findings(
      ALL,
      { ...ORDINARY_DAY, systolicMmHg: 170, pulsePerMinute: undefined },
      SESSION_SIGNED,
    )
    expect(found.map(({ ruleId, severity, isUnknown }) => [ruleId, severity, isUnknown])).toEqual([
      ['C05', 'block', false],
      ['C21', 'block', false],
      ['C07', 'block', true],
    ])
  })

  test('what was skipped of the DSS-B counts neither way', () => {
    const skipped = dssB.score({
      'dss-b-01': 'skipped',
      ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((item) => [`dss-b-0${item}`, 1])),
    })
    expect(outcomeOf('C16', { dssB: skipped, dssBBaseline: 5, previousDssBRise: 0 })).toBe('clear')
    expect(outcomeOf('C16', { dssB: skipped, dssBBaseline: 2, previousDssBRise: 0 })).toBe('unknown')
  })

  test('a reading standing up, of somebody in whom nobody looks for it, is not clear by a limit nobody signed', () => {
    const young = { ...ORDINARY_DAY, takesAlphaMedicine: false, ageYears: 30 }
    const limits = withoutLimits('vitals.before.standingBelowSystolicMmHg')
    expect(dayOfRules.C21.judge(young, limits)).toMatchObject({
      outcome: 'unknown',
      missing: [{ kind: 'limit', name: 'vitals.before.standingBelowSystolicMmHg' }],
    })
    expect(dayOfRules.C21.judge({ ...young, standingSystolicMmHg: undefined }, limits).outcome).toBe('clear')
  })

  test('"not today" is final', () => {
    expect(findings(ALL, { ...ORDINARY_DAY, saysNotToday: true }, SESSION_SIGNED)).toMatchObject([
      { ruleId: 'C18', isFinal: true },
    ])
  })

  test('a medicine too near to the dose is shown with its hours and the signed ones, others are not', () => {
    const classes = [
      { class: 'stimulant', action: 'review', holdHours: 12 },
      { class: 'stimulant', action: 'block', holdHours: 8 },
      { class: 'lithium', action: 'inform' },
    ] as const
    const heldMedicines = [
      ...([{ class: 'stimulant', hoursAgo: 11 }] as const),
      ...([{ class: 'lithium', hoursAgo: undefined }] as const),
    ]
    const limits = { ...SESSION_SIGNED, medicines: { classes } }
    expect(dayOfRules.C04.judge({ ...ORDINARY_DAY, heldMedicines }, limits)).toMatchObject({
      ...{ outcome: 'block', evidence: { heldMedicines: 'stimulant 11/12 h' } },
    })
    const unsaid = [{ class: 'stimulant', hoursAgo: undefined }] as const
    expect(dayOfRules.C04.judge({ ...ORDINARY_DAY, heldMedicines: unsaid }, limits)).toMatchObject({
      ...{ outcome: 'unknown', evidence: { heldMedicines: 'stimulant ?/12 h' } },
      missing: [{ kind: 'fact', name: 'heldMedicines' }],
    })
  })

  test('what somebody took, and what is private, leaves no value', () => {
    const facts = { ...ORDINARY_DAY, tookAlcohol: 'yes' as const, isPeriodLate: true }
    const evidence = Object.assign({}, ...findings(ALL, facts, SESSION_SIGNED).map((found) => found.evidence))
    expect(evidence).toMatchObject({ tookAlcohol: 'substance-use', isPeriodLate: 'pregnancy' })
  })

  test('the ASQ is not asked twice: where the C-SSRS is not loaded, C01 is silent', () => {
    expect(outcomeOf('C01', { asq: asqOf(1, 0, 0, 0, 0) })).toBe('clear')
  })
})
