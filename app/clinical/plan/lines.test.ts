import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_SIGNED, TODAY } from '../../../tests/ordinary-plan.ts'
import type { CautionLevel } from '../protocol/course.ts'
import type { Limits } from '../protocol.ts'
import type { PlanFacts } from './facts.ts'
import { protocolLines } from './lines.ts'
import type { PlanField } from './shape.ts'

type Drawing = { limits?: Limits; facts?: PlanFacts; level?: CautionLevel; startsOn?: string | undefined }
const linesOf = ({ limits = PLAN_SIGNED, facts = {}, level = 'usual', ...rest }: Drawing = {}) =>
  protocolLines({ facts: { ...PLAN_FACTS_ORDINARY, ...facts }, limits, level, startsOn: TODAY, ...rest }, 3)
const line = <Field extends PlanField>(field: Field, drawing: Drawing = {}) => {
  const { field: _, protocolVersion: __, ...rest } = linesOf(drawing)[field]
  return rest
}
const dose = (change: NonNullable<Limits['dose']>): Drawing => ({
  limits: { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, ...change } },
})
/** As a protocol file might hold it, whatever the types say. */
const loaded = (group: keyof Limits, change: Record<string, unknown>): Drawing => ({
  limits: JSON.parse(
    JSON.stringify({ ...PLAN_SIGNED, [group]: { ...PLAN_SIGNED[group], ...change } }),
  ) as Limits,
})
const limit = (name: string) => ({ kind: 'limit', name }) as const
const signed = (value: unknown, evidence: object) => ({ value, why: 'signed', evidence, missing: [] })

describe('each line says where its number stands, and what stood there', () => {
  test.each<[PlanField, unknown, object]>([
    ['route', 'sublingual', { 'dose.route': 'sublingual' }],
    ['unit', 'lozenge', { 'dose.units': 'lozenge' }],
    ['unitStrengthMg', 5, { 'dose.unitStrengthsMg': '5' }],
    ['residue', 'spit', { 'dose.residue': 'spit' }],
    ['holdMinutes', 12, { 'dose.holdMinutes': '12' }],
    ['doseMg', 15, { 'dose.bands.usual.startMg': 15 }],
    ['stepMaxMg', 10, { 'dose.stepMaxMg': 10 }],
    ['ceilingMg', 60, { 'dose.absoluteMaxMg': 60 }],
    ['readingAtMinutes', [40, 90], { 'vitals.during.readingAtMinutes': '40, 90' }],
    ['lookInMinutes', 15, { 'session.lookInEveryMinutes': '15' }],
    ['observationMinutes', 120, { 'session.minimumObservationMinutes': '120' }],
    [
      'supportPerson',
      { minimumAgeYears: 18, isSober: true, staysHours: 4 },
      { 'support.minimumAgeYears': 18, 'support.isSoberRequired': 'true', 'support.staysHours': 4 },
    ],
    ['therapist', 'strongly-advised', { 'integration.isTherapyEssential': 'false' }],
    [
      'integration',
      { isOffered: true, fromHours: 24, toHours: 72 },
      { 'integration.windowFromHours': 24, 'integration.windowToHours': 72 },
    ],
    ['endsOn', '2027-03-22', { 'course.planDays': 120 }],
    ['reEvaluateOn', '2027-01-21', { 'course.reEvaluateAfterDays': 60 }],
  ])('%s', (field, value, evidence) => {
    expect(line(field)).toEqual(signed(value, evidence))
  })

  test('the first day is a fact, and so is whether a standing reading is taken', () => {
    expect(line('startsOn')).toEqual({ value: TODAY, why: 'facts', evidence: {}, missing: [] })
    expect(line('isStandingReading')).toMatchObject({ value: false, why: 'facts', missing: [] })
    const unknown = line('isStandingReading', { facts: { unmatchedMedicines: 1 } })
    expect(unknown).toMatchObject({ value: true, missing: [{ kind: 'fact', name: 'medicineClasses' }] })
  })

  test('the questionnaires: each rhythm that could be signed, and what was', () => {
    expect(line('questionnaires').evidence).toEqual({
      'instruments.cadence.pcl5WeekDays': 7,
      'instruments.cadence.phq9Days': 14,
      'instruments.cadence.gad7Days': 14,
      'instruments.cadence.dssBDays': 7,
    })
  })
})

