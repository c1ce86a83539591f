import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, PLAN_SIGNED, TODAY } from '../../tests/ordinary-plan.ts'
import type { PlanFacts } from './plan/facts.ts'
import { patientPlan } from './plan/patient-plan.ts'
import {
  type OpenValues,
  PLAN_FIELDS,
  type Plan,
  type PlanField,
  parsePlan,
  wholeValues,
} from './plan/shape.ts'
import { draftPlan } from './plan.ts'
import type { Limits } from './protocol.ts'

const draft = (facts: PlanFacts = {}, limits: Limits = PLAN_SIGNED, previous?: Plan) =>
  draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, { ...PLAN_PROTOCOL, limits }, { startsOn: TODAY, previous })

describe('a plan is drawn from the signed protocol', () => {
  test('at the usual level', () => {
    const { plan, lines } = draft()
    expect(plan.level).toBe('usual')
    expect(plan.values).toEqual({
      route: 'sublingual',
      unit: 'lozenge',
      unitStrengthMg: 5,
      residue: 'spit',
      holdMinutes: 12,
      doseMg: 15,
      stepMaxMg: 10,
      ceilingMg: 60,
      daysBetweenSteps: 14,
      sessions: 6,
      daysBetweenSessions: 7,
      readingAtMinutes: [40, 90],
      lookInMinutes: 15,
      observationMinutes: 120,
      isStandingReading: false,
      supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
      therapist: 'strongly-advised',
      integration: { isOffered: true, fromHours: 24, toHours: 72 },
      questionnaires: [
        { instrument: 'pcl-5-week', everyDays: 7 },
        { instrument: 'phq-9', everyDays: 14 },
        { instrument: 'gad-7', everyDays: 14 },
        { instrument: 'dss-b', everyDays: 7 },
      ],
      startsOn: '2026-11-22',
      endsOn: '2027-03-22',
      reviewAfterSessions: 4,
      reEvaluateOn: '2027-01-21',
    })
    expect(lines.map(({ field }) => field)).toEqual(PLAN_FIELDS)
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })
})

describe('at a more careful level', () => {
  test('the start is lower, the gap longer, and each line says where its number stands', () => {
    const { plan, lines } = draft({ hasTherapist: false })
    expect(plan.level).toBe('careful')
    expect(plan.values).toMatchObject({
      ...{ doseMg: 10, stepMaxMg: 5, ceilingMg: 40, daysBetweenSessions: 14, sessions: 6 },
      ...{ therapist: 'strongly-advised', endsOn: '2027-03-22' },
    })
    expect(lines.find(({ field }) => field === 'doseMg')).toEqual({
      field: 'doseMg',
      value: 10,
      why: 'signed',
      protocolVersion: 3,
      evidence: { 'dose.bands.careful.startMg': 10 },
      missing: [],
    })
    expect(lines.find(({ field }) => field === 'sessions')?.evidence).toEqual({ 'course.maxSessions': 6 })
  })

  test('what the level leaves out is as at the level before it', () => {
    const { plan } = draft({ hasDissociativeDisorder: true })
    expect(plan.values).toMatchObject({
      ...{ doseMg: 5, stepMaxMg: 5, ceilingMg: 20, daysBetweenSessions: 14, sessions: 4 },
      ...{ therapist: 'essential', endsOn: '2027-02-20' },
    })
  })

  test('a prescriber may ask for one, and for none less careful than the facts do', () => {
    const levelOf = (facts: PlanFacts, atLeast: 'usual' | 'most-careful') =>
      draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, PLAN_PROTOCOL, { startsOn: TODAY, atLeast }).plan.level
    expect(levelOf({}, 'most-careful')).toBe('most-careful')
    expect(levelOf({ hasTherapist: false }, 'usual')).toBe('careful')
  })

  test.each<[PlanFacts, boolean]>([
    [{ medicineClasses: ['alpha-blocker-or-agonist'] }, true],
    [{ unmatchedMedicines: 1 }, true],
    [{ ageYears: 64 }, false],
    [{ ageYears: 65 }, true],
    [{ ageYears: undefined }, true],
  ])('a standing reading is taken with %j: %s', (facts, isTaken) => {
    expect(draft(facts).plan.values.isStandingReading).toBe(isTaken)
  })
})

