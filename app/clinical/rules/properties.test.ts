/** What holds for every rule and any facts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathsOf, signedOnly } from '../../../tests/arbitrary-facts.ts'
import { type GroupUnderTest, inEveryGroup } from '../../../tests/every-rule.ts'
import { isMilder } from '../../../tests/milder.ts'
import { ORDINARY_INTAKE, SIGNED } from '../../../tests/ordinary-patient.ts'
import { SEVERITIES } from '../outcome.ts'
import type { Limits } from '../protocol.ts'
import { ALL_RULES } from './all.ts'
import { intakeRules } from './intake/rules.ts'
import { findings } from './rule.ts'

/** Sex at birth chooses between two cut-offs; where it is not known the lower holds. */
const NEVER_LEFT_OUT = ['sexAtBirth']

/**
 * What is not missing where it was not to be taken: a reading standing up in somebody young, the ASQ in a practice
 * that asked the C-SSRS. Where it is there, it counts.
 */
const TAKEN_WHERE_NEEDED: Readonly<Record<string, readonly string[]>> = {
  C21: ['systolicMmHg', 'standingSystolicMmHg', 'isLightHeadedStanding'],
  S01: ['asq'],
  S02: ['asq'],
  S03: ['asq'],
}

/** Rules that fire when in doubt, where another rule speaks once it is known: not closed, and so still in session. */
const SPEAK_BEFORE_THEY_KNOW = ['E13']

/** Asked in the same way in every phase, whatever its facts are. */
function propertiesOf<Facts extends object>({ rules, arbitraries, ordinary, signed }: GroupUnderTest<Facts>) {
  const signedPaths = pathsOf(signed)
  const whole = fc.record(arbitraries) as fc.Arbitrary<Facts>
  const anyLimits = fc
    .tuple(fc.subarray(signedPaths, { minLength: signedPaths.length - 12 }), fc.boolean())
    .map(([paths, isWeightBased]) => ({
      paths,
      isWeightBased,
      limits: signedOnly(paths, isWeightBased, signed),
    }))
  const names = Object.keys(arbitraries)
  const kept = fc.subarray(names)

  const only = (facts: Facts, keep: readonly string[], ruleId = ''): Facts => {
    const kept = [...keep, ...NEVER_LEFT_OUT, ...(TAKEN_WHERE_NEEDED[ruleId] ?? [])]
    return Object.fromEntries(Object.entries(facts).filter(([name]) => kept.includes(name))) as Facts
  }

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
        const everything = signedOnly(signedPaths, isWeightBased, signed)
        const faults = rules.filter((rule) => {
          const early = rule.judge(only(facts, keep, rule.id), limits).outcome
          if (early === 'unknown') return false
          const late = rule.judge(facts, everything).outcome
          return SPEAK_BEFORE_THEY_KNOW.includes(rule.id) ? isMilder(early, late) : early !== late
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
        const everything = signedOnly(signedPaths, isWeightBased, signed)
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
    const open = findings(rules, ordinary, signed).filter(({ severity }) => severity !== 'inform')
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

inEveryGroup((group) => {
  describe(group.name, () => propertiesOf(group))
})

test('every rule there is was asked, and an ordinary person has at most three open findings of all of them', () => {
  const asked: string[] = []
  const open: string[] = []
  inEveryGroup(({ rules, ordinary, signed }) => {
    asked.push(...rules.map(({ id }) => id))
    open.push(
      ...findings(rules, ordinary, signed)
        .filter(({ severity }) => severity !== 'inform')
        .map(({ ruleId }) => ruleId),
    )
  })
  expect(asked.toSorted()).toEqual(ALL_RULES.map(({ id }) => id).toSorted())
  expect(asked).toHaveLength(132)
  // Positive in the assessment, positive at intake: what the programme is for.
  expect(open).toEqual(['A07', 'A08', 'B07'])
})

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
