import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asqOf, ORDINARY_DAY, SESSION_SIGNED, withoutLimits } from '../../tests/ordinary-session.ts'
import type { BookingGap } from './booking.ts'
import type { DayOfFacts } from './facts/day-of.ts'
import {
  findingReasons,
  GATE_ANSWERS,
  type GateReason,
  gate,
  gateOver,
  gateRuleVersions,
  type LastSync,
  ruleOf,
} from './gate.ts'
import { SEVERITIES } from './outcome.ts'
import type { Opening } from './rules/opening.ts'
import type { Finding } from './rules/rule.ts'

const NOW = Date.UTC(2026, 10, 22, 15)
const MINUTE = 60_000
const fresh: LastSync = { at: NOW - 5 * MINUTE, limits: SESSION_SIGNED, rules: gateRuleVersions() }

const ask = (change: DayOfFacts, sync = fresh, openings: readonly Opening[] = []) =>
  gate({ facts: { ...ORDINARY_DAY, ...change }, sync, now: NOW, openings })

describe('the answer', () => {
  test('is go on an ordinary day', () => {
    expect(ask({})).toEqual({ answer: 'go', reasons: [] })
  })

  test.each<[string, DayOfFacts, string]>([
    ['a block', { hasFever: true }, 'not-today'],
    ['a review', { sleptHours: 3 }, 'talk-first'],
    ['both', { sleptHours: 3, hasFever: true }, 'not-today'],
    ['the person’s own "not today"', { saysNotToday: true }, 'not-today'],
    ['an acute suicide screen', { asq: asqOf(1, 0, 0, 0, 1) }, 'not-today'],
    ['a suicide screen stopped in the middle', { asq: asqOf(0, 0) }, 'not-today'],
    ['an answer that only advises when it is missing', { sleptHours: undefined }, 'talk-first'],
    ['an answer that asks for review when it is missing', { hasFever: undefined }, 'talk-first'],
    ['an answer that closes when it is missing', { isAloneWithDependant: undefined }, 'not-today'],
    ['a state the practice does not serve', { stateOfLocation: 'elsewhere' }, 'not-today'],
    ['no word of where they are', { stateOfLocation: undefined }, 'not-today'],
    ['an inducer that was stopped', { stoppedMedicineClasses: ['enzyme-inducer'] }, 'talk-first'],
    ['an inhibitor that was begun', { startedMedicineClasses: ['cyp2b6-inhibitor'] }, 'talk-first'],
    ['a stop nobody could read', { stoppedMedicineClasses: undefined }, 'talk-first'],
    ['a rise nobody has looked at', { openWorsenings: 1 }, 'talk-first'],
  ])('after %s is no go', (_what, change, answer) => {
    expect(ask(change).answer).toBe(answer)
  })

  test('is go in any state that is served, and after a stop that changes no exposure', () => {
    expect(ask({ stateOfLocation: 'NJ' }).answer).toBe('go')
    expect(ask({ stoppedMedicineClasses: ['lithium'] }).answer).toBe('go')
    expect(ask({}, { ...fresh, limits: withoutLimits('assessment.statesServed') }).answer).toBe('not-today')
  })

  test('of where a person is, is opened by nobody', () => {
    const { reasons } = ask({ stateOfLocation: 'elsewhere' })
    expect(reasons).toMatchObject([{ finding: { ruleId: 'B33', isFinal: true } }])
  })

  test('without a signed protocol is never go', () => {
    expect(ask({}, { ...fresh, limits: {} }).answer).toBe('not-today')
  })

  test('is to talk first where somebody the booking rests on is gone, and a block stays a block', () => {
    const asked = (change: DayOfFacts, gaps: readonly BookingGap[]) =>
      gate({ facts: { ...ORDINARY_DAY, ...change }, sync: fresh, now: NOW, gaps })
    expect(asked({}, ['duty', 'support'])).toEqual({
      answer: 'talk-first',
      reasons: [
        { is: 'booking', gap: 'duty' },
        { is: 'booking', gap: 'support' },
      ],
    })
    expect(asked({}, [])).toMatchObject({ answer: 'go' })
    expect(asked({ hasFever: true }, ['backup']).answer).toBe('not-today')
    expect(asked({ hasFever: true }, ['backup']).reasons.map(({ is }) => is)).toEqual(['booking', 'finding'])
  })

  test('gives the reasons strongest first, each finding once', () => {
    const { reasons } = ask({ sleptHours: 3, hasFever: true })
    expect(reasons.map((reason) => (reason.is === 'finding' ? reason.finding.ruleId : reason.is))).toEqual([
      'C09',
      'C14',
    ])
  })
})

/** Looked at only beside another answer that an ordinary day has not. */
const NOT_ASKED_THAT_DAY = ['isRestedRepeat', 'usualDistress', 'previousDssBRise']
const NAMES = Object.keys(ORDINARY_DAY) as (keyof DayOfFacts)[]
const ASKED = NAMES.filter((name) => !NOT_ASKED_THAT_DAY.includes(name))

