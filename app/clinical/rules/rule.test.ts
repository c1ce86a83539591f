import { describe, expect, test } from 'vitest'
import { general, readFrom, substanceUse } from '../facts/fact.ts'
import type { Limits } from '../protocol.ts'
import { advise, atLeast, block, is, isOneOf, judged, review } from './condition.ts'
import { opens } from './opening.ts'
import { findings, type Missing, type Rule } from './rule.ts'

type Facts = {
  feverish?: boolean | undefined
  drinks?: number | undefined
  level?: 'low' | 'high' | 'undetermined' | undefined
  skipped?: boolean | undefined
}
const facts = {
  feverish: general,
  drinks: readFrom('audit-c', 'substance-use'),
  level: readFrom('screen'),
  skipped: readFrom('screen'),
}
const about = {
  version: 1,
  facts,
  limits: [],
  source: 'docs/clinical/rules.md',
  sections: ['proposal'] as const,
}

const fever: Rule<Facts> = {
  ...about,
  id: 'X1',
  severities: ['block'],
  whenUnknown: 'block',
  isFinal: true,
  judge: (given) => judged(block(is(given, 'feverish'))),
}
const drinking: Rule<Facts> = {
  ...about,
  id: 'X2',
  severities: ['review', 'advise'],
  whenUnknown: 'nothing',
  limits: ['instruments.auditC.reviewTotal', 'instruments.auditC.adviseTotalOthers'],
  judge: (given, limits) =>
    judged(
      review(atLeast(given, 'drinks', limits, 'instruments.auditC.reviewTotal')),
      advise(atLeast(given, 'drinks', limits, 'instruments.auditC.adviseTotalOthers')),
    ),
}
const high: Rule<Facts> = {
  ...about,
  id: 'X3',
  severities: ['block'],
  whenUnknown: 'review',
  judge: (given) => judged(block(isOneOf(given, 'level', ['high']))),
}
const skipped: Rule<Facts> = {
  ...about,
  id: 'X4',
  severities: ['block'],
  whenUnknown: 'block',
  judge: (given) => judged(block(is(given, 'skipped'))),
}
const RULES = [drinking, high, skipped, fever]
const signed: Limits = { instruments: { auditC: { reviewTotal: 7, adviseTotalOthers: 3 } } }
const fine: Facts = { feverish: false, drinks: 0, level: 'low', skipped: false }