/** The lines that cannot be drawn without it. */
const NEEDED: Record<string, PlanField[]> = {
  'dose.route': ['route'],
  'dose.units': ['unit'],
  'dose.unitStrengthsMg': ['unitStrengthMg'],
  'dose.residue': ['residue'],
  'dose.holdMinutes': ['holdMinutes'],
  'dose.bands': ['doseMg'],
  'dose.firstMaxMg': ['doseMg'],
  'dose.stepMaxMg': ['stepMaxMg'],
  'dose.absoluteMaxMg': ['doseMg', 'ceilingMg'],
  'dose.isWeightBased': ['doseMg', 'ceilingMg'],
  'dose.minDaysBetweenSteps': ['daysBetweenSteps'],
  'course.maxSessions': ['sessions'],
  'course.minDaysBetweenSessions': ['daysBetweenSessions'],
  'course.planDays': ['endsOn', 'reEvaluateOn'],
  'course.reviewAfterSessions': ['reviewAfterSessions'],
  'course.reEvaluateAfterDays': ['reEvaluateOn'],
  'vitals.during.readingAtMinutes': ['readingAtMinutes'],
  'session.lookInEveryMinutes': ['lookInMinutes'],
  'session.minimumObservationMinutes': ['observationMinutes'],
  'support.minimumAgeYears': ['supportPerson'],
  'support.isSoberRequired': ['supportPerson'],
  'support.staysHours': ['supportPerson'],
  'integration.isTherapyEssential': ['therapist'],
  'integration.windowFromHours': ['integration'],
  'integration.windowToHours': ['integration'],
  'instruments.cadence': ['questionnaires'],
}

function without(path: string): Limits {
  const copy: Record<string, unknown> = structuredClone(PLAN_SIGNED)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = copy
  for (const key of keys) at = at[key] as Record<string, unknown>
  delete at[last]
  return copy
}

describe('where the protocol has no number', () => {
  test.each(Object.entries(NEEDED))('without %s these lines are missing: %s', (path, fields) => {
    const { plan, lines } = draft({}, without(path))
    expect(PLAN_FIELDS.filter((field) => plan.values[field] === null)).toEqual(fields)
    for (const line of lines.filter(({ value }) => value === null)) {
      expect(line.why).toBe('missing')
      expect(
        line.missing.every(({ kind, name }) => kind === 'limit' && name.includes(path.split('.')[1] ?? '')),
      ).toBe(true)
      expect(line.missing.length).toBeGreaterThan(0)
    }
    expect(wholeValues(plan)).toBeUndefined()
    expect(patientPlan(plan)).toBeUndefined()
  })

  test('a start signed for another level is nobody’s start here', () => {
    const bands = [{ level: 'usual', startMg: 15 } as const]
    const { plan } = draft({ hasTherapist: false }, { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, bands } })
    expect(plan.values.doseMg).toBeNull()
  })

  test('an empty protocol draws nothing but the first day and a standing reading', () => {
    const { plan } = draft({}, {})
    expect(PLAN_FIELDS.filter((field) => plan.values[field] !== null)).toEqual([
      'isStandingReading',
      'startsOn',
    ])
    expect(plan.level).toBe('most-careful')
  })

  test('numbers that do not go together are nobody’s numbers', () => {
    const contradicting: Limits[] = [
      { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, firstMaxMg: 14 } },
      { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, absoluteMaxMg: 14 } },
    ]
    for (const limits of contradicting) {
      const line = draft({}, limits).lines.find(({ field }) => field === 'doseMg')
      expect(line).toMatchObject({ value: null, why: 'contradicts', missing: [] })
    }
    const integration = { windowFromHours: 72, windowToHours: 24, isTherapyEssential: false }
    expect(draft({}, { ...PLAN_SIGNED, integration }).plan.values.integration).toBeNull()
  })

  test('of several forms the prescriber chooses one', () => {
    const limits = { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, units: ['troche', 'lozenge', 'troche'] } }
    const line = draft({}, limits).lines.find(({ field }) => field === 'unit')
    expect(line).toMatchObject({ value: null, why: 'choose', options: ['lozenge', 'troche'] })
    const before = draft().plan
    expect(draft({}, limits, before).plan.values.unit).toBe('lozenge')
    const other = { ...before, values: { ...before.values, unit: 'wafer' } }
    expect(draft({}, limits, other).plan.values.unit).toBeNull()
  })
})

describe('by weight', () => {
  const limits = {
    ...PLAN_SIGNED,
    dose: { ...PLAN_SIGNED.dose, isWeightBased: true, absoluteMaxMgPerKg: 0.7 },
  }
  const ceilingOf = (weightKg: number | undefined) =>
    draft({ weightKg }, limits).lines.find(({ field }) => field === 'ceilingMg')

  test.each<[number | undefined, number | null, string]>([
    [50, 35, 'weight'],
    [51, 35, 'weight'],
    [85, 59, 'weight'],
    [86, 60, 'signed'],
    [200, 60, 'signed'],
    [1, null, 'contradicts'],
    [0, null, 'missing'],
    [Number.NaN, null, 'missing'],
    [undefined, null, 'missing'],
  ])('%s kg has a highest of %s', (weightKg, value, why) => {
    expect(ceilingOf(weightKg)).toMatchObject({ value, why })
  })

  test('a start above the highest for this weight is not cut to it: nothing is drawn', () => {
    expect(draft({ weightKg: 20 }, limits).plan.values).toMatchObject({ ceilingMg: 14, doseMg: null })
  })
})

