/** What each check of a plan puts before a prescriber: the line, both numbers, and where they stand. */
import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, PLAN_SIGNED, TODAY } from '../../../tests/ordinary-plan.ts'
import { draftPlan, type PlanProtocol } from '../plan.ts'
import type { Limits } from '../protocol.ts'
import { checkPlan } from './check-plan.ts'
import type { CheckContext } from './checking.ts'
import { type CheckCode, type PlanCheck, stillOpen, withReasons } from './checks.ts'
import type { PlanFacts } from './facts.ts'
import type { OpenValues, Plan } from './shape.ts'

const REAL: PlanProtocol = { ...PLAN_PROTOCOL, isInvented: false }
const CAREFUL: PlanFacts = { hasTherapist: false }
const edited = (values: Partial<OpenValues> = {}, facts: PlanFacts = {}): Plan => {
  const { plan } = draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, REAL, { startsOn: TODAY })
  return { ...plan, values: { ...plan.values, ...values } }
}

type Edit = { facts?: PlanFacts; protocol?: Partial<PlanProtocol>; context?: Partial<CheckContext> }
const checks = (plan: Plan, { facts = {}, protocol = {}, context = {} }: Edit = {}) =>
  checkPlan(
    plan,
    { ...PLAN_FACTS_ORDINARY, ...facts },
    { ...REAL, ...protocol },
    { today: TODAY, ...context },
  )
const codes = (...given: Parameters<typeof checks>) => checks(...given).map(({ code }) => code)

/** One check, without what its code already says. */
const told = (code: CheckCode, ...given: Parameters<typeof checks>) => {
  const found = checks(...given).find((one) => one.code === code)
  if (!found) throw new Error(`${code} was not said`)
  const { code: _, severity: __, ...rest } = found
  return rest
}
type Told = Omit<PlanCheck, 'code' | 'severity'>
const nothing = { planned: '', signed: '', evidence: {}, missing: [] } satisfies Told
const dose = (change: PlanLimits): Limits => ({ ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, ...change } })
type PlanLimits = NonNullable<Limits['dose']>

