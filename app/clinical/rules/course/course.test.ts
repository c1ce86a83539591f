import { describe, expect, test } from 'vitest'
import { ORDINARY_COURSE, pcl5Of, phq9Of, SIGNED, unsigned } from '../../../../tests/ordinary-patient.ts'
import type { CourseFacts } from '../../facts/course.ts'
import { pcl5, scorePcl5 } from '../../instruments/pcl5.ts'
import { phq9 } from '../../instruments/phq9.ts'
import type { Outcome } from '../../outcome.ts'
import { findings } from '../rule.ts'
import { type CourseRuleId, courseRules } from './rules.ts'

const outcomeOf = (id: CourseRuleId, change: CourseFacts, limits = SIGNED) =>
  courseRules[id].judge({ ...ORDINARY_COURSE, ...change }, limits).outcome

type Row = [CourseRuleId, CourseFacts, Outcome]

const halfAnswered = pcl5.score({ 'pcl5-01': 2, 'pcl5-02': 'skipped' })
/** One answer short: enough for an estimate, low on the one scale and high on the other. */
const estimated = scorePcl5(
  pcl5.items,
  Object.fromEntries(pcl5.items.map(({ linkId }, i) => [linkId, i === 0 ? 'skipped' : 1])),
  'within-cluster',
)
const estimatedMood = phq9.score(
  Object.fromEntries(phq9.items.map(({ linkId }, i) => [linkId, i === 0 ? 'skipped' : i === 8 ? 0 : 3])),
)
const fourSessions = { sessionsInCourse: 4 }