test.each(ASKED)('a day without %s never goes', (name) => {
  expect(ask({ [name]: undefined }).answer).not.toBe('go')
})

const BAD: readonly DayOfFacts[] = [
  { isCrisisDay: true },
  { distress: 8 },
  { hoursSinceFood: 2 },
  { tookAlcohol: 'unsure' },
  { systolicMmHg: 141 },
  { pulsePerMinute: 48 },
  { oxygenPercent: 90 },
  { newUnmatchedMedicines: 1 },
  { isSupportPersonSober: false },
  { daysSinceLastSession: 3 },
  { unitsCounted: 1 },
  { plansToDrive: true },
  { hoursSinceAlphaMedicine: 'not-known' },
  { standingSystolicMmHg: 88 },
  { keptIntegrationAppointment: false },
  { isAloneWithDependant: true },
  { stateOfLocation: 'elsewhere' },
  { stoppedMedicineClasses: ['enzyme-inducer'] },
  { heldMedicines: [{ class: 'benzodiazepine', hoursAgo: 2 }] },
  { pregnancyTest: 'not-done' },
  { asq: asqOf(0, 'skipped', 0, 0, 0) },
]

describe('what was found in earlier answers', () => {
  const said = (severity: 'block' | 'review'): GateReason => ({ is: 'said-before', ruleId: 'S01', severity })

  test.each([
    ['block', 'not-today'],
    ['review', 'talk-first'],
  ] as const)('holds as what it was: %s is %s', (severity, answer) => {
    expect(gateOver([said(severity)]).answer).toBe(answer)
    expect(gateOver([{ is: 'alert' }, said(severity)]).answer).toBe(answer)
  })

  test('is told by its rule, as what is found now; of the others no rule speaks', () => {
    const [found] = ask({ hasFever: true }).reasons
    expect(found && ruleOf(found)).toBe(found?.is === 'finding' ? found.finding.ruleId : 'a finding')
    expect(ruleOf(said('block'))).toBe('S01')
    for (const reason of [{ is: 'alert' }, { is: 'sync-too-old' }, { is: 'rules-differ' }] as const)
      expect(ruleOf(reason)).toBeUndefined()
  })
})

describe('for any day', () => {
  const days = fc
    .tuple(fc.subarray([...BAD]), fc.subarray(NAMES))
    .map(([bad, missing]) => ({ bad, missing, facts: Object.assign({}, ORDINARY_DAY, ...bad) as DayOfFacts }))
  const without = (facts: DayOfFacts, names: readonly string[]): DayOfFacts =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)))

  test('what goes with little known goes with everything known', () => {
    fc.assert(
      fc.property(days, ({ facts, missing }) => {
        const little = gate({ facts: without(facts, missing), sync: fresh, now: NOW })
        if (little.answer === 'go') expect(gate({ facts, sync: fresh, now: NOW }).answer).toBe('go')
      }),
    )
  })

  test('one bad thing, or one thing asked and not answered, is enough', () => {
    fc.assert(
      fc.property(days, ({ bad, missing, facts }) => {
        const { answer } = gate({ facts: without(facts, missing), sync: fresh, now: NOW })
        const isOpen = bad.length === 0 && missing.every((name) => NOT_ASKED_THAT_DAY.includes(name))
        expect(answer === 'go').toBe(isOpen)
      }),
    )
  })
})

describe('the reasons', () => {
  const finding = (severity: Finding['severity'], isUnknown: boolean): Finding => ({
    ruleId: 'C09',
    ruleVersion: 1,
    isUnknown,
    severity,
    isFinal: false,
    evidence: {},
    missing: [],
    source: 'docs/clinical/rules.md',
    rules: [{ id: 'C09', version: 1 }],
  })
  const anyFinding = fc
    .tuple(fc.constantFrom(...SEVERITIES), fc.boolean())
    .map(([severity, isUnknown]) => finding(severity, isUnknown))
  const anyReason: fc.Arbitrary<GateReason> = fc.oneof(
    fc.constantFrom<GateReason>({ is: 'sync-too-old' }, { is: 'rules-differ' }),
    anyFinding.map((found): GateReason => findingReasons([found], [])[0] ?? { is: 'sync-too-old' }),
  )
  const openness = (reasons: readonly GateReason[]) => GATE_ANSWERS.indexOf(gateOver(reasons).answer)

  test('one more never opens', () => {
    fc.assert(
      fc.property(fc.array(anyReason), anyReason, (reasons, more) => {
        expect(openness([...reasons, more])).toBeGreaterThanOrEqual(openness(reasons))
        expect(openness([...reasons, more])).toBeGreaterThan(0)
      }),
    )
  })

  test('count in whatever order', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyReason, { minLength: 1 })
          .chain((reasons) =>
            fc.tuple(
              fc.constant(reasons),
              fc.shuffledSubarray(reasons, { minLength: reasons.length, maxLength: reasons.length }),
            ),
          ),
        ([reasons, shuffled]) => {
          expect(gateOver(shuffled).answer).toBe(gateOver(reasons).answer)
        },
      ),
    )
  })

  test.each([
    ['block', false, 1],
    ['review', false, 1],
    ['advise', false, 0],
    ['inform', false, 0],
    ['advise', true, 1],
    ['inform', true, 1],
  ] as const)('%s, unknown %s, makes %i', (severity, isUnknown, count) => {
    expect(findingReasons([finding(severity, isUnknown)], [])).toHaveLength(count)
  })
})