describe('a line', () => {
  test.each<[CheckCode, Partial<OpenValues>, Partial<Told>]>([
    [
      'more-sessions',
      { sessions: 7 },
      { field: 'sessions', planned: '7', signed: '6', evidence: { 'course.maxSessions': 6 } },
    ],
    [
      'form-not-signed',
      { unit: 'troche' },
      { field: 'unit', planned: 'troche', signed: 'lozenge', evidence: { 'dose.units': 'lozenge' } },
    ],
    [
      'support-person-not-as-signed',
      { supportPerson: { minimumAgeYears: 17, isSober: true, staysHours: 4 } },
      {
        field: 'supportPerson',
        planned: '{"minimumAgeYears":17,"isSober":true,"staysHours":4}',
        signed: '{"minimumAgeYears":18,"isSober":true,"staysHours":4}',
        evidence: {
          'support.minimumAgeYears': 18,
          'support.isSoberRequired': 'true',
          'support.staysHours': 4,
        },
      },
    ],
    [
      'support-hours-shorter',
      { supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 3 } },
      {
        field: 'supportPerson',
        planned: '{"minimumAgeYears":18,"isSober":true,"staysHours":3}',
        signed: '{"minimumAgeYears":18,"isSober":true,"staysHours":4}',
        evidence: {
          'support.minimumAgeYears': 18,
          'support.isSoberRequired': 'true',
          'support.staysHours': 4,
        },
      },
    ],
    ['no-end', { endsOn: null }, { field: 'endsOn', signed: 'signed', evidence: { 'course.planDays': 120 } }],
    [
      'line-missing',
      { lookInMinutes: null },
      { field: 'lookInMinutes', signed: 'signed', evidence: { 'session.lookInEveryMinutes': '15' } },
    ],
    ['ends-too-early', { endsOn: TODAY }, { field: 'endsOn', planned: TODAY, signed: TODAY }],
    [
      'ends-too-early',
      { startsOn: '2026-11-23', endsOn: TODAY },
      { field: 'endsOn', planned: TODAY, signed: '2026-11-23' },
    ],
    [
      'ends-too-early',
      { startsOn: null, endsOn: '2026-11-21' },
      { field: 'endsOn', planned: '2026-11-21', signed: TODAY },
    ],
    [
      're-evaluation-outside',
      { reEvaluateOn: '2026-11-21' },
      { field: 'reEvaluateOn', planned: '2026-11-21', signed: '2027-03-22' },
    ],
    ['sessions-do-not-fit', { daysBetweenSessions: 25 }, { field: 'sessions', planned: '6', signed: '120' }],
    [
      'integration-hours-other',
      { integration: { isOffered: true, fromHours: 12, toHours: 72 } },
      {
        field: 'integration',
        planned: '{"isOffered":true,"fromHours":12,"toHours":72}',
        signed: '{"isOffered":true,"fromHours":24,"toHours":72}',
      },
    ],
    [
      'dose-above-own-ceiling',
      { doseMg: 20, ceilingMg: 15 },
      { field: 'doseMg', planned: '20', signed: '15' },
    ],
    [
      'dose-above-band',
      { doseMg: 65, ceilingMg: 65 },
      { field: 'doseMg', planned: '65', signed: '60', evidence: { 'dose.absoluteMaxMg': 60 } },
    ],
    ['no-whole-units', { doseMg: 12.5 }, { field: 'doseMg', planned: '12.5', signed: '5' }],
    [
      'first-dose-above-band',
      { doseMg: 25 },
      { field: 'doseMg', planned: '25', signed: '20', evidence: { 'dose.firstMaxMg': 20 } },
    ],
    ['first-dose-below-band', { doseMg: 4 }, { field: 'doseMg', planned: '4', signed: '5' }],
  ])('%s of %j says which, what is planned and what is signed', (code, values, expected) => {
    expect(told(code, edited(values))).toEqual({ ...nothing, ...expected })
  })

  test('that may be one of several names all of them', () => {
    const limits = dose({ units: ['troche', 'lozenge'] })
    expect(told('form-not-signed', edited({ unit: 'wafer' }), { protocol: { limits } })).toMatchObject({
      planned: 'wafer',
      signed: 'lozenge, troche',
    })
    for (const unit of ['troche', 'lozenge'])
      expect(codes(edited({ unit }), { protocol: { limits } })).toEqual([])
  })

  test('left empty is missing once, and nothing else is made of it', () => {
    expect(codes(edited({ startsOn: null }))).toEqual(['line-missing'])
    expect(codes(edited({ reEvaluateOn: null }))).toEqual(['line-missing'])
    expect(codes(edited({ integration: null }))).toEqual(['line-missing'])
    expect(codes(edited({ ceilingMg: null, doseMg: 20 }))).toEqual(['line-missing'])
    expect(codes(edited({ unitStrengthMg: null, doseMg: 12 }))).toEqual(['line-missing'])
    expect(codes(edited({ supportPerson: null }))).toEqual(['support-person-missing'])
    expect(codes(edited({ startsOn: null, endsOn: null }))).toEqual(['line-missing', 'no-end'])
    const over = { startsOn: TODAY, endsOn: '2026-06-01', reEvaluateOn: null } as const
    const missing = ['line-missing', 'line-missing', 'ends-too-early']
    expect(codes(edited({ ...over, sessions: null }))).toEqual(missing)
    expect(codes(edited({ ...over, daysBetweenSessions: null }))).toEqual(missing)
  })

  test('of integration at one hour is a line like another', () => {
    const integration = { isOffered: true, fromHours: 24, toHours: 24 }
    expect(codes(edited({ integration }))).toEqual(['integration-hours-other'])
  })

  test('that ends today, of a course without a first day, does not end too early', () => {
    expect(codes(edited({ startsOn: null, endsOn: TODAY, reEvaluateOn: TODAY }))).toEqual(['line-missing'])
  })

  test('for which nothing is signed is not compared', () => {
    const { integration: _, support: __, ...limits } = PLAN_SIGNED
    const other: Partial<OpenValues> = {
      integration: { isOffered: true, fromHours: 1, toHours: 2 },
      supportPerson: { minimumAgeYears: 1, isSober: false, staysHours: 0 },
    }
    const found = new Set(codes(edited(other), { protocol: { limits } }))
    expect([...found]).toEqual(['limit-missing'])
  })
})

