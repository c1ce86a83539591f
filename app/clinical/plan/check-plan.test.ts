import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, PLAN_SIGNED, TODAY } from '../../../tests/ordinary-plan.ts'
import { draftPlan, type PlanProtocol } from '../plan.ts'
import { checkPlan } from './check-plan.ts'
import type { CheckContext } from './checking.ts'
import { CHECKS, type CheckCode, exceptionsOf, stillOpen, withReasons } from './checks.ts'
import type { PlanFacts } from './facts.ts'
import type { OpenValues, Plan } from './shape.ts'

const REAL: PlanProtocol = { ...PLAN_PROTOCOL, isInvented: false }
const CAREFUL: PlanFacts = { hasTherapist: false }
const drafted = (facts: PlanFacts = {}) =>
  draftPlan({ ...PLAN_FACTS_ORDINARY, ...facts }, REAL, { startsOn: TODAY }).plan
const edited = (values: Partial<OpenValues>, facts: PlanFacts = {}): Plan => {
  const plan = drafted(facts)
  return { ...plan, values: { ...plan.values, ...values } }
}

type Edit = {
  facts?: PlanFacts
  protocol?: Partial<PlanProtocol>
  context?: Partial<CheckContext>
}
const checks = (plan: Plan, { facts = {}, protocol = {}, context = {} }: Edit = {}) =>
  checkPlan(
    plan,
    { ...PLAN_FACTS_ORDINARY, ...facts },
    { ...REAL, ...protocol },
    { today: TODAY, ...context },
  )
const codes = (...given: Parameters<typeof checks>) => checks(...given).map(({ code }) => code)

test('a plan as it was drafted has nothing to say, at every level', () => {
  expect(codes(drafted())).toEqual([])
  expect(codes(drafted(CAREFUL), { facts: CAREFUL })).toEqual([])
  const most = { hasDissociativeDisorder: true }
  expect(codes(drafted(most), { facts: most })).toEqual([])
})

