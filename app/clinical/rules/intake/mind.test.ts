import { describe, expect, test } from 'vitest'
import {
  dssBOf,
  itqOf,
  ORDINARY_INTAKE,
  pcl5Of,
  phq9Of,
  SIGNED,
  unsigned,
} from '../../../../tests/ordinary-patient.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import { pcl5 } from '../../instruments/pcl5.ts'
import { phq9 } from '../../instruments/phq9.ts'
import type { Outcome } from '../../outcome.ts'
import { findings } from '../rule.ts'
import { type IntakeRuleId, intakeRules } from './rules.ts'

const outcomeOf = (id: IntakeRuleId, change: IntakeFacts, limits = SIGNED) =>
  intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, limits).outcome

type Row = [IntakeRuleId, IntakeFacts, Outcome]

describe('suicide', () => {
  const isToday = { isSuicideScreenSameDay: true }
  const isNotToday = { isSuicideScreenSameDay: false }
  const item9 = (answer: number | 'skipped') =>
    phq9.score({
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((item) => [`phq9-0${item}`, 0])),
      'phq9-09': answer,
      'phq9-10': 0,
    })

  test.each<Row>([
    ['B01', { cssrsLevel: 'high' }, 'block'],
    ['B01', { cssrsLevel: 'moderate' }, 'clear'],
    ['B01', { cssrsLevel: 'undetermined' }, 'unknown'],
    ['B01', { cssrsLevel: undefined }, 'unknown'],
    ['B01', { cssrsLevel: 'not-loaded' }, 'clear'],
    ['B02', { cssrsLevel: 'moderate' }, 'block'],
    ['B02', { cssrsLevel: 'low' }, 'clear'],
    ['B02', { cssrsLevel: undefined }, 'unknown'],
    ['B03', { cssrsLevel: 'low' }, 'review'],
    ['B03', { cssrsLevel: 'none' }, 'clear'],
    ['B03', { cssrsLevel: undefined }, 'unknown'],
    ['B04', { cssrsItemsSkipped: 1 }, 'block'],
    ['B04', { cssrsItemsSkipped: 0 }, 'clear'],
    ['B04', { cssrsItemsSkipped: 'not-loaded' }, 'clear'],
    ['B04', { cssrsItemsSkipped: undefined }, 'unknown'],
    ['B05', { phq9: item9(1), ...isNotToday }, 'block'],
    ['B05', { phq9: item9(3), ...isNotToday }, 'block'],
    ['B05', { phq9: item9(0), ...isNotToday }, 'clear'],
    ['B05', { phq9: item9('skipped'), ...isNotToday }, 'unknown'],
    ['B05', { phq9: item9(1), ...isToday }, 'clear'],
    ['B05', { phq9: item9(1), isSuicideScreenSameDay: undefined }, 'unknown'],
    ['B05', { phq9: undefined, ...isNotToday }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('a screen that was never asked is one finding, and it blocks', () => {
    const rules = [intakeRules.B01, intakeRules.B02, intakeRules.B03, intakeRules.B04]
    const found = findings(rules, {}, SIGNED)
    expect(found).toMatchObject([{ ruleId: 'B04', severity: 'block', isUnknown: true }])
    expect(found[0]?.rules.map(({ id }) => id).sort()).toEqual(['B01', 'B02', 'B03', 'B04'])
  })
})

describe('mood and trauma', () => {
  const both = itqOf({ ptsd: true, selfOrganisation: true })
  /** As in a practice that has loaded neither text. */
  const NEITHER = { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: 'not-loaded' } as const
  const nothingButTherapist: IntakeFacts = {
    ...{ hasTherapist: false, hasPtsdDiagnosis: false, pcl5: pcl5Of(20), itq: itqOf({}) },
  }
  const without8 = (total: number) =>
    pcl5.score({
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [`pcl5-${String(i + 1).padStart(2, '0')}`, 0]),
      ),
      'pcl5-01': Math.min(4, total),
      'pcl5-02': Math.max(0, total - 4),
      'pcl5-08': 'skipped',
    })

  test.each<Row>([
    ['B06', { phq9: phq9Of(19) }, 'clear'],
    ['B06', { phq9: phq9Of(20) }, 'review'],
    ['B06', { phq9: phq9Of(21) }, 'review'],
    ['B06', { phq9: undefined }, 'unknown'],
    ['B07', { pcl5: pcl5Of(32) }, 'clear'],
    ['B07', { pcl5: pcl5Of(33) }, 'advise'],
    ['B07', { pcl5: pcl5Of(34) }, 'advise'],
    ['B07', { pcl5: without8(4) }, 'clear'],
    ['B07', { pcl5: undefined }, 'unknown'],
    ['B08', { itq: itqOf({ ptsd: true, selfOrganisation: true }) }, 'review'],
    ['B08', { itq: itqOf({ ptsd: true }) }, 'clear'],
    ['B08', { itq: itqOf({ selfOrganisation: true }) }, 'clear'],
    ['B08', { itq: undefined }, 'unknown'],
    ['B08', { itq: itqOf({}) }, 'clear'],
    ['B09', { desMean: 29, desTaxonMean: 19 }, 'clear'],
    ['B09', { desMean: 30, desTaxonMean: 19 }, 'review'],
    ['B09', { desMean: 22, desTaxonMean: 20 }, 'review'],
    ['B09', { desMean: undefined, desTaxonMean: 10 }, 'unknown'],
    ['B09', { desMean: 31, desTaxonMean: undefined }, 'review'],
    ['B09', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(11) }, 'clear'],
    ['B09', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(12) }, 'review'],
    ['B09', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: undefined }, 'unknown'],
    ['B09', { dssB: dssBOf(30) }, 'clear'],
    ['B09', { desMean: 31, desTaxonMean: 21 }, 'review'],
    ['B09', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(13) }, 'review'],
    ['B09', { ...NEITHER, feelsUnreal: 'never' }, 'clear'],
    ['B09', { ...NEITHER, feelsUnreal: 'sometimes' }, 'clear'],
    ['B09', { ...NEITHER, feelsUnreal: 'often' }, 'review'],
    ['B09', { ...NEITHER, feelsUnreal: 'most-days' }, 'review'],
    ['B09', { ...NEITHER, feelsUnreal: undefined }, 'unknown'],
    ['B10', { ...NEITHER, feelsUnreal: 'sometimes', itq: undefined }, 'clear'],
    ['B10', { ...NEITHER, feelsUnreal: 'often', itq: undefined }, 'unknown'],
    ['B10', { ...NEITHER, feelsUnreal: undefined, itq: undefined }, 'unknown'],
    ['B30', { ...NEITHER, ...nothingButTherapist, feelsUnreal: 'most-days' }, 'review'],
    ['B30', { ...NEITHER, ...nothingButTherapist, feelsUnreal: 'sometimes' }, 'clear'],
    ['B30', { ...NEITHER, ...nothingButTherapist, feelsUnreal: undefined }, 'unknown'],
    ['B10', { hasDissociativeDisorder: true }, 'block'],
    ['B10', { hasDissociativeDisorder: undefined }, 'unknown'],
    ['B10', { itq: itqOf({ ptsd: true, selfOrganisation: true }) }, 'clear'],
    ['B10', { itq: itqOf({ ptsd: true, selfOrganisation: true }), desMean: 30 }, 'block'],
    ['B10', { itq: undefined, desMean: 30 }, 'unknown'],
    ['B10', { itq: undefined }, 'clear'],
    ['B30', { hasTherapist: false }, 'review'],
    ['B30', { hasTherapist: true }, 'clear'],
    ['B30', { hasTherapist: undefined }, 'unknown'],
    ['B30', { ...nothingButTherapist, hasPtsdDiagnosis: true }, 'review'],
    ['B30', { ...nothingButTherapist, pcl5: pcl5Of(32) }, 'clear'],
    ['B30', { ...nothingButTherapist, pcl5: pcl5Of(33) }, 'review'],
    ['B30', { ...nothingButTherapist, itq: itqOf({ ptsd: true }) }, 'review'],
    ['B30', { ...nothingButTherapist, itq: itqOf({ selfOrganisation: true }) }, 'clear'],
    ['B30', { ...nothingButTherapist, desMean: 30 }, 'review'],
    ['B30', { ...nothingButTherapist, pcl5: undefined }, 'unknown'],
    ['B30', { ...nothingButTherapist, itq: undefined }, 'unknown'],
    ['B30', { ...nothingButTherapist, hasPtsdDiagnosis: undefined }, 'unknown'],
    ['B30', { hasTherapist: undefined, hasPtsdDiagnosis: false, pcl5: pcl5Of(20), itq: itqOf({}) }, 'clear'],
    [
      'B30',
      { hasTherapist: false, itq: itqOf({ ptsd: true, selfOrganisation: true }), desMean: 30 },
      'block',
    ],
    ['B30', { hasTherapist: true, itq: itqOf({ ptsd: true, selfOrganisation: true }), desMean: 30 }, 'clear'],
    ['B30', { hasTherapist: false, hasPtsdDiagnosis: false, pcl5: pcl5Of(20), itq: itqOf({}) }, 'clear'],
    ['B30', { hasTherapist: false, hasPtsdDiagnosis: false, pcl5: pcl5Of(33), itq: itqOf({}) }, 'review'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test.each<[IntakeRuleId, IntakeFacts, object]>([
    ['B08', { itq: both }, { itq: 'PTSD part met; self-organisation part met' }],
    ['B08', { itq: itqOf({ ptsd: true }) }, { itq: 'PTSD part met' }],
    ['B08', { itq: itqOf({}) }, {}],
    [
      'B10',
      { itq: both, desMean: 30 },
      {
        itq: 'PTSD part met; self-organisation part met',
        ...{ desMean: 30, 'instruments.des.reviewMean': 30 },
        ...{ desTaxonMean: 10, 'instruments.des.reviewTaxonMean': 20 },
        ...{ dssB: 5, 'instruments.dssB.reviewTotal': 12 },
      },
    ],
    ['B30', { hasTherapist: false, pcl5: undefined }, { hasTherapist: 'no', itq: 'PTSD part met' }],
    ['B30', { hasTherapist: false }, { hasPtsdDiagnosis: 'yes' }],
  ])('%s with %j shows what was met: %j', (id, change, shown) => {
    expect(intakeRules[id].judge({ ...ORDINARY_INTAKE, ...change }, SIGNED).evidence).toMatchObject(shown)
  })

  test('B07 says which of the two held', () => {
    const clustersAtLowTotal = pcl5.score({
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [`pcl5-${String(i + 1).padStart(2, '0')}`, 0]),
      ),
      'pcl5-01': 2,
      'pcl5-06': 2,
      'pcl5-08': 2,
      'pcl5-09': 2,
      'pcl5-15': 2,
      'pcl5-16': 2,
    })
    const { outcome, evidence } = intakeRules.B07.judge({ pcl5: clustersAtLowTotal }, SIGNED)
    expect(outcome).toBe('advise')
    expect(evidence.pcl5).toBe('12; symptom pattern met')
  })

  test.each<[IntakeRuleId, string, Outcome]>([
    ['B06', 'instruments.phq9.reviewTotal', 'unknown'],
    ['B09', 'instruments.des.reviewMean', 'unknown'],
    ['B09', 'instruments.des.reviewTaxonMean', 'unknown'],
  ])('%s without a signed %s is %s', (id, path, outcome) => {
    expect(outcomeOf(id, {}, unsigned(path))).toBe(outcome)
  })

  test('B30 blocks only with all of it, and what is missing cannot make it weaker than review', () => {
    const found = findings(
      [intakeRules.B30],
      { ...ORDINARY_INTAKE, hasTherapist: false, itq: undefined, desMean: 30 },
      SIGNED,
    )
    expect(found).toMatchObject([{ severity: 'review', isUnknown: true }])
  })
})