describe('findings', () => {
  test('are none when everything is known and nothing fires', () => {
    expect(findings(RULES, fine, signed)).toEqual([])
  })

  test('come strongest first', () => {
    const found = findings(RULES, { ...fine, drinks: 7, feverish: true, level: 'high' }, signed)
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['X1', 'block'],
      ['X3', 'block'],
      ['X2', 'review'],
    ])
  })

  test('of equal strength: what fires before what could not be judged, and of these the suicide screen first', () => {
    const suicide = (id: string, whenUnknown: 'block'): Rule<Facts> => ({ ...skipped, id, whenUnknown })
    const rules = [fever, high, suicide('S02', 'block'), suicide('S01', 'block'), drinking]
    const order = (given: Facts) => findings(rules, { ...fine, ...given }, signed).map(({ ruleId }) => ruleId)
    expect(order({ feverish: true, level: 'high', skipped: true })).toEqual(['S01', 'S02', 'X1', 'X3'])
    expect(order({ feverish: true, skipped: undefined })).toEqual(['X1', 'S01'])
    expect(order({ feverish: undefined, skipped: true })).toEqual(['S01', 'S02', 'X1'])
    expect(order({ drinks: 7, skipped: undefined })).toEqual(['S01', 'X2'])
  })

  test('of one sheet are one, whichever facts of it are missing; what fires stands beside it', () => {
    const sheetOf = (_rule: { id: string }, name: string) => (name === 'drinks' ? undefined : 'day')
    const rules = RULES.map((rule) => ({ ...rule, whenUnknown: 'review' as const }))
    const of = (given: Facts) =>
      findings(rules, { ...fine, ...given }, signed, {}, sheetOf).map((found) => [
        found.rules.map(({ id }) => id).join(' '),
        found.isUnknown,
      ])
    expect(of({ feverish: undefined, level: undefined, skipped: undefined })).toEqual([['X1 X3 X4', true]])
    expect(of({ feverish: true, level: undefined, skipped: undefined })).toEqual([
      ['X1', false],
      ['X3 X4', true],
    ])
    expect(of({ feverish: undefined, drinks: undefined })).toEqual([
      ['X1', true],
      ['X2', true],
    ])
  })

  test('of one questionnaire that was not filled are one, as strong as the strongest', () => {
    const found = findings(RULES, { ...fine, level: undefined, skipped: undefined }, signed)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      ruleId: 'X4',
      severity: 'block',
      isUnknown: true,
      rules: [
        { id: 'X4', version: 1 },
        { id: 'X3', version: 1 },
      ],
      missing: [
        { kind: 'fact', name: 'skipped' },
        { kind: 'fact', name: 'level' },
      ],
    })
  })

  test('a level that could not be decided is unknown, and keeps the rule from being clear', () => {
    expect(findings([high], { ...fine, level: 'undetermined' }, signed)).toMatchObject([
      { severity: 'review', isUnknown: true },
    ])
  })

  test('say nothing for a rule that has nothing to say when unknown', () => {
    expect(findings([drinking], {}, signed)).toEqual([])
    expect(findings([drinking], { drinks: 12 }, {})).toEqual([])
  })

  test('keep what fires in part, however the rest turns out', () => {
    const half: Limits = { instruments: { auditC: { adviseTotalOthers: 3 } } }
    expect(findings([drinking], { drinks: 5 }, half)).toMatchObject([
      {
        severity: 'advise',
        isUnknown: true,
        missing: [{ kind: 'limit', name: 'instruments.auditC.reviewTotal' }],
      },
    ])
  })

  test('a part that fires is not lost among rules that lack the same thing', () => {
    const half: Limits = { instruments: { auditC: { adviseTotalOthers: 3 } } }
    const also: Rule<Facts> = { ...drinking, id: 'X5', whenUnknown: 'review' }
    const found = findings([drinking, also], { drinks: 5 }, half)
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['X5', 'review'],
      ['X2', 'advise'],
    ])
  })

  test('that lack two things of one kind, or a fact and a limit of one name, list both', () => {
    const of = (id: string, missing: Missing[]): Rule<Facts> => ({
      ...{ ...high, id, whenUnknown: 'review' },
      judge: () => ({ outcome: 'unknown', evidence: {}, missing }),
    })
    const fact = { kind: 'fact', name: 'feverish' } as const
    const found = findings([of('X7', [fact]), of('X8', [fact, { kind: 'limit', name: 'feverish' }])], {}, {})
    expect(found).toHaveLength(1)
    expect(found[0]?.missing).toEqual([fact, { kind: 'limit', name: 'feverish' }])
  })

  test('that lack only signatures are one, apart from those that lack a fact, and from one that lacks nothing named', () => {
    const of = (id: string, missing: Missing[]): Rule<Facts> => ({
      ...{ ...high, id, whenUnknown: 'review' },
      judge: () => ({ outcome: 'unknown', evidence: {}, missing }),
    })
    const limit = (name: string) => ({ kind: 'limit', name }) as const
    const rules = [
      ...[of('X1', [limit('a')]), of('X2', [limit('b')])],
      ...[of('X3', [{ kind: 'fact', name: 'feverish' }]), of('X4', [{ kind: 'fact', name: 'drinks' }])],
      ...[of('X5', []), of('X6', [])],
    ]
    expect(findings(rules, {}, {}).map((one) => one.rules.map(({ id }) => id))).toEqual([
      ...[['X1', 'X2'], ['X3'], ['X4'], ['X5'], ['X6']],
    ])
  })

  test('that speak for a final rule too are final', () => {
    const final: Rule<Facts> = { ...high, id: 'X6', isFinal: true }
    const [found] = findings([skipped, final], { feverish: false, drinks: 0 }, signed)
    expect(found).toMatchObject({ ruleId: 'X4', isFinal: true, rules: [{ id: 'X4' }, { id: 'X6' }] })
  })

  test('from a sensitive segment hold the id of the record, or the name of the segment, and no value', () => {
    const [withId] = findings([drinking], { ...fine, drinks: 7 }, signed, { drinks: 'response-1' })
    expect(withId?.evidence.drinks).toBe('response-1')
    const [without] = findings([drinking], { ...fine, drinks: 7 }, signed)
    expect(without?.evidence.drinks).toBe(substanceUse.segment)
  })
})

describe('an opening', () => {
  const [found] = findings([high], { ...fine, level: 'high' }, signed)
  const [final] = findings([fever], { ...fine, feverish: true }, signed)
  if (!found || !final) throw new Error('both rules fire')
  const opening = {
    rules: found.rules,
    evidence: found.evidence,
    isByPrescriber: true,
    because: 'Spoken with her today.',
  }

  test('with a reason, by a prescriber, for what was seen, opens', () => {
    expect(opens(opening, found)).toBe(true)
  })

  test.each([
    ['without a reason', { because: '  ' }],
    ['by somebody else', { isByPrescriber: false }],
    ['of another version', { rules: [{ id: 'X3', version: 2 }] }],
    ['of another rule', { rules: [{ id: 'X2', version: 1 }] }],
    ['for a finding that spoke for more', { rules: [...found.rules, { id: 'X4', version: 1 }] }],
    ['for other numbers', { evidence: { level: 'low' } }],
  ])('%s does not', (_what, change) => {
    expect(opens({ ...opening, ...change }, found)).toBe(false)
  })

  test('never opens what is final', () => {
    expect(opens({ ...opening, rules: final.rules, evidence: final.evidence }, final)).toBe(false)
  })

  test('is for all rules it spoke for, in whatever order, each in its version', () => {
    const one = { id: 'X3', version: 1 }
    const two = { id: 'X4', version: 1 }
    const both = { ...found, rules: [one, two] }
    expect(opens({ ...opening, rules: [two, one] }, both)).toBe(true)
    expect(opens({ ...opening, rules: [one, { ...two, version: 2 }] }, both)).toBe(false)
    expect(opens({ ...opening, rules: [one] }, both)).toBe(false)
  })

  test('is for all that was seen: one other number, or one more, closes it again', () => {
    const seen = { ...found, evidence: { level: 'high', points: 5, missing: undefined } }
    expect(opens({ ...opening, evidence: { points: 5, level: 'high' } }, seen)).toBe(true)
    expect(opens({ ...opening, evidence: { level: 'high', points: 6 } }, seen)).toBe(false)
    expect(opens({ ...opening, evidence: { level: 'high' } }, seen)).toBe(false)
    expect(opens({ ...opening, evidence: { level: 'high', points: 5, more: 1 } }, seen)).toBe(false)
  })
})