describe('each line below, at and above what is signed', () => {
  test.each<[string, Partial<OpenValues>, CheckCode[]]>([
    ['first dose under the range', { doseMg: 4 }, ['first-dose-below-band', 'no-whole-units']],
    ['first dose at its lower end', { doseMg: 5 }, []],
    ['first dose at its upper end', { doseMg: 20 }, []],
    ['first dose above', { doseMg: 25 }, ['first-dose-above-band']],
    [
      'dose above the highest',
      { doseMg: 65, ceilingMg: 65 },
      ['first-dose-above-band', 'dose-above-band', 'ceiling-above-band'],
    ],
    ['dose above its own highest', { doseMg: 20, ceilingMg: 15 }, ['dose-above-own-ceiling']],
    ['dose at its own highest', { doseMg: 15, ceilingMg: 15 }, []],
    ['a part of a unit', { doseMg: 12.5 }, ['no-whole-units']],
    ['highest as signed', { ceilingMg: 60 }, []],
    ['highest above', { ceilingMg: 60.5 }, ['ceiling-above-band']],
    ['step smaller', { stepMaxMg: 9 }, []],
    ['step larger', { stepMaxMg: 11 }, ['step-above-band']],
    ['steps farther apart', { daysBetweenSteps: 15 }, []],
    ['steps closer', { daysBetweenSteps: 13 }, ['steps-closer']],
    ['fewer sessions', { sessions: 5 }, []],
    ['more sessions', { sessions: 7 }, ['more-sessions']],
    ['sessions farther apart', { daysBetweenSessions: 8 }, []],
    ['sessions closer', { daysBetweenSessions: 6 }, ['spacing-shorter']],
    ['sessions that just fit', { daysBetweenSessions: 24 }, []],
    ['sessions that do not fit', { daysBetweenSessions: 25 }, ['sessions-do-not-fit']],
    ['more readings, in another order', { readingAtMinutes: [90, 0, 40] }, []],
    ['a reading at another time', { readingAtMinutes: [40, 91] }, ['fewer-readings']],
    ['no reading', { readingAtMinutes: [] }, ['fewer-readings']],
    ['look-ins more often', { lookInMinutes: 14 }, []],
    ['look-ins rarer', { lookInMinutes: 16 }, ['look-ins-rarer']],
    ['watched longer', { observationMinutes: 121 }, []],
    ['watched shorter', { observationMinutes: 119 }, ['observation-shorter']],
    ['standing reading though not asked for', { isStandingReading: true }, []],
    [
      'support person older, longer',
      { supportPerson: { minimumAgeYears: 21, isSober: true, staysHours: 5 } },
      [],
    ],
    [
      'support person shorter',
      { supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 3 } },
      ['support-hours-shorter'],
    ],
    [
      'support person younger',
      { supportPerson: { minimumAgeYears: 17, isSober: true, staysHours: 4 } },
      ['support-person-not-as-signed'],
    ],
    [
      'support person not sober',
      { supportPerson: { minimumAgeYears: 18, isSober: false, staysHours: 4 } },
      ['support-person-not-as-signed'],
    ],
    ['no support person', { supportPerson: null }, ['support-person-missing']],
    ['therapist essential', { therapist: 'essential' }, []],
    ['therapist optional', { therapist: 'optional' }, ['therapist-weaker']],
    [
      'integration not offered',
      { integration: { isOffered: false, fromHours: 24, toHours: 72 } },
      ['integration-not-offered'],
    ],
    [
      'integration in other hours',
      { integration: { isOffered: true, fromHours: 12, toHours: 72 } },
      ['integration-hours-other'],
    ],
    [
      'a questionnaire rarer',
      { questionnaires: [{ instrument: 'pcl-5-week', everyDays: 8 }] },
      ['questionnaires-rarer'],
    ],
    ['another route', { route: 'oral' }, ['route-not-signed']],
    ['another form', { unit: 'troche' }, ['form-not-signed']],
    ['another strength', { unitStrengthMg: 15 }, ['form-not-signed']],
    ['swallowed instead of spat', { residue: 'swallow' }, ['hold-not-signed']],
    ['held for longer', { holdMinutes: 13 }, ['hold-not-signed']],
    ['ends earlier', { endsOn: '2027-03-21' }, []],
    ['ends later', { endsOn: '2027-03-23' }, ['ends-later']],
    ['has no end', { endsOn: null }, ['no-end']],
    ['ends as it begins', { endsOn: TODAY, reEvaluateOn: TODAY }, ['ends-too-early', 'sessions-do-not-fit']],
    [
      'ended before today',
      { startsOn: '2026-11-01', endsOn: '2026-11-21', reEvaluateOn: '2026-11-20' },
      ['ends-too-early', 'sessions-do-not-fit'],
    ],
    ['decided earlier', { reviewAfterSessions: 3 }, []],
    ['decided later', { reviewAfterSessions: 5 }, ['review-later']],
    ['re-evaluated earlier', { reEvaluateOn: '2027-01-20' }, []],
    ['re-evaluated later', { reEvaluateOn: '2027-01-22' }, ['re-evaluation-later']],
    [
      're-evaluated after the end',
      { reEvaluateOn: '2027-01-21', endsOn: '2027-01-20' },
      ['re-evaluation-outside'],
    ],
    ['re-evaluated before it begins', { reEvaluateOn: '2026-11-21' }, ['re-evaluation-outside']],
    ['an empty line', { lookInMinutes: null }, ['line-missing']],
    ['an empty dose', { doseMg: null }, ['line-missing']],
  ])('%s', (_what, values, expected) => {
    expect(codes(edited(values))).toEqual(expected)
  })

  test('at a careful level by that level’s band', () => {
    expect(codes(edited({ doseMg: 15 }, CAREFUL), { facts: CAREFUL })).toEqual([])
    expect(codes(edited({ doseMg: 20 }, CAREFUL), { facts: CAREFUL })).toEqual(['first-dose-above-band'])
    expect(codes(edited({ daysBetweenSessions: 7 }, CAREFUL), { facts: CAREFUL })).toEqual([
      'spacing-shorter',
    ])
  })

  test('the standing reading, where the facts ask for it or nobody knows', () => {
    for (const medicine of [
      { medicineClasses: ['alpha-blocker-or-agonist'] as const },
      { medicineClasses: undefined },
    ])
      expect(codes(edited({ isStandingReading: false }, medicine), { facts: medicine })).toContain(
        'standing-reading-left-out',
      )
  })
})