describe('getting better or worse', () => {
  test.each<Row>([
    ['F01', { pcl5: pcl5Of(49), earlierTotals: [52, 40] }, 'clear'],
    ['F01', { pcl5: pcl5Of(50), earlierTotals: [52, 40] }, 'review'],
    ['F01', { pcl5: pcl5Of(51), earlierTotals: [52, 40] }, 'review'],
    ['F01', { pcl5: pcl5Of(70), earlierTotals: [] }, 'clear'],
    ['F01', { pcl5: halfAnswered }, 'unknown'],
    ['F01', { pcl5: undefined }, 'unknown'],
    ['F02', { pcl5: pcl5Of(28), earlierTotals: [43] }, 'inform'],
    ['F02', { pcl5: pcl5Of(29), earlierTotals: [44] }, 'clear'],
    ['F02', { pcl5: pcl5Of(28), earlierTotals: [42] }, 'clear'],
    ['F02', { pcl5: pcl5Of(27), earlierTotals: [43, 60] }, 'inform'],
    ['F02', { pcl5: pcl5Of(20), earlierTotals: [] }, 'clear'],
    ['F02', { pcl5: halfAnswered, earlierTotals: [43] }, 'unknown'],
    ['F02', { pcl5: estimated, earlierTotals: [43] }, 'unknown'],
    [
      'F03',
      { ...fourSessions, pcl5: pcl5Of(39), earlierTotals: [48], phq9: phq9Of(7), earlierPhq9Totals: [11] },
      'review',
    ],
    [
      'F03',
      { ...fourSessions, pcl5: pcl5Of(38), earlierTotals: [48], phq9: phq9Of(7), earlierPhq9Totals: [11] },
      'clear',
    ],
    [
      'F03',
      { ...fourSessions, pcl5: pcl5Of(39), earlierTotals: [48], phq9: phq9Of(6), earlierPhq9Totals: [11] },
      'clear',
    ],
    [
      'F03',
      {
        sessionsInCourse: 3,
        pcl5: pcl5Of(48),
        earlierTotals: [48],
        phq9: phq9Of(11),
        earlierPhq9Totals: [11],
      },
      'clear',
    ],
    [
      'F03',
      {
        sessionsInCourse: 5,
        pcl5: pcl5Of(48),
        earlierTotals: [48],
        phq9: phq9Of(11),
        earlierPhq9Totals: [11],
      },
      'review',
    ],
    ['F03', { ...fourSessions, pcl5: undefined, phq9: phq9Of(11), earlierPhq9Totals: [11] }, 'unknown'],
    ['F03', { ...fourSessions, pcl5: undefined, phq9: phq9Of(5), earlierPhq9Totals: [11] }, 'clear'],
    [
      'F03',
      { ...fourSessions, pcl5: pcl5Of(48), earlierTotals: [], phq9: phq9Of(11), earlierPhq9Totals: [11] },
      'unknown',
    ],
    ['F03', { ...fourSessions, pcl5: pcl5Of(39), earlierTotals: [48], phq9: 'not-asked-again' }, 'review'],
    ['F03', { ...fourSessions, pcl5: pcl5Of(38), earlierTotals: [48], phq9: 'not-asked-again' }, 'clear'],
    ['F03', { ...fourSessions, pcl5: undefined, phq9: 'not-asked-again' }, 'unknown'],
    ['F04', { phq9: 'not-asked-again', earlierPhq9Totals: undefined }, 'clear'],
    ['F04', { phq9: phq9Of(12), earlierPhq9Totals: [20, 8] }, 'clear'],
    ['F04', { phq9: phq9Of(13), earlierPhq9Totals: [20, 8] }, 'review'],
    ['F04', { phq9: phq9Of(14), earlierPhq9Totals: [20, 8] }, 'review'],
    ['F04', { phq9: phq9Of(24), earlierPhq9Totals: [] }, 'clear'],
    ['F04', { phq9: undefined }, 'unknown'],
    ['F04', { phq9: estimatedMood, earlierPhq9Totals: [2] }, 'unknown'],
    ['F04', { earlierPhq9Totals: undefined }, 'unknown'],
    ['F12', { doseStepsWithoutImprovement: 1 }, 'clear'],
    ['F12', { doseStepsWithoutImprovement: 2 }, 'review'],
    ['F12', { doseStepsWithoutImprovement: undefined }, 'unknown'],
    ['F16', { missedCheckIns: 1 }, 'clear'],
    ['F16', { missedCheckIns: 2 }, 'advise'],
    ['F16', { missedCheckIns: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('F01 is stored as it always was', () => {
    const found = findings([courseRules.F01], { pcl5: pcl5Of(63), earlierTotals: [52, 40] }, SIGNED)
    expect(found).toMatchObject([
      {
        ruleId: 'F01',
        ruleVersion: 1,
        severity: 'review',
        source: 'docs/clinical/pcl5.md',
        evidence: { currentTotal: 63, lowestTotal: 40, worseningPoints: 10 },
      },
    ])
    const [unscored] = findings([courseRules.F01], { pcl5: halfAnswered, earlierTotals: [40] }, SIGNED)
    expect(unscored).toMatchObject({ isUnknown: true, evidence: { skipped: 1, notReached: 18 } })
  })

  test.each<[CourseFacts, number | string | undefined]>([
    [{ phq9: phq9Of(13), earlierPhq9Totals: [20, 8] }, '8 to 13'],
    [{ phq9: phq9Of(13) }, 13],
    [{ earlierPhq9Totals: [20, 8] }, undefined],
    [{ phq9: estimatedMood, earlierPhq9Totals: [8] }, undefined],
    [{}, undefined],
  ])('a rise is shown with the totals there are: of %j %s', (facts, shown) => {
    const { evidence } = courseRules.F04.judge(facts, SIGNED)
    expect(Object.entries(evidence)).toEqual([
      ['phq9', shown],
      ['instruments.phq9.worseningPoints', 5],
    ])
  })

  test('an estimate is told from a total: both scales had one, and neither counts', () => {
    expect([estimated.status, estimatedMood.status]).toEqual(['prorated', 'prorated'])
  })

  test('a PCL-5 that was left open is one finding for all rules that need it', () => {
    const facts: CourseFacts = { ...ORDINARY_COURSE, ...fourSessions, pcl5: undefined, phq9: phq9Of(11) }
    const found = findings([courseRules.F01, courseRules.F02, courseRules.F03], facts, SIGNED)
    expect(found).toHaveLength(1)
    expect(found[0]?.rules.map(({ id }) => id)).toEqual(['F01', 'F03'])
  })
})

describe('the end of a course', () => {
  test.each<Row>([
    ['F05', { sessionsInCourse: 5 }, 'clear'],
    ['F05', { sessionsInCourse: 6 }, 'block'],
    ['F05', { sessionsInCourse: 7 }, 'block'],
    ['F05', { sessionsInCourse: undefined }, 'unknown'],
    ['F06', { monthsInCourse: 5 }, 'clear'],
    ['F06', { monthsInCourse: 6 }, 'clear'],
    ['F06', { monthsInCourse: 7 }, 'review'],
    ['F06', { monthsInCourse: undefined }, 'unknown'],
    ['F15', { protocolDaysLeft: 31 }, 'clear'],
    ['F15', { protocolDaysLeft: 30 }, 'advise'],
    ['F15', { protocolDaysLeft: 0 }, 'advise'],
    ['F15', { protocolDaysLeft: -1 }, 'block'],
    ['F15', { telehealthBasisDaysLeft: 31 }, 'clear'],
    ['F15', { telehealthBasisDaysLeft: 30 }, 'advise'],
    ['F15', { telehealthBasisDaysLeft: -1 }, 'block'],
    ['F15', { telehealthBasisDaysLeft: 'no-end' }, 'clear'],
    ['F15', { protocolDaysLeft: undefined }, 'unknown'],
    ['F15', { protocolDaysLeft: 30, telehealthBasisDaysLeft: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })
})

describe('the body', () => {
  test.each<Row>([
    ['F07', { icsiBaseline: 2, icsiTotal: 4 }, 'clear'],
    ['F07', { icsiBaseline: 2, icsiTotal: 5 }, 'block'],
    ['F07', { icsiBaseline: 2, icsiTotal: 6 }, 'block'],
    ['F07', { hasNewBloodInUrine: true }, 'block'],
    ['F07', { hasNewPainOnUrination: true }, 'block'],
    ['F07', { hasNewBloodInUrine: undefined }, 'unknown'],
    ['F07', { icsiTotal: undefined }, 'unknown'],
    ['F07', { icsiBaseline: undefined }, 'unknown'],
    ['F07', { icsiTotal: 'not-loaded', icsiBaseline: 'not-loaded' }, 'clear'],
    ['F07', { icsiTotal: 'not-loaded', icsiBaseline: 2 }, 'clear'],
    ['F07', { icsiTotal: 9, icsiBaseline: 'not-loaded' }, 'clear'],
    ['F07', { icsiTotal: 'not-loaded', icsiBaseline: undefined }, 'clear'],
    ['F07', { icsiTotal: 'not-loaded', hasNewBloodInUrine: true }, 'block'],
    ['F07', { icsiTotal: 'not-loaded', hasNewPainOnUrination: undefined }, 'unknown'],
    ['F08', { altTimesUpperLimit: 1.4, altAgeMonths: 6 }, 'clear'],
    ['F08', { altTimesUpperLimit: 1.5, altAgeMonths: 1 }, 'review'],
    ['F08', { altTimesUpperLimit: 2.9, altAgeMonths: 1 }, 'review'],
    ['F08', { altTimesUpperLimit: 3, altAgeMonths: 1 }, 'block'],
    ['F08', { altTimesUpperLimit: 1, altAgeMonths: 7 }, 'review'],
    ['F08', { altTimesUpperLimit: 3.1, altAgeMonths: 1 }, 'block'],
    ['F08', { altTimesUpperLimit: undefined, altAgeMonths: 1 }, 'unknown'],
    ['F08', { altTimesUpperLimit: 1, altAgeMonths: undefined }, 'unknown'],
    ['F08', { altTimesUpperLimit: 3, altAgeMonths: undefined }, 'block'],
    ['F13', { isPregnantOrTrying: true }, 'block'],
    ['F13', { hasNewHeartEvent: true }, 'block'],
    ['F13', { hasNewPsychiatricDiagnosis: true }, 'block'],
    ['F13', { isPregnantOrTrying: undefined }, 'unknown'],
    ['F13', { hasNewHeartEvent: undefined }, 'unknown'],
    ['F13', { hasNewPsychiatricDiagnosis: undefined }, 'unknown'],
    ['F17', { startedMedicineClasses: ['enzyme-inducer'] }, 'review'],
    ['F17', { stoppedMedicineClasses: ['enzyme-inducer'] }, 'review'],
    ['F17', { startedMedicineClasses: ['grapefruit'] }, 'review'],
    ['F17', { startedMedicineClasses: ['lithium'] }, 'clear'],
    ['F17', { stoppedMedicineClasses: ['lithium'] }, 'clear'],
    ['F17', { startedMedicineClasses: undefined }, 'unknown'],
    ['F17', { stoppedMedicineClasses: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  const limit = { 'instruments.icsi.risePoints': 3 }
  test.each<[CourseFacts, object]>([
    [
      { icsiBaseline: 2, icsiTotal: 5 },
      { icsiTotal: '2 to 5', ...limit },
    ],
    [
      { icsiBaseline: undefined, icsiTotal: 5 },
      { icsiTotal: undefined, ...limit },
    ],
    [
      { icsiBaseline: 2, icsiTotal: undefined },
      { icsiTotal: undefined, ...limit },
    ],
    [{ icsiBaseline: 'not-loaded', icsiTotal: 5 }, { icsiTotal: 'not-loaded' }],
  ])('F07 with %j shows %j', (change, shown) => {
    expect(courseRules.F07.judge({ ...ORDINARY_COURSE, ...change }, SIGNED).evidence).toEqual(shown)
  })
})

describe('supply and use', () => {
  test.each<Row>([
    ['F09', { refillEarlyDays: 3 }, 'clear'],
    ['F09', { refillEarlyDays: 4, earlyOrLostSupplies: 1 }, 'review'],
    ['F09', { lostSuppliesNow: 1, earlyOrLostSupplies: 1 }, 'review'],
    ['F09', { lostSuppliesNow: 1, earlyOrLostSupplies: 2 }, 'block'],
    ['F09', { earlyOrLostSupplies: undefined }, 'unknown'],
    ['F10', { cravings: [0, 1] }, 'clear'],
    ['F10', { cravings: [1, 1] }, 'block'],
    ['F10', { cravings: [1, 1, 0] }, 'clear'],
    ['F10', { cravings: [1] }, 'clear'],
    ['F10', { cravings: [] }, 'clear'],
    ['F10', { cravings: ['some', 'some'] }, 'block'],
    ['F10', { cravings: [0, 'some'] }, 'clear'],
    ['F10', { cravings: ['some', 'some', 0] }, 'clear'],
    ['F10', { cravings: undefined }, 'unknown'],
    ['F10', { usesOutsideSessions: true }, 'block'],
    ['F10', { sharesMedicine: true }, 'block'],
    ['F10', { sharesMedicine: undefined }, 'unknown'],
    ['F11', { pdmpShowsNewPrescriber: true }, 'review'],
    ['F11', { pdmpShowsNewPrescriber: undefined }, 'unknown'],
    ['F14', { previousAuditCTotal: 2, auditCTotal: 3 }, 'review'],
    ['F14', { previousAuditCTotal: 3, auditCTotal: 3 }, 'clear'],
    ['F14', { previousAuditCTotal: 3, auditCTotal: 6 }, 'clear'],
    ['F14', { previousAuditCTotal: 6, auditCTotal: 7 }, 'review'],
    ['F14', { previousAuditCTotal: 5, auditCTotal: 2 }, 'clear'],
    ['F14', { sexAtBirth: 'male', previousAuditCTotal: 2, auditCTotal: 3 }, 'clear'],
    ['F14', { sexAtBirth: 'male', previousAuditCTotal: 2, auditCTotal: 4 }, 'review'],
    ['F14', { previousDast10Total: 2, dast10Total: 3 }, 'review'],
    ['F14', { previousDast10Total: undefined, dast10Total: 3 }, 'unknown'],
    ['F14', { dast10Total: 'not-loaded', isSubstanceUseWorse: true }, 'review'],
    ['F14', { dast10Total: 'not-loaded', isSubstanceUseWorse: undefined }, 'unknown'],
    ['F14', { auditCTotal: 'not-loaded', dast10Total: 'not-loaded' }, 'clear'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })
})

test.each<[CourseRuleId, CourseFacts, string]>([
  ['F01', {}, 'instruments.pcl5.worseningPoints'],
  ['F02', { pcl5: pcl5Of(20) }, 'instruments.pcl5.reliableChangePoints'],
  ['F02', { pcl5: pcl5Of(20) }, 'instruments.pcl5.endpointTotal'],
  ['F03', { pcl5: pcl5Of(48), phq9: phq9Of(11) }, 'course.reviewAfterSessions'],
  ['F04', {}, 'instruments.phq9.worseningPoints'],
  ['F05', {}, 'course.maxSessions'],
  ['F06', {}, 'course.maxMonths'],
  ['F07', {}, 'instruments.icsi.risePoints'],
  ['F08', { altTimesUpperLimit: 1, altAgeMonths: 1 }, 'monitoring.altHoldTimesUpperLimit'],
  ['F08', { altTimesUpperLimit: 1, altAgeMonths: 1 }, 'monitoring.altReviewTimesUpperLimit'],
  ['F08', { altTimesUpperLimit: 1, altAgeMonths: 1 }, 'monitoring.liverEveryMonths'],
  ['F09', {}, 'refill.blockFromTimes'],
  ['F09', {}, 'refill.earlyDays'],
  ['F10', {}, 'refill.cravingPoints'],
  ['F10', {}, 'refill.cravingTimes'],
  ['F12', {}, 'dose.stepsWithoutImprovementCount'],
  ['F14', {}, 'instruments.auditC.reviewTotal'],
  ['F15', {}, 'course.expiryNoticeDays'],
  ['F16', {}, 'monitoring.missedCheckIns'],
])('%s with %j and no signed %s is unknown', (id, change, path) => {
  expect(outcomeOf(id, change, unsigned(path))).toBe('unknown')
})

test('a protocol or a basis whose end is not known closes; a medicine not asked about is looked at', () => {
  expect(courseRules.F15.whenUnknown).toBe('block')
  expect([courseRules.F04, courseRules.F17].map(({ whenUnknown }) => whenUnknown)).toEqual([
    'review',
    'review',
  ])
})