describe('the protocol', () => {
  test.each<[CheckCode, Partial<PlanProtocol>, Partial<Told>]>([
    ['protocol-unsigned', { isSigned: false }, { signed: '3 a1b2c3' }],
    ['protocol-other-version', { version: 4 }, { planned: '3 a1b2c3', signed: '4 a1b2c3' }],
    ['protocol-not-in-force', { inForce: { endsOn: '2026-11-21' } }, { signed: 'past' }],
    ['protocol-invented', { isInvented: true }, { signed: '3 a1b2c3' }],
    [
      'protocol-ends-first',
      { inForce: { endsOn: '2027-03-21' } },
      { field: 'endsOn', planned: '2027-03-22', signed: '2027-03-21' },
    ],
  ])('%s says what stands in it', (code, protocol, expected) => {
    expect(told(code, edited(), { protocol })).toEqual({ ...nothing, ...expected })
  })

  test('ends before no plan that has no end', () => {
    const protocol = { inForce: { endsOn: '2027-03-21' } }
    expect(codes(edited({ endsOn: null }), { protocol })).toEqual(['no-end'])
  })

  test('without a number is told by the number’s place', () => {
    const { lookInEveryMinutes: _, ...session } = PLAN_SIGNED.session ?? {}
    const protocol = { limits: { ...PLAN_SIGNED, session } }
    expect(told('limit-missing', edited(), { protocol })).toEqual({
      ...nothing,
      planned: 'session.lookInEveryMinutes',
      missing: [{ kind: 'limit', name: 'session.lookInEveryMinutes' }],
    })
  })

  test('that contradicts itself is told by the line and the numbers', () => {
    const protocol = { limits: dose({ bands: [{ level: 'usual', startMg: 25 }] }) }
    expect(told('protocol-contradicts', edited(), { protocol })).toEqual({
      ...nothing,
      field: 'doseMg',
      evidence: { 'dose.bands.usual.startMg': 25, 'dose.firstMaxMg': 20, 'dose.absoluteMaxMg': 60 },
    })
  })
})

test('a level that is too low is told by the facts that ask for more, and by no other', () => {
  const facts = { hasTherapist: false, ageYears: 70 }
  expect(told('level-below-facts', edited(), { facts })).toEqual({
    ...nothing,
    ...{ planned: 'usual', signed: 'careful' },
    evidence: {
      ...{ hasTherapist: 'no', 'caution.noTherapist': 'careful' },
      ...{ ageYears: 70, 'intake.reviewAgeYears': 65, 'caution.age': 'careful' },
    },
  })
})