describe('the level', () => {
  test('below what the facts ask for needs a reason, and the plan is checked by the facts’ level all the same', () => {
    const found = checks(drafted(), { facts: CAREFUL })
    expect(found.map(({ code }) => code)).toEqual([
      ...(['level-below-facts', 'ceiling-above-band', 'step-above-band', 'spacing-shorter'] as const),
    ])
    expect(found[0]).toMatchObject({ planned: 'usual', signed: 'careful', evidence: { hasTherapist: 'no' } })
  })

  test('above it is said, and the plan is checked by its own level', () => {
    expect(codes(drafted(CAREFUL))).toEqual(['level-above-facts'])
    const looser = edited({ daysBetweenSessions: 7 }, CAREFUL)
    expect(codes(looser)).toEqual(['spacing-shorter', 'level-above-facts'])
  })

  test('where something is unknown lists what', () => {
    const facts = { hasTherapist: undefined }
    expect(checks(drafted(facts), { facts })).toMatchObject([
      { code: 'something-unknown', severity: 'note', missing: [{ kind: 'fact', name: 'hasTherapist' }] },
    ])
  })
})

describe('the protocol', () => {
  test.each<[string, Partial<PlanProtocol>, CheckCode[]]>([
    ['not signed', { isSigned: false }, ['protocol-unsigned']],
    ['another version', { version: 4 }, ['protocol-other-version']],
    ['other content under the same version', { contentHash: 'other' }, ['protocol-other-version']],
    ['past', { inForce: { endsOn: '2026-11-21' } }, ['protocol-not-in-force', 'protocol-ends-first']],
    ['on its last day', { inForce: { endsOn: TODAY } }, ['protocol-ends-first']],
    ['not yet in force', { inForce: { fromOn: '2026-11-23', endsOn: 'no-end' } }, ['protocol-not-in-force']],
    ['without an end that anybody gave', { inForce: {} }, ['protocol-not-in-force']],
    ['without end, and said so', { inForce: { endsOn: 'no-end' } }, []],
    ['ending with the plan', { inForce: { endsOn: '2027-03-22' } }, []],
    ['ending a day before the plan', { inForce: { endsOn: '2027-03-21' } }, ['protocol-ends-first']],
    ['invented', { isInvented: true }, ['protocol-invented']],
  ])('%s', (_what, protocol, expected) => {
    const inForce = { fromOn: '2026-01-01', endsOn: 'no-end' } as const
    expect(codes(drafted(), { protocol: { inForce, ...protocol } })).toEqual(expected)
  })

  test('without a number cannot be filled in by hand', () => {
    const { course: _, ...limits } = PLAN_SIGNED
    const found = checks(drafted(), { protocol: { limits } })
    expect(found.filter(({ code }) => code === 'limit-missing').map(({ planned }) => planned)).toEqual([
      'course.maxSessions',
      'course.minDaysBetweenSessions',
      'course.planDays',
      'course.reviewAfterSessions',
      'course.reEvaluateAfterDays',
    ])
    expect(stillOpen(found).length).toBeGreaterThan(0)
  })

  test('whose start is above its highest first dose contradicts itself', () => {
    const bands = [{ level: 'usual', startMg: 25, firstMaxMg: 20 } as const]
    const limits = { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, bands } }
    expect(codes(drafted(), { protocol: { limits } })).toEqual(['protocol-contradicts'])
  })

  test('that goes by weight needs the weight', () => {
    const limits = { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, isWeightBased: true } }
    const found = checks(drafted(), { protocol: { limits }, facts: { weightKg: undefined } })
    expect(found.map(({ code, planned }) => [code, planned])).toEqual([['fact-missing', 'weightKg']])
    expect(codes(edited({ ceilingMg: 50 }), { protocol: { limits }, facts: { weightKg: 50 } })).toEqual([])
    expect(codes(edited({ ceilingMg: 51 }), { protocol: { limits }, facts: { weightKg: 50 } })).toEqual([
      'ceiling-above-band',
    ])
  })
})

