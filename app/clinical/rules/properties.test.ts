/** What holds for every rule and any facts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Arbitraries,
  assessmentArbitraries,
  courseArbitraries,
  intakeArbitraries,
  SIGNED_PATHS,
  signedOnly,
} from '../../../tests/arbitrary-facts.ts'
import {
  ORDINARY_ASSESSMENT,
  ORDINARY_COURSE,
  ORDINARY_INTAKE,
  SIGNED,
} from '../../../tests/ordinary-patient.ts'
import { SEVERITIES } from '../outcome.ts'
import type { Limits } from '../protocol.ts'
import { assessmentRules } from './assessment/rules.ts'
import { courseRules } from './course/rules.ts'
import { intakeRules } from './intake/rules.ts'
import { findings, type Rule } from './rule.ts'

/** Asked in the same way in every phase, whatever its facts are. */
function propertiesOf<Facts extends object>(
  rules: readonly Rule<Facts>[],
  arbitraries: Arbitraries<Facts>,
  ordinary: Facts,
) {
  const whole = fc.record(arbitraries) as fc.Arbitrary<Facts>
  const anyLimits = fc
    .tuple(fc.subarray(SIGNED_PATHS, { minLength: SIGNED_PATHS.length - 12 }), fc.boolean())
    .map(([paths, isWeightBased]) => ({ paths, isWeightBased, limits: signedOnly(paths, isWeightBased) }))
  const names = Object.keys(arbitraries)
  const kept = fc.subarray(names)

  /** Sex at birth chooses between two cut-offs; where it is not known the lower holds. So it is never left out. */
  const only = (facts: Facts, keep: readonly string[]): Facts =>
    Object.fromEntries(
      Object.entries(facts).filter(([name]) => name === 'sexAtBirth' || keep.includes(name)),
    ) as Facts

  test('every rule answers something it says it can, and shows what it looked at', () => {
    fc.assert(
      fc.property(whole, kept, anyLimits, (facts, keep, { limits }) => {
        const faults = rules.filter((rule) => {
          const { outcome, evidence, missing = [] } = rule.judge(only(facts, keep), limits)
          const canSay = ['clear', 'unknown', ...rule.severities].includes(outcome)
          const saysWhatIsMissing =
            (outcome !== 'unknown' || missing.length > 0) &&
            missing.every(({ kind, name }) =>
              (kind === 'fact' ? names : (rule.limits as readonly string[])).includes(name),
            )
          const isShown = Object.values(evidence).every((value) =>
            ['string', 'number', 'undefined'].includes(typeof value),
          )
          return !(canSay && saysWhatIsMissing && isShown)
        })
        expect(faults.map(({ id }) => id)).toEqual([])
      }),
    )
  })

  test('what is said with little stands when more is known: nobody is clear by what was not there', () => {
    fc.assert(
      fc.property(whole, kept, anyLimits, (facts, keep, { limits, isWeightBased }) => {
        const everything = signedOnly(SIGNED_PATHS, isWeightBased)
        const known = only(facts, keep)
        const faults = rules.filter((rule) => {
          const early = rule.judge(known, limits).outcome
          return early !== 'unknown' && rule.judge(facts, everything).outcome !== early
        })
        expect(faults.map(({ id }) => id)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('findings are the same in whatever order the rules are asked', () => {
    fc.assert(
      fc.property(
        whole,
        kept,
        anyLimits,
        fc.shuffledSubarray([...rules], { minLength: rules.length }),
        (facts, keep, { limits }, shuffled) => {
          const known = only(facts, keep)
          const inOrder = findings(rules, known, limits)
          expect(findings(shuffled, known, limits)).toEqual(inOrder)
          const strengths = inOrder.map(({ severity }) => SEVERITIES.indexOf(severity))
          expect(strengths).toEqual(strengths.toSorted((a, b) => a - b))
        },
      ),
    )
  })

  test('no finding holds a value from a sensitive segment', () => {
    fc.assert(
      fc.property(whole, anyLimits, (facts, { limits }) => {
        const faults = findings(rules, facts, limits).filter(({ evidence }) =>
          Object.entries(evidence).some(([name, value]) => {
            const segment = rules[0]?.facts[name]?.segment ?? 'general'
            return segment !== 'general' && value !== undefined && value !== segment
          }),
        )
        expect(faults).toEqual([])
      }),
    )
  })

  test('with nothing known, every rule that has something to say is in a finding, and none twice', () => {
    const found = findings(rules, {} as Facts, {})
    const spoken = found.flatMap((finding) => finding.rules.map(({ id }) => id))
    const expected = rules.filter(({ whenUnknown }) => whenUnknown !== 'nothing').map(({ id }) => id)
    const always = rules
      .filter((rule) => rule.judge({} as Facts, {}).outcome !== 'unknown')
      .map(({ id }) => id)
    expect(spoken.toSorted()).toEqual([...new Set([...expected, ...always])].toSorted())
  })

  test('a rule reads the limits it names, and no others', () => {
    const read = new Map(rules.map(({ id }) => [id, new Set<string>()]))
    fc.assert(
      fc.property(whole, fc.boolean(), (facts, isWeightBased) => {
        const everything = signedOnly(SIGNED_PATHS, isWeightBased)
        for (const rule of rules)
          rule.judge(
            facts,
            watched(everything, (path) => read.get(rule.id)?.add(path)),
          )
      }),
      { seed: 4, numRuns: 300 },
    )
    for (const { id, limits } of rules)
      expect([...(read.get(id) ?? [])].toSorted(), id).toEqual(limits.toSorted())
  })

  test('an ordinary person has at most three open findings', () => {
    const open = findings(rules, ordinary, SIGNED).filter(({ severity }) => severity !== 'inform')
    expect(open.length).toBeLessThanOrEqual(3)
    expect(open.filter(({ severity }) => severity === 'block')).toEqual([])
  })
}

/** Tells of every limit that is looked up. */
function watched(limits: Limits, tell: (path: string) => void, at = ''): Limits {
  return new Proxy(limits, {
    get(group, key) {
      const value: unknown = Reflect.get(group, key)
      const path = `${at}${String(key)}`
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return watched(value, tell, `${path}.`)
      tell(path)
      return value
    },
  })
}

describe('assessment', () => {
  propertiesOf(Object.values(assessmentRules), assessmentArbitraries, ORDINARY_ASSESSMENT)
})

describe('intake', () => {
  propertiesOf(Object.values(intakeRules), intakeArbitraries, ORDINARY_INTAKE)

  test('an ordinary person in a practice that has loaded no licensed text has no more', () => {
    const builtIn = {
      ...ORDINARY_INTAKE,
      cssrsLevel: 'not-loaded',
      cssrsItemsSkipped: 'not-loaded',
      desMean: 'not-loaded',
      desTaxonMean: 'not-loaded',
      pq16Count: 'not-loaded',
      isBipolarScreenPositive: 'not-loaded',
      auditCTotal: 'not-loaded',
      dast10Total: 'not-loaded',
      icsiTotal: 'not-loaded',
    } as const
    const found = findings(Object.values(intakeRules), builtIn, SIGNED)
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['B07'])
  })
})

describe('course', () => {
  propertiesOf(Object.values(courseRules), courseArbitraries, ORDINARY_COURSE)
})

test('a new protocol changes the result, and each finding shows the numbers it was judged by', () => {
  const rules = [intakeRules.B06, intakeRules.B21]
  const facts = { ...ORDINARY_INTAKE, homeSystolicMmHg: 145 }
  const stricter: Limits = {
    ...SIGNED,
    vitals: { atHome: { ...SIGNED.vitals?.atHome, holdSystolicMmHg: 145 } },
  }
  const [before] = findings(rules, facts, SIGNED)
  const [after] = findings(rules, facts, stricter)
  expect([before?.severity, after?.severity]).toEqual(['review', 'block'])
  expect(before?.evidence).toMatchObject({ homeSystolicMmHg: 145, 'vitals.atHome.holdSystolicMmHg': 160 })
  expect(after?.evidence).toMatchObject({ homeSystolicMmHg: 145, 'vitals.atHome.holdSystolicMmHg': 145 })
})
