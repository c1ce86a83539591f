/** What holds for every plan, whatever is known, signed, or was signed before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intakeArbitraries } from '../../../tests/arbitrary-facts.ts'
import { itqOf, pcl5Of } from '../../../tests/ordinary-patient.ts'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, PLAN_SIGNED, TODAY } from '../../../tests/ordinary-plan.ts'
import { asqOf } from '../../../tests/ordinary-session.ts'
import { addDays } from '../calendar-day.ts'
import { draftPlan } from '../plan.ts'
import { CAUTION_LEVELS, type CautionLevel, type DoseBand } from '../protocol/course.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { bandNumber } from './bands.ts'
import { cautionLevel } from './caution.ts'
import { checkPlan } from './check-plan.ts'
import { stillOpen } from './checks.ts'
import type { PlanFacts } from './facts.ts'
import { patientPlan } from './patient-plan.ts'
import { type OpenValues, PLAN_FIELDS, type Plan, parsePlan } from './shape.ts'
import { isLooser } from './strictness.ts'

const NAMES = Object.keys(PLAN_FACTS_ORDINARY) as (keyof PlanFacts)[]

const answer = fc.constantFrom(0, 1)
const any: fc.Arbitrary<PlanFacts> = fc
  .tuple(fc.record(intakeArbitraries), answer, answer, answer)
  .map(([intake, ...answers]) => ({ ...only(intake, NAMES), asq: asqOf(0, ...answers) }))
/** Mostly ordinary: what is rare in every fact at once would leave no level but the most careful. */
const whole = fc
  .tuple(any, fc.oneof(fc.subarray(NAMES, { maxLength: 3 }), fc.subarray(NAMES)))
  .map(([facts, changed]): PlanFacts => ({ ...PLAN_FACTS_ORDINARY, ...only(facts, changed) }))
function only(facts: PlanFacts, kept: readonly string[]): PlanFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => kept.includes(name)))
}
const someFacts = fc
  .tuple(whole, fc.oneof(fc.subarray(NAMES, { minLength: NAMES.length - 1 }), fc.subarray(NAMES)))
  .map(([facts, kept]) => only(facts, kept))

const amount = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, -5, 2.5))
/** Bands in any order, with holes, and with numbers that contradict one another. */
const bands: fc.Arbitrary<DoseBand[]> = fc.array(
  fc.record(
    {
      level: fc.constantFrom(...CAUTION_LEVELS),
      startMg: amount,
      firstMaxMg: amount,
      stepMaxMg: amount,
      absoluteMaxMg: amount,
      minDaysBetweenSteps: amount,
      maxSessions: amount,
      minDaysBetweenSessions: amount,
      reviewAfterSessions: amount,
      planDays: amount,
      reEvaluateAfterDays: amount,
      isTherapistRequired: fc.boolean(),
    },
    { requiredKeys: ['level'] },
  ),
  { maxLength: 5 },
)
const GROUPS = Object.keys(PLAN_SIGNED) as (keyof Limits)[]
/** Any part of the protocol signed, with any bands. */
const limits: fc.Arbitrary<Limits> = fc
  .tuple(fc.subarray(GROUPS, { minLength: GROUPS.length - 3 }), fc.option(bands), fc.boolean())
  .map(([groups, drawn, isWeightBased]) => {
    const kept: Limits = Object.fromEntries(groups.map((group) => [group, PLAN_SIGNED[group]]))
    return { ...kept, dose: { ...kept.dose, isWeightBased, ...(drawn && { bands: drawn }) } }
  })

const draft = (facts: PlanFacts, signed: Limits, previous?: Plan, startsOn = TODAY) =>
  draftPlan(facts, { ...PLAN_PROTOCOL, limits: signed }, { startsOn, previous })

/** What a prescriber may have made of a draft: anything that has the shape of a plan. */
const edits: fc.Arbitrary<Partial<OpenValues>> = fc.record(
  {
    doseMg: fc.integer({ min: 1, max: 200 }),
    ceilingMg: fc.integer({ min: 1, max: 200 }),
    stepMaxMg: fc.integer({ min: 1, max: 50 }),
    sessions: fc.integer({ min: 1, max: 20 }),
    daysBetweenSessions: fc.integer({ min: 1, max: 60 }),
    isStandingReading: fc.boolean(),
    therapist: fc.constantFrom('optional' as const, 'strongly-advised' as const, 'essential' as const),
    readingAtMinutes: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 }),
    endsOn: fc.integer({ min: -60, max: 400 }).map((days) => addDays(TODAY, days) ?? null),
  },
  { requiredKeys: [] },
)
const previous = fc.tuple(someFacts, limits, edits).map(([facts, signed, values]): Plan => {
  const { plan } = draft(facts, signed)
  return { ...plan, values: { ...plan.values, ...values } }
})