test.each<[string, PlanField, unknown]>([
  ['by mouth', 'route', 'oral'],
  ['swallowed', 'residue', 'swallow'],
  ['held not at all', 'holdMinutes', 0],
])('a medicine %s is as signed', (_how, field, value) => {
  expect(line(field, loaded('dose', { [field]: value })).value).toBe(value)
})

describe('what cannot be such a value was signed by nobody:', () => {
  test.each<[PlanField, keyof Limits, string, unknown]>([
    ['route', 'dose', 'route', 'nasal'],
    ['residue', 'dose', 'residue', 'either'],
    ['holdMinutes', 'dose', 'holdMinutes', -1],
    ['holdMinutes', 'dose', 'holdMinutes', '12'],
    ['holdMinutes', 'dose', 'holdMinutes', null],
    ['lookInMinutes', 'session', 'lookInEveryMinutes', 0],
    ['lookInMinutes', 'session', 'lookInEveryMinutes', '15'],
    ['observationMinutes', 'session', 'minimumObservationMinutes', -5],
  ])('%s of %s.%s = %j', (field, group, name, value) => {
    expect(line(field, loaded(group, { [name]: value }))).toEqual({
      ...{ value: null, why: 'missing', evidence: {} },
      missing: [limit(`${group}.${name}`)],
    })
  })

  test('minutes without end', () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(line('holdMinutes', dose({ holdMinutes: none })).value).toBeNull()
  })

  test('a rhythm of no whole days, or of none', () => {
    const cadence = { pcl5WeekDays: 7, phq9Days: 2.5, gad7Days: 0, dssBDays: 1 }
    const limits = { ...PLAN_SIGNED, instruments: { ...PLAN_SIGNED.instruments, cadence } }
    expect(line('questionnaires', { limits }).value).toEqual([
      { instrument: 'pcl-5-week', everyDays: 7 },
      { instrument: 'dss-b', everyDays: 1 },
    ])
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    ['an age below none', { minimumAgeYears: -1 }, ['support.minimumAgeYears']],
    ['hours below none', { staysHours: -1 }, ['support.staysHours']],
    ['a word for whether sober', { isSoberRequired: 'yes' }, ['support.isSoberRequired']],
    [
      'nothing at all',
      { minimumAgeYears: null, isSoberRequired: null, staysHours: null },
      ['support.minimumAgeYears', 'support.isSoberRequired', 'support.staysHours'],
    ],
  ])('for the support person %s', (_what, change, missing) => {
    const drawn = line('supportPerson', loaded('support', change))
    expect(drawn).toMatchObject({ value: null, why: 'missing', missing: missing.map(limit) })
  })

  test('a support person who need not be sober, of any age, for no time, is one that was signed', () => {
    const change = { minimumAgeYears: 0, isSoberRequired: false, staysHours: 0 }
    expect(line('supportPerson', loaded('support', change))).toEqual(
      signed(
        { minimumAgeYears: 0, isSober: false, staysHours: 0 },
        {
          'support.minimumAgeYears': 0,
          'support.isSoberRequired': 'false',
          'support.staysHours': 0,
        },
      ),
    )
  })
})

test('readings come in order, each minute once, and none before the dose', () => {
  const during = { ...PLAN_SIGNED.vitals?.during, readingAtMinutes: [120, 5, 40, 5, -10, 0] }
  const limits = { ...PLAN_SIGNED, vitals: { ...PLAN_SIGNED.vitals, during } }
  expect(line('readingAtMinutes', { limits })).toEqual(
    signed([0, 5, 40, 120], { 'vitals.during.readingAtMinutes': '0, 5, 40, 120' }),
  )
})

test('of several forms the line says all, in order, and draws none', () => {
  expect(line('unit', dose({ units: ['troche', 'lozenge', 'troche'] }))).toEqual({
    ...{ value: null, why: 'choose', missing: [], options: ['lozenge', 'troche'] },
    evidence: { 'dose.units': 'lozenge, troche' },
  })
})

