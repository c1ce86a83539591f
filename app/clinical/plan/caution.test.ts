import { describe, expect, test } from 'vitest'
import { dssBOf, itqOf, pcl5Of } from '../../../tests/ordinary-patient.ts'
import { PLAN_FACTS_ORDINARY, PLAN_SIGNED } from '../../../tests/ordinary-plan.ts'
import { asqOf } from '../../../tests/ordinary-session.ts'
import type { Caution } from '../protocol/caution.ts'
import type { Limits } from '../protocol.ts'
import { cautionLevel, isMoreCareful, moreCareful } from './caution.ts'
import type { PlanFacts } from './facts.ts'

const ask = (change: PlanFacts, limits: Limits = PLAN_SIGNED) =>
  cautionLevel({ ...PLAN_FACTS_ORDINARY, ...change }, limits)
const line = (caution: Caution, change: PlanFacts, limits: Limits = PLAN_SIGNED) => {
  const found = ask(change, limits).lines.find((one) => one.caution === caution)
  if (!found) throw new Error(`${caution} has no line`)
  return found
}

test('an ordinary person is at the usual level, with a line for each caution and nothing missing', () => {
  const { level, lines, missing } = ask({})
  expect([level, missing]).toEqual(['usual', []])
  expect(lines.map(({ holds, asksFor }) => `${holds} ${asksFor}`)).toEqual(lines.map(() => 'no usual'))
})

/** As in a practice that has loaded neither text. */
const NEITHER = { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: 'not-loaded' } as const

describe('each fact asks for the level signed for it', () => {
  test.each<[Caution, PlanFacts, 'yes' | 'no' | 'unknown']>([
    ['dissociation', { desMean: 29 }, 'no'],
    ['dissociation', { desMean: 30 }, 'yes'],
    ['dissociation', { desMean: 31 }, 'yes'],
    ['dissociation', { desMean: { from: 30, to: 44 } }, 'yes'],
    ['dissociation', { desMean: { from: 26, to: 30 } }, 'unknown'],
    ['dissociation', { desMean: { from: 20, to: 29 } }, 'no'],
    ['dissociation', { desTaxonMean: 19 }, 'no'],
    ['dissociation', { desTaxonMean: 20 }, 'yes'],
    ['dissociation', { desTaxonMean: 21 }, 'yes'],
    ['dissociation', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(11) }, 'no'],
    ['dissociation', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(12) }, 'yes'],
    ['dissociation', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: dssBOf(13) }, 'yes'],
    ['dissociation', { desMean: 'not-loaded', desTaxonMean: 'not-loaded', dssB: undefined }, 'unknown'],
    ['dissociation', { desMean: undefined }, 'unknown'],
    ['dissociation', { ...NEITHER, feelsUnreal: 'never' }, 'no'],
    ['dissociation', { ...NEITHER, feelsUnreal: 'sometimes' }, 'no'],
    ['dissociation', { ...NEITHER, feelsUnreal: 'often' }, 'yes'],
    ['dissociation', { ...NEITHER, feelsUnreal: 'most-days' }, 'yes'],
    ['dissociation', { ...NEITHER, feelsUnreal: undefined }, 'unknown'],
    ['dissociation', { feelsUnreal: 'most-days' }, 'no'],
    ['dissociation', { ...NEITHER, desTaxonMean: 20, feelsUnreal: 'never' }, 'yes'],
    ['dissociativeDisorder', { hasDissociativeDisorder: true }, 'yes'],
    ['dissociativeDisorder', { hasDissociativeDisorder: undefined }, 'unknown'],
    ['severity', { pcl5: pcl5Of(59) }, 'no'],
    ['severity', { pcl5: pcl5Of(60) }, 'yes'],
    ['severity', { pcl5: pcl5Of(61) }, 'yes'],
    ['severity', { pcl5: undefined }, 'unknown'],
    ['complexPtsd', { itq: itqOf({ selfOrganisation: true }) }, 'no'],
    ['complexPtsd', { itq: itqOf({ ptsd: true, selfOrganisation: true }) }, 'yes'],
    ['complexPtsd', { itq: undefined }, 'unknown'],
    ['alphaMedicine', { medicineClasses: ['alpha-blocker-or-agonist'] }, 'yes'],
    ['alphaMedicine', { medicineClasses: [], unmatchedMedicines: 1 }, 'unknown'],
    ['alphaMedicine', { medicineClasses: ['alpha-blocker-or-agonist'], unmatchedMedicines: 1 }, 'yes'],
    ['alphaMedicine', { medicineClasses: undefined }, 'unknown'],
    ['alphaMedicine', { unmatchedMedicines: undefined }, 'unknown'],
    ['bloodPressureMedicine', { medicineClasses: ['other-antihypertensive'] }, 'yes'],
    ['bloodPressureMedicine', { medicineClasses: ['benzodiazepine', 'naltrexone'] }, 'no'],
    ['noTherapist', { hasTherapist: false }, 'yes'],
    ['noTherapist', { hasTherapist: undefined }, 'unknown'],
    ['recentEvent', { daysSinceRecentEvent: 29 }, 'yes'],
    ['recentEvent', { daysSinceRecentEvent: 30 }, 'yes'],
    ['recentEvent', { daysSinceRecentEvent: 31 }, 'no'],
    ['recentEvent', { daysSinceRecentEvent: undefined }, 'unknown'],
    ['suicideScreen', { cssrsLevel: 'none' }, 'no'],
    ['suicideScreen', { cssrsLevel: 'none', asq: asqOf(0, 0, 0, 1, 0) }, 'yes'],
    ['suicideScreen', { cssrsLevel: 'none', asq: asqOf(0, 0, 0, 1, 1) }, 'yes'],
    ['suicideScreen', { cssrsLevel: 'none', asq: asqOf() }, 'unknown'],
    ['suicideScreen', { cssrsLevel: 'none', asq: undefined }, 'unknown'],
    ['suicideScreen', { cssrsLevel: 'undetermined', asq: asqOf(0, 0, 0, 1, 0) }, 'yes'],
    ['suicideScreen', { cssrsLevel: undefined }, 'unknown'],
    ['suicideScreen', { cssrsLevel: 'low', asq: undefined }, 'yes'],
    ['suicideScreen', { cssrsLevel: 'moderate' }, 'yes'],
    ['suicideScreen', { cssrsLevel: 'high' }, 'yes'],
    ['suicideScreen', { cssrsLevel: 'undetermined' }, 'unknown'],
    ['suicideScreen', { asq: asqOf(0, 0, 1, 0, 0) }, 'yes'],
    ['suicideScreen', { asq: asqOf(1, 0, 0, 0, 1) }, 'yes'],
    ['suicideScreen', { asq: asqOf(1, 0, 0, 0) }, 'yes'],
    ['suicideScreen', { asq: undefined }, 'unknown'],
    ['suicideScreen', { asq: asqOf() }, 'unknown'],
    ['age', { ageYears: 64 }, 'no'],
    ['age', { ageYears: 65 }, 'yes'],
    ['age', { ageYears: 66 }, 'yes'],
    ['age', { ageYears: Number.NaN }, 'unknown'],
    ['bloodPressure', { homeSystolicMmHg: 139 }, 'no'],
    ['bloodPressure', { homeSystolicMmHg: 140 }, 'yes'],
    ['bloodPressure', { homeSystolicMmHg: 141 }, 'yes'],
    ['bloodPressure', { homeDiastolicMmHg: 89 }, 'no'],
    ['bloodPressure', { homeDiastolicMmHg: 90 }, 'yes'],
    ['bloodPressure', { homeDiastolicMmHg: 91 }, 'yes'],
    ['bloodPressure', { homeSystolicMmHg: undefined }, 'unknown'],
  ])('%s: %j is %s', (caution, change, holds) => {
    const found = line(caution, change)
    expect(found.holds).toBe(holds)
    expect(found.asksFor).toBe(holds === 'no' ? 'usual' : PLAN_SIGNED.caution?.[caution])
    expect(found.missing.length > 0).toBe(holds === 'unknown')
    expect(ask(change).level).toBe(found.asksFor)
  })
})