describe('psychosis and mania', () => {
  test.each<Row>([
    ['B11', { everPsychosis: true }, 'block'],
    ['B11', { hasVoicesOrStrangeBeliefsNow: true, pq16Count: 3 }, 'block'],
    ['B11', { everPsychoticOrManicOnSubstance: true }, 'block'],
    ['B11', { hasRelativeWithSchizophrenia: true }, 'block'],
    ['B11', { pq16Count: 5 }, 'clear'],
    ['B11', { pq16Count: 6 }, 'review'],
    ['B11', { pq16Count: 7 }, 'review'],
    ['B11', { pq16Count: 'not-loaded' }, 'clear'],
    ['B11', { pq16Count: undefined }, 'unknown'],
    ['B11', { pq16Count: 6, everPsychosis: undefined }, 'unknown'],
    ['B11', { pq16Count: undefined, everPsychosis: true }, 'block'],
    ['B12', { hasManiaNow: true }, 'block'],
    ['B12', { everManiaOrHospitalForIt: true }, 'review'],
    ['B12', { isBipolarScreenPositive: true }, 'review'],
    ['B12', { isBipolarScreenPositive: false }, 'clear'],
    ['B12', { isBipolarScreenPositive: 'not-loaded' }, 'clear'],
    ['B12', { isBipolarScreenPositive: undefined }, 'unknown'],
    ['B12', { hasManiaNow: undefined }, 'unknown'],
  ])('%s: %j is %s', (id, change, outcome) => {
    expect(outcomeOf(id, change)).toBe(outcome)
  })

  test('B11 without a signed count is unknown, and a hard answer blocks all the same', () => {
    const limits = unsigned('instruments.pq16.reviewCount')
    expect(outcomeOf('B11', {}, limits)).toBe('unknown')
    expect(outcomeOf('B11', { everPsychosis: true }, limits)).toBe('block')
  })
})