describe('where the practice goes by weight', () => {
  const byWeight = (change: Record<string, unknown>, weightKg?: number): Drawing => ({
    ...loaded('dose', { isWeightBased: true, ...change }),
    facts: { weightKg },
  })

  test('the highest rests on the level, the weight and the number for each kg', () => {
    expect(line('ceilingMg', byWeight({ absoluteMaxMgPerKg: 0.5 }, 70))).toEqual({
      ...{ value: 35, why: 'weight', missing: [] },
      evidence: { 'dose.absoluteMaxMg': 60, 'dose.absoluteMaxMgPerKg': 0.5, weightKg: 70 },
    })
  })

  test.each([
    [2, 0.5, 1],
    [1.9, 0.5, null],
  ])('%d kg at %d mg for each: at least one whole mg, or a contradiction', (weightKg, perKg, value) => {
    expect(line('ceilingMg', byWeight({ absoluteMaxMgPerKg: perKg }, weightKg)).value).toBe(value)
  })

  test('a number for each kg that nobody signed is missing by its own name', () => {
    for (const perKg of [null, 0, -1])
      expect(line('ceilingMg', byWeight({ absoluteMaxMgPerKg: perKg }, 70))).toMatchObject({
        ...{ value: null, why: 'missing' },
        missing: [limit('dose.absoluteMaxMgPerKg')],
      })
  })

  test('a start is drawn up to the highest for this weight and not above, and says what it met', () => {
    expect(line('doseMg', byWeight({ absoluteMaxMgPerKg: 0.5 }, 30))).toEqual(
      signed(15, { 'dose.bands.usual.startMg': 15 }),
    )
    expect(line('doseMg', byWeight({ absoluteMaxMgPerKg: 0.5 }, 28))).toEqual({
      ...{ value: null, why: 'contradicts', missing: [] },
      evidence: {
        'dose.bands.usual.startMg': 15,
        'dose.firstMaxMg': 20,
        'dose.absoluteMaxMg': 60,
        'dose.absoluteMaxMgPerKg': 0.5,
        weightKg: 28,
      },
    })
    expect(line('doseMg', byWeight({ absoluteMaxMgPerKg: 0.5 }, 1)).why).toBe('contradicts')
    expect(line('doseMg', byWeight({ absoluteMaxMgPerKg: 0.5 })).why).toBe('missing')
  })
})

test('a start at its highest first dose, and at the highest of all, is a start', () => {
  for (const change of [{ firstMaxMg: 15 }, { absoluteMaxMg: 15 }])
    expect(line('doseMg', dose(change)).value).toBe(15)
})

test.each([
  [24, 24, { isOffered: true, fromHours: 24, toHours: 24 }, 'signed'],
  [0, 72, { isOffered: true, fromHours: 0, toHours: 72 }, 'signed'],
  [25, 24, null, 'contradicts'],
  [-1, 24, null, 'missing'],
])('integration offered from %d to %d hours: %j', (windowFromHours, windowToHours, value, why) => {
  expect(line('integration', loaded('integration', { windowFromHours, windowToHours }))).toMatchObject({
    value,
    why,
  })
})

describe('the days of a course', () => {
  test('that is to be re-evaluated after its end are the end, which then rests on both numbers', () => {
    const limits = { ...PLAN_SIGNED, course: { ...PLAN_SIGNED.course, planDays: 40 } }
    expect(line('reEvaluateOn', { limits })).toEqual(
      signed('2027-01-01', { 'course.reEvaluateAfterDays': 60, 'course.planDays': 40 }),
    )
  })

  test('to be re-evaluated on its last day rest on their own number', () => {
    const limits = { ...PLAN_SIGNED, course: { ...PLAN_SIGNED.course, planDays: 60 } }
    expect(line('reEvaluateOn', { limits }).evidence).toEqual({ 'course.reEvaluateAfterDays': 60 })
  })

  test('to be re-evaluated: on no day where nobody signed when a plan ends', () => {
    const { planDays: _, ...course } = PLAN_SIGNED.course ?? {}
    expect(line('reEvaluateOn', { limits: { ...PLAN_SIGNED, course } })).toMatchObject({
      ...{ value: null, why: 'missing', missing: [limit('course.planDays')] },
    })
  })

  test('wait for a first day, and for the number too where nobody signed it', () => {
    const noDay = { kind: 'fact', name: 'startsOn' } as const
    expect(line('startsOn', { startsOn: undefined }).missing).toEqual([noDay])
    expect(line('startsOn', { startsOn: '2026-02-30' }).missing).toEqual([noDay])
    expect(line('endsOn', { startsOn: undefined })).toEqual({
      ...{ value: null, why: 'missing', evidence: { 'course.planDays': 120 }, missing: [noDay] },
    })
    expect(line('endsOn', { startsOn: '2026-02-30' }).missing).toEqual([noDay])
    const { planDays: _, ...course } = PLAN_SIGNED.course ?? {}
    expect(line('endsOn', { limits: { ...PLAN_SIGNED, course }, startsOn: undefined }).missing).toEqual([
      limit('course.planDays'),
      noDay,
    ])
  })
})