test('the strictest wins, and a line says which fact, which limit and which level', () => {
  const { level } = ask({ ageYears: 70, hasDissociativeDisorder: true, hasTherapist: false })
  expect(level).toBe('most-careful')
  expect(line('age', { ageYears: 70 })).toEqual({
    caution: 'age',
    holds: 'yes',
    asksFor: 'careful',
    evidence: { ageYears: 70, 'intake.reviewAgeYears': 65, 'caution.age': 'careful' },
    missing: [],
  })
})

test('a screen is told by its outcome, and by its name where there is none', () => {
  expect(line('suicideScreen', { asq: asqOf(0, 0, 1, 0, 0) }).evidence).toMatchObject({
    asq: 'non-acute',
  })
  const open = line('suicideScreen', { asq: undefined })
  expect(open.missing).toEqual([{ kind: 'fact', name: 'asq' }])
})

test('a medicine nobody could match leaves open which classes there are', () => {
  const { evidence, missing } = line('alphaMedicine', { medicineClasses: [], unmatchedMedicines: 2 })
  expect(evidence).toMatchObject({ unmatchedMedicines: 2 })
  expect(missing).toEqual([{ kind: 'fact', name: 'medicineClasses' }])
})

test('a practice may sign that a fact asks for nothing more', () => {
  expect(line('bloodPressureMedicine', { medicineClasses: ['other-antihypertensive'] }).asksFor).toBe('usual')
})

describe('what nobody signed never lowers the level', () => {
  test('a level that is missing asks for the most careful plan, when the fact holds and when it is unknown', () => {
    const { age: _, ...caution } = PLAN_SIGNED.caution ?? {}
    const limits = { ...PLAN_SIGNED, caution }
    for (const ageYears of [70, undefined]) {
      const found = line('age', { ageYears }, limits)
      expect(found.asksFor).toBe('most-careful')
      expect(found.missing).toContainEqual({ kind: 'limit', name: 'caution.age' })
    }
    expect(line('age', { ageYears: 40 }, limits)).toMatchObject({ asksFor: 'usual', missing: [] })
  })

  test('a cut point that is missing counts as reached', () => {
    const limits = { ...PLAN_SIGNED, intake: {} }
    expect(line('age', { ageYears: 20 }, limits)).toMatchObject({
      holds: 'unknown',
      asksFor: 'careful',
      missing: [{ kind: 'limit', name: 'intake.reviewAgeYears' }],
    })
  })

  test('a word that is no level was signed by nobody', () => {
    const limits: Limits = JSON.parse('{"caution":{"noTherapist":"none"}}')
    expect(line('noTherapist', { hasTherapist: false }, limits).asksFor).toBe('most-careful')
  })

  test('with nothing known and nothing signed every caution is unknown, and each missing thing is listed once', () => {
    const { level, lines, missing } = cautionLevel({}, {})
    expect(level).toBe('most-careful')
    expect(lines.every(({ holds }) => holds === 'unknown')).toBe(true)
    expect(new Set(missing.map(({ name }) => name)).size).toBe(missing.length)
  })
})

test('levels have an order', () => {
  expect(moreCareful()).toBe('usual')
  expect(moreCareful('careful', 'most-careful', 'usual')).toBe('most-careful')
  expect(isMoreCareful('careful', 'usual')).toBe(true)
  expect(isMoreCareful('careful', 'careful')).toBe(false)
})