describe('a dose', () => {
  test('under the range of its own level, where that level has one', () => {
    const bands = [
      { level: 'usual', startMg: 15 },
      { level: 'careful', startMg: 10, firstMinMg: 8 },
    ] as const
    const edit = { protocol: { limits: dose({ bands, unitStrengthsMg: [1] }) } }
    const of = (doseMg: number, facts: PlanFacts) =>
      codes(edited({ doseMg, unitStrengthMg: 1 }, facts), { ...edit, facts }).filter(
        (code) => code === 'first-dose-below-band',
      )
    expect(of(7, CAREFUL)).toEqual(['first-dose-below-band'])
    expect(of(8, CAREFUL)).toEqual([])
    expect(of(7, {})).toEqual([])
    const plan = edited({ doseMg: 7, unitStrengthMg: 1 }, CAREFUL)
    expect(told('first-dose-below-band', plan, { ...edit, facts: CAREFUL }).signed).toBe('8')
  })

  test('has no lower end where nobody signed one', () => {
    const { firstMinMg: _, ...rest } = PLAN_SIGNED.dose ?? {}
    const protocol = { limits: { ...PLAN_SIGNED, dose: rest } }
    expect(codes(edited({ doseMg: 5 }), { protocol })).toEqual([])
  })

  test('in a course whose dose was never set is a first dose', () => {
    const previous = { plan: edited({ doseMg: null }) }
    expect(codes(edited({ doseMg: 25 }), { context: { previous } })).toEqual(['first-dose-above-band'])
  })

  test('that was lowered when more care is asked for is not one that was kept', () => {
    const previous = { plan: edited({ doseMg: 20 }) }
    const edit = { facts: CAREFUL, context: { previous } }
    expect(codes(edited({ doseMg: 15 }, CAREFUL), edit)).toEqual([])
    expect(told('dose-kept-under-more-care', edited({ doseMg: 20 }, CAREFUL), edit)).toEqual({
      ...nothing,
      ...{ field: 'doseMg', planned: '20', signed: '20' },
    })
  })

  test('that goes up says from where, by how much at most, and how long ago it last did', () => {
    const raised = (doseMg: number, lastRaisedOn?: string) =>
      [edited({ doseMg }), { context: { previous: { plan: edited({ doseMg: 20 }), lastRaisedOn } } }] as const
    const said = { ...nothing, field: 'doseMg', signed: '20' }
    expect(told('dose-raised', ...raised(30, '2026-11-08'))).toEqual({ ...said, planned: '30' })
    expect(told('raised-too-far', ...raised(35, '2026-11-08'))).toEqual({
      ...{ ...said, planned: '35', evidence: { 'dose.stepMaxMg': 10 } },
    })
    expect(told('raised-too-soon', ...raised(30, '2026-11-09'))).toEqual({
      ...{ ...said, planned: '30', evidence: { 'dose.minDaysBetweenSteps': 14, daysSinceLastStep: 13 } },
    })
    expect(told('raised-too-soon', ...raised(30))).toEqual({
      ...{ ...said, planned: '30', evidence: { 'dose.minDaysBetweenSteps': 14 } },
      missing: [{ kind: 'fact', name: 'lastRaisedOn' }],
    })
  })
})

test('a standing reading that is drawn because nobody knows the medicines is no fact that is missing', () => {
  const facts = { medicineClasses: undefined }
  expect(codes(edited({}, facts), { facts })).toEqual(['something-unknown'])
})

test('an end that moves later says from when', () => {
  const previous = { plan: edited({ endsOn: '2027-03-01' }) }
  expect(told('end-moved-later', edited(), { context: { previous } })).toEqual({
    ...nothing,
    ...{ field: 'endsOn', planned: '2027-03-22', signed: '2027-03-01' },
  })
  expect(codes(edited({ endsOn: null }), { context: { previous } })).toEqual(['no-end'])
})

describe('a reason', () => {
  const plan = edited({ sessions: 7 })
  const given = (change: Partial<Plan['exceptions'][number]>) => ({
    ...plan,
    exceptions: [{ code: 'more-sessions', planned: '7', signed: '6', reason: 'asked for', ...change }],
  })

  test('counts for the check, the number and the limit it was given for, and when it says something', () => {
    expect(stillOpen(checks(given({})))).toEqual([])
    for (const change of [{ code: 'spacing-shorter' }, { planned: '8' }, { signed: '5' }, { reason: ' \n' }])
      expect(stillOpen(checks(given(change))).map(({ code }) => code)).toEqual(['more-sessions'])
  })

  test('is not asked for by a note, and one that says nothing leaves an exception open', () => {
    const note = edited({ doseMg: 12.5 })
    expect(stillOpen(checks(note))).toEqual([])
    const reason = { code: 'no-whole-units', planned: '12.5', signed: '5', reason: 'half of one' }
    expect(told('no-whole-units', { ...note, exceptions: [reason] })).not.toHaveProperty('reason')
    const [found] = checks(plan)
    if (!found) throw new Error('one session too many')
    expect(stillOpen([{ ...found, reason: ' ' }])).toHaveLength(1)
    expect(stillOpen([{ ...found, reason: 'asked for' }])).toEqual([])
  })

  test('that is blank leaves the plan without an exception', () => {
    expect(withReasons(plan, checks(plan), { 'more-sessions': ' ' }).exceptions).toEqual([])
    expect(withReasons(plan, checks(plan), {}).exceptions).toEqual([])
  })
})