describe('against the plan signed before', () => {
  const previous = (doseMg: number, lastRaisedOn?: string) => ({
    context: { previous: { plan: edited({ doseMg }), lastRaisedOn } },
  })
  test.each<[string, number, number, string | undefined, CheckCode[]]>([
    ['the same dose', 20, 20, undefined, []],
    ['less', 20, 15, undefined, []],
    ['a step as signed', 20, 30, '2026-11-08', ['dose-raised']],
    ['a larger step', 20, 35, '2026-11-08', ['raised-too-far', 'dose-raised']],
    ['a step a day too soon', 20, 30, '2026-11-09', ['raised-too-soon', 'dose-raised']],
    ['a step when nobody knows of the last', 20, 30, undefined, ['raised-too-soon', 'dose-raised']],
    ['the first step', 20, 30, 'never', ['dose-raised']],
    ['up to the highest', 55, 60, 'never', ['dose-raised']],
    ['beyond the highest', 55, 65, 'never', ['dose-above-own-ceiling', 'dose-above-band', 'dose-raised']],
  ])('%s', (_what, before, now, raisedOn, expected) => {
    expect(codes(edited({ doseMg: now }), previous(before, raisedOn))).toEqual(expected)
  })

  test('the first dose of a new course is a first dose again', () => {
    const plan = edited({ doseMg: 40, startsOn: '2026-06-01', endsOn: '2026-11-21' })
    expect(codes(edited({ doseMg: 40 }), { context: { previous: { plan } } })).toEqual([
      'first-dose-above-band',
    ])
    const running = { ...plan, values: { ...plan.values, endsOn: TODAY } }
    expect(
      codes(edited({ doseMg: 40, endsOn: '2027-01-21' }), { context: { previous: { plan: running } } }),
    ).toEqual(['end-moved-later'])
  })

  test('a dose kept though the facts ask for more care is said', () => {
    const plan = edited({ doseMg: 20 })
    const found = codes(edited({ doseMg: 20 }, CAREFUL), { facts: CAREFUL, context: { previous: { plan } } })
    expect(found).toEqual(['dose-kept-under-more-care'])
  })
})

describe('an exception', () => {
  const plan = edited({ sessions: 7, daysBetweenSessions: 6 })

  test('is open until it has a reason that says something', () => {
    const found = checks(plan)
    expect(stillOpen(found)).toHaveLength(2)
    for (const reason of [undefined, '', ' \n'])
      expect(stillOpen(checks(withReasons(plan, found, { 'more-sessions': reason })))).toHaveLength(2)
    const one = withReasons(plan, found, { 'more-sessions': ' Asked for by the therapist. ' })
    expect(stillOpen(checks(one)).map(({ code }) => code)).toEqual(['spacing-shorter'])
    expect(one.exceptions).toEqual([
      { code: 'more-sessions', planned: '7', signed: '6', reason: 'Asked for by the therapist.' },
    ])
  })

  test('is on the medical director’s list with its reason', () => {
    const reasoned = withReasons(plan, checks(plan), { 'more-sessions': 'a', 'spacing-shorter': 'b' })
    const found = checks(reasoned)
    expect(stillOpen(found)).toEqual([])
    expect(exceptionsOf(found).map(({ code, reason }) => [code, reason])).toEqual([
      ['more-sessions', 'a'],
      ['spacing-shorter', 'b'],
    ])
  })

  test('holds for the numbers it was given for, and is dropped with them', () => {
    const reasoned = withReasons(plan, checks(plan), { 'more-sessions': 'a', 'spacing-shorter': 'b' })
    const more = { ...reasoned, values: { ...reasoned.values, sessions: 8 } }
    expect(stillOpen(checks(more)).map(({ code }) => code)).toEqual(['more-sessions'])
    expect(withReasons(more, checks(more), {}).exceptions.map(({ code }) => code)).toEqual([
      'spacing-shorter',
    ])
  })

  test('cannot be made of what blocks', () => {
    const blocked = edited({ endsOn: null })
    const reasoned = withReasons(blocked, checks(blocked), { 'no-end': 'go on for ever' })
    expect(reasoned.exceptions).toEqual([])
    const forged = { ...blocked, exceptions: [{ code: 'no-end', planned: '', signed: '', reason: 'so' }] }
    expect(stillOpen(checks(forged)).map(({ code }) => code)).toEqual(['no-end'])
  })
})

test('what is no plan has one check, which blocks', () => {
  for (const broken of [
    { ...drafted(), shape: 2 },
    { ...drafted(), values: {} },
    edited({ doseMg: Number.NaN }),
    edited({ doseMg: -5 }),
    edited({ endsOn: '2027-02-30' }),
    edited({ sessions: 2.5 }),
    edited({ integration: { isOffered: true, fromHours: 72, toHours: 24 } }),
  ])
    expect(stillOpen(checks(broken as Plan)).map(({ code }) => code)).toEqual(['unreadable'])
})

test('checks come strongest first', () => {
  const order = Object.values(CHECKS)
  expect(order).toEqual([...order].sort((a, b) => 'ben'.indexOf(a.charAt(0)) - 'ben'.indexOf(b.charAt(0))))
})