describe('after a plan signed before', () => {
  const signed = (values: Partial<OpenValues>, facts: PlanFacts = {}): Plan => {
    const { plan } = draft(facts)
    return { ...plan, values: { ...plan.values, ...values } }
  }
  const again = (previous: Plan, facts: PlanFacts = {}, startsOn = '2026-12-20') =>
    draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, PLAN_PROTOCOL, { startsOn, previous })

  test('the dose stays as signed, more or less than the start', () => {
    for (const doseMg of [5, 15, 30]) expect(again(signed({ doseMg })).plan.values.doseMg).toBe(doseMg)
  })

  test('more care brings it back to the start at the new level, never up to it', () => {
    expect(again(signed({ doseMg: 30 }), { hasTherapist: false }).plan.values.doseMg).toBe(10)
    expect(again(signed({ doseMg: 5 }), { hasTherapist: false }).plan.values.doseMg).toBe(5)
  })

  test('a highest that has come down brings it down', () => {
    expect(again(signed({ doseMg: 40, ceilingMg: 30 })).plan.values).toMatchObject({
      doseMg: 30,
      ceilingMg: 30,
    })
  })

  test('what was stricter stays, and says so', () => {
    const { plan, lines } = again(signed({ daysBetweenSessions: 21, sessions: 4, therapist: 'essential' }))
    expect(plan.values).toMatchObject({ daysBetweenSessions: 21, sessions: 4, therapist: 'essential' })
    expect(lines.find(({ field }) => field === 'sessions')).toMatchObject({
      why: 'previous',
      evidence: { 'course.maxSessions': 6, previous: '4' },
    })
  })

  test('what was looser, by an exception, is not carried on', () => {
    expect(again(signed({ sessions: 9, daysBetweenSessions: 3 })).plan.values).toMatchObject({
      sessions: 6,
      daysBetweenSessions: 7,
    })
  })

  test('inside a course the first day stays, and the end does not move later', () => {
    const { values } = again(signed({ endsOn: '2027-02-01' })).plan
    expect(values).toMatchObject({ startsOn: TODAY, endsOn: '2027-02-01', reEvaluateOn: '2027-01-21' })
  })

  test('after its last day a new course begins at the start, with days of its own', () => {
    const old = signed({ doseMg: 30, endsOn: '2026-12-19' })
    expect(again(old).plan.values).toMatchObject({
      ...{ doseMg: 15, startsOn: '2026-12-20', endsOn: '2027-04-19', reEvaluateOn: '2027-02-18' },
    })
    const onTheLastDay = signed({ doseMg: 30, endsOn: '2026-12-20' })
    expect(again(onTheLastDay).plan.values).toMatchObject({
      doseMg: 30,
      startsOn: TODAY,
      endsOn: '2026-12-20',
    })
  })

  test('no exception is carried over', () => {
    const exceptions = [{ code: 'more-sessions', planned: '9', signed: '6', reason: 'once' }]
    expect(again({ ...signed({}), exceptions }).plan.exceptions).toEqual([])
  })
})

test('the re-evaluation is no later than the end', () => {
  const course = { ...PLAN_SIGNED.course, planDays: 40 }
  expect(draft({}, { ...PLAN_SIGNED, course }).plan.values).toMatchObject({
    endsOn: '2027-01-01',
    reEvaluateOn: '2027-01-01',
  })
})

test('a first day that is none is missing, and so is what hangs on it', () => {
  const { plan } = draftPlan(PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { startsOn: '2026-02-30' })
  expect(plan.values).toMatchObject({ startsOn: null, endsOn: null, reEvaluateOn: null })
})

test('a patient’s plan holds no amount of the medicine and no level', () => {
  const read = patientPlan(draft({ hasDissociativeDisorder: true }).plan)
  expect(Object.keys(read ?? {}).join(' ')).not.toMatch(/mg|dose|level|strength/i)
  expect(JSON.stringify(read)).not.toContain('careful')
})

test('the plan of a demo says that its numbers are invented', () => {
  expect(draft().plan.protocol).toEqual({ version: 3, contentHash: 'a1b2c3', isInvented: true })
})