test('every fact and every protocol has a draft of the shape of a plan, with a line for each field', () => {
  fc.assert(
    fc.property(someFacts, limits, fc.option(previous, { nil: undefined }), (facts, signed, before) => {
      const { plan, lines } = draft(facts, signed, before)
      expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
      expect(lines.map(({ field }) => field)).toEqual(PLAN_FIELDS)
      for (const line of lines) {
        expect(line.value).toEqual(plan.values[line.field])
        const isExplained = line.value !== null || line.missing.length > 0 || line.why !== 'missing'
        expect(isExplained, line.field).toBe(true)
      }
      expect(patientPlan(plan) === undefined).toBe(PLAN_FIELDS.some((field) => plan.values[field] === null))
    }),
    { numRuns: 200 },
  )
})

describe('software never raises a dose', () => {
  test('a first draft asks for no more than the start signed for its own level, and no more than its highest', () => {
    fc.assert(
      fc.property(someFacts, limits, (facts, signed) => {
        const { plan } = draft(facts, signed)
        const { doseMg, ceilingMg } = plan.values
        if (doseMg === null) return
        const own = (limitAt(signed, 'dose.bands') ?? []).filter(({ level }) => level === plan.level)
        expect(own.some(({ startMg = 0 }) => doseMg <= startMg)).toBe(true)
        expect(doseMg).toBeLessThanOrEqual(ceilingMg ?? 0)
      }),
      { numRuns: 200 },
    )
  })

  test('drawing anew, as often as one likes, never asks for more than the plan signed before', () => {
    fc.assert(
      fc.property(
        previous,
        fc.array(fc.tuple(someFacts, limits, fc.integer({ min: 0, max: 300 })), { maxLength: 5 }),
        (first, times) => {
          let before = first
          for (const [facts, signed, days] of times) {
            const { plan } = draft(facts, signed, before, addDays(TODAY, days))
            const [dose, was] = [plan.values.doseMg, before.values.doseMg]
            if (dose === null || was === null) return
            expect(dose).toBeLessThanOrEqual(was)
            before = plan
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('checking a plan changes nothing in it', () => {
    fc.assert(
      fc.property(previous, someFacts, limits, (plan, facts, signed) => {
        const before = structuredClone(plan)
        checkPlan(plan, facts, { ...PLAN_PROTOCOL, limits: signed }, { today: TODAY, previous: { plan } })
        expect(plan).toEqual(before)
      }),
    )
  })
})

describe('nothing aims at dissociation', () => {
  test('what a draft reads is named, and how a session felt is not among it', () => {
    const read = new Set<string>()
    const watched = (facts: PlanFacts): PlanFacts =>
      new Proxy(facts, {
        get: (all, name) => {
          read.add(String(name))
          return Reflect.get(all, name) as unknown
        },
      })
    fc.assert(
      fc.property(someFacts, fc.boolean(), (facts, isWeightBased) => {
        draft(watched(facts), { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, isWeightBased } })
      }),
      { numRuns: 300, seed: 4 },
    )
    expect([...read].sort()).toEqual([...NAMES].sort())
    expect(NAMES.filter((name) => /cadss|depth|session|response|improve/i.test(name))).toEqual([])
  })

  test('no field of a plan names it', () => {
    expect(PLAN_FIELDS.filter((field) => /dissoc|depth|effect|target|goal/i.test(field))).toEqual([])
  })
})

/** Each makes a fact ask for more care, or leaves it as it was. */
const WORSE: readonly ((facts: PlanFacts) => PlanFacts)[] = [
  (facts) => ({ ...facts, desMean: 100 }),
  (facts) => ({ ...facts, desTaxonMean: 100 }),
  (facts) => ({ ...facts, hasDissociativeDisorder: true }),
  (facts) => ({ ...facts, pcl5: pcl5Of(80) }),
  (facts) => ({ ...facts, itq: itqOf({ ptsd: true, selfOrganisation: true }) }),
  (facts) => ({ ...facts, medicineClasses: [...(facts.medicineClasses ?? []), 'alpha-blocker-or-agonist'] }),
  (facts) => ({ ...facts, medicineClasses: [...(facts.medicineClasses ?? []), 'other-antihypertensive'] }),
  (facts) => ({ ...facts, unmatchedMedicines: 2 }),
  (facts) => ({ ...facts, hasTherapist: false }),
  (facts) => ({ ...facts, daysSinceRecentEvent: 0 }),
  (facts) => ({ ...facts, cssrsLevel: 'high' }),
  (facts) => ({ ...facts, ageYears: 300 }),
  (facts) => ({ ...facts, homeSystolicMmHg: 300 }),
  (facts) => ({ ...facts, homeDiastolicMmHg: 300 }),
]

const height = (level: CautionLevel) => CAUTION_LEVELS.indexOf(level)

/** Lines on which the first asks for less care than the second. One that is missing asks for nothing. */
const looserLines = (plan: Plan, than: Plan) =>
  PLAN_FIELDS.filter((field) => {
    const [value, other] = [plan.values[field], than.values[field]]
    return value !== null && other !== null && isLooser(field, value, other)
  })

describe('more caution', () => {
  const worse = fc.subarray([...WORSE], { minLength: 1 })

  test('in the facts never gives a looser plan', () => {
    fc.assert(
      fc.property(
        whole,
        worse,
        limits,
        fc.option(previous, { nil: undefined }),
        (facts, steps, signed, before) => {
          const after = steps.reduce((all, step) => step(all), facts)
          const [one, other] = [draft(facts, signed, before), draft(after, signed, before)]
          expect(height(other.plan.level)).toBeGreaterThanOrEqual(height(one.plan.level))
          expect(looserLines(other.plan, one.plan)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('of a level never gives a looser number, whatever contradictions were signed', () => {
    fc.assert(
      fc.property(bands, (drawn) => {
        const signed: Limits = { ...PLAN_SIGNED, dose: { ...PLAN_SIGNED.dose, bands: drawn } }
        for (const [less, more] of [
          ['usual', 'careful'],
          ['usual', 'most-careful'],
          ['careful', 'most-careful'],
        ] as const) {
          const [a, b] = [bandNumber('maxSessions', less, signed), bandNumber('maxSessions', more, signed)]
          if (a.isSigned && b.isSigned) expect(b.value).toBeLessThanOrEqual(a.value)
        }
      }),
    )
  })

  test('is never undone by what is missing: with more known the level only falls', () => {
    fc.assert(
      fc.property(whole, fc.subarray(NAMES), fc.subarray(GROUPS), (facts, kept, groups) => {
        const partly: Limits = Object.fromEntries(groups.map((group) => [group, PLAN_SIGNED[group]]))
        const full = cautionLevel(facts, PLAN_SIGNED)
        const little = cautionLevel(only(facts, kept), partly)
        expect(height(little.level)).toBeGreaterThanOrEqual(height(full.level))
        for (const { holds, missing } of little.lines)
          expect(missing.length > 0 || holds !== 'unknown').toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

test('lists in another order draw the same plan', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  fc.assert(
    fc.property(
      whole.chain((facts) =>
        fc.tuple(fc.constant(facts), shuffled(facts.medicineClasses ?? []), shuffled([10, 5, 20])),
      ),
      bands.chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn))),
      ([facts, medicineClasses, strengths], [drawn, otherwise]) => {
        const signed = (order: DoseBand[], unitStrengthsMg: number[]): Limits => ({
          ...PLAN_SIGNED,
          dose: { ...PLAN_SIGNED.dose, bands: order, unitStrengthsMg },
        })
        const one = draft(facts, signed(drawn, [5, 10, 20]))
        const other = draft({ ...facts, medicineClasses }, signed(otherwise, strengths))
        expect(other.plan).toEqual(one.plan)
        expect(other.lines).toEqual(one.lines)
      },
    ),
  )
})

test('a draft needs no exception of its own, before or after a plan signed before', () => {
  fc.assert(
    fc.property(someFacts, limits, fc.option(previous, { nil: undefined }), (facts, signed, before) => {
      const protocol = { ...PLAN_PROTOCOL, limits: signed }
      const { plan } = draft(facts, signed, before)
      const context = { today: TODAY, previous: before && { plan: before } }
      const asking = stillOpen(checkPlan(plan, facts, protocol, context)).filter(
        ({ severity }) => severity === 'exception',
      )
      expect(asking).toEqual([])
    }),
    { numRuns: 200 },
  )
})