describe('opening', () => {
  const reasonOf = (change: DayOfFacts): Finding => {
    const [reason] = ask(change).reasons
    if (reason?.is !== 'finding') throw new Error('a finding is expected')
    return reason.finding
  }
  const opening = (change: DayOfFacts, how: Partial<Opening> = {}): Opening => {
    const { rules, evidence } = reasonOf(change)
    return { rules, evidence, isByPrescriber: true, because: 'Spoke with her at noon.', ...how }
  }
  const tired: DayOfFacts = { sleptHours: 3 }

  test('by a prescriber with a reason, for what was seen', () => {
    expect(ask(tired, fresh, [opening(tired)]).answer).toBe('go')
    expect(ask({ hasFever: undefined }, fresh, [opening({ hasFever: undefined })]).answer).toBe('go')
  })

  test.each<[string, Partial<Opening>]>([
    ['without a reason', { because: ' ' }],
    ['by nobody who may', { isByPrescriber: false }],
    ['for another number', { evidence: { sleptHours: 2 } }],
  ])('not %s', (_what, how) => {
    expect(ask(tired, fresh, [opening(tired, how)]).answer).toBe('talk-first')
  })

  test('one finding leaves the others closed', () => {
    expect(ask({ ...tired, hasFever: true }, fresh, [opening(tired)]).answer).toBe('not-today')
  })

  test('never against the person’s own "not today"', () => {
    const not: DayOfFacts = { saysNotToday: true }
    expect(ask(not, fresh, [opening(not)]).answer).toBe('not-today')
  })
})

describe('the last sync', () => {
  test.each([
    [59, 'go'],
    [60, 'go'],
    [61, 'talk-first'],
    [0, 'go'],
    [-1, 'talk-first'],
  ])('%i minutes ago: %s', (minutes, answer) => {
    expect(ask({}, { ...fresh, at: NOW - minutes * MINUTE }).answer).toBe(answer)
  })

  test.each<[string, LastSync, string]>([
    ['that never was', { ...fresh, at: undefined }, 'sync-too-old'],
    [
      'of an age nobody signed',
      { ...fresh, limits: withoutLimits('session.maximumSyncAgeMinutes') },
      'sync-too-old',
    ],
    ['with a rule less', { ...fresh, rules: fresh.rules.slice(1) }, 'rules-differ'],
    ['with a rule more', { ...fresh, rules: [...fresh.rules, { id: 'C99', version: 1 }] }, 'rules-differ'],
    [
      'with another version',
      {
        ...fresh,
        rules: fresh.rules.map((rule) => (rule.id === 'C05' ? { ...rule, version: rule.version + 1 } : rule)),
      },
      'rules-differ',
    ],
    ['with no rules', { ...fresh, rules: [] }, 'rules-differ'],
  ])('%s: talk first', (_what, sync, is) => {
    expect(ask({}, sync)).toEqual({ answer: 'talk-first', reasons: [{ is }] })
  })

  const old = { ...fresh, at: NOW - 90 * MINUTE }
  const spoken = { lastSyncAt: old.at, isByClinician: true, because: 'No line at the house; spoke by phone.' }

  test.each([
    ['a clinician with a reason', spoken, 'go'],
    ['somebody else', { ...spoken, isByClinician: false }, 'talk-first'],
    ['no reason', { ...spoken, because: '' }, 'talk-first'],
    ['a reason that says nothing', { ...spoken, because: ' \n' }, 'talk-first'],
    ['an opening of another sync', { ...spoken, lastSyncAt: old.at - MINUTE }, 'talk-first'],
  ])('too old, with %s: %s', (_what, opened, answer) => {
    expect(gate({ facts: ORDINARY_DAY, sync: old, now: NOW, syncOpenings: [opened] }).answer).toBe(answer)
  })

  test('other rules are not opened by talking', () => {
    const other = { ...old, rules: [] }
    const found = gate({ facts: ORDINARY_DAY, sync: other, now: NOW, syncOpenings: [spoken] })
    expect(found.reasons).toEqual([{ is: 'rules-differ' }])
  })
})
