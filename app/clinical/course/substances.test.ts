import { describe, expect, test } from 'vitest'
import type { Told } from '../intake/question.ts'
import { courseRules } from '../rules/course/rules.ts'
import { type SubstancesSoFar, substanceFacts, toldInTaps1 } from './substances.ts'

const OWN = ['alcohol-days', 'drugs', 'medicinesBeyond']
const NEVER: Told = { 'alcohol-days': 0, drugs: 'never', medicinesBeyond: 'never' }
const soFar = (but: Partial<SubstancesSoFar>): SubstancesSoFar => ({
  ...{ sexAtBirth: 'female', auditC: [], dast10: [], own: [], ownAsked: OWN },
  ...but,
})
const LIMITS = {
  instruments: {
    auditC: { reviewTotal: 7, adviseTotalMen: 4, adviseTotalOthers: 3 },
    dast10: { reviewTotal: 3 },
  },
}
const judge = (but: Partial<SubstancesSoFar>) =>
  courseRules.F14.judge(substanceFacts(soFar(but)), LIMITS).outcome

describe('our own questions', () => {
  test.each<[string, Told | undefined, Told | undefined, string]>([
    ['the same', NEVER, NEVER, 'clear'],
    ['days of heavy drinking where there were none', NEVER, { ...NEVER, 'alcohol-days': 1 }, 'review'],
    ['more of such days', { ...NEVER, 'alcohol-days': 1 }, { ...NEVER, 'alcohol-days': 9 }, 'clear'],
    ['drugs one step more often', NEVER, { ...NEVER, drugs: 'less-than-monthly' }, 'review'],
    ['drugs less often', { ...NEVER, drugs: 'weekly' }, { ...NEVER, drugs: 'monthly' }, 'clear'],
    ['medicines more often', NEVER, { ...NEVER, medicinesBeyond: 'daily' }, 'review'],
    ['one left open', NEVER, { drugs: 'never', medicinesBeyond: 'never' }, 'unknown'],
    ['one declined', NEVER, { ...NEVER, drugs: { declined: 'now' } }, 'unknown'],
    ['one left open, another worse', NEVER, { drugs: 'daily', medicinesBeyond: 'never' }, 'review'],
    ['asked for the first time', undefined, NEVER, 'clear'],
    ['not answered at all', NEVER, undefined, 'unknown'],
  ])('%s: %j, then %j, is %s', (_what, before, now, outcome) => {
    const own = now === undefined ? [] : before === undefined ? [now] : [before, now]
    expect(judge({ own })).toBe(outcome)
  })

  test('where a scale asks all of it there is nothing of ours to answer', () => {
    expect(judge({ own: [], ownAsked: [] })).toBe('clear')
    expect(judge({ own: [NEVER], ownAsked: [] })).toBe('clear')
  })

  test('what was not asked before has nothing to be worse than', () => {
    expect(judge({ own: [{ drugs: 'never' }, { ...NEVER, 'alcohol-days': 5 }] })).toBe('clear')
    expect(judge({ own: [{ drugs: 'never' }, { ...NEVER, drugs: 'daily' }] })).toBe('review')
  })

  test('what a scale covers is not held against the time it was asked', () => {
    const own = [NEVER, { drugs: 'never', medicinesBeyond: 'never' }]
    expect(judge({ own, ownAsked: ['drugs', 'medicinesBeyond'] })).toBe('clear')
  })
})

describe('the scales', () => {
  const drinks = (a: number, b: number | 'skipped', c: number) => ({
    ...{ 'audit-c-01': a, 'audit-c-02': b, 'audit-c-03': c },
  })
  const drugs = (yes: number) =>
    Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        `dast10-${String(i + 1).padStart(2, '0')}`,
        i === 2 ? 1 : Number(i < yes),
      ]),
    )
  test.each([
    ['one step below', drinks(1, 0, 0), drinks(1, 1, 0), 'clear'],
    ['at the cut', drinks(1, 0, 0), drinks(1, 1, 1), 'review'],
    ['above it', drinks(1, 0, 0), drinks(2, 1, 1), 'review'],
    ['above it as before', drinks(1, 1, 1), drinks(2, 1, 1), 'clear'],
    ['from the lower to the higher cut', drinks(2, 2, 2), drinks(3, 2, 2), 'review'],
    ['with a gap', drinks(1, 0, 0), drinks(1, 'skipped', 1), 'unknown'],
    ['at the cut whatever is missing', drinks(1, 0, 0), drinks(3, 'skipped', 1), 'review'],
    ['above it, and the gap was before', drinks(1, 'skipped', 1), drinks(2, 1, 1), 'unknown'],
    ['above it already, whatever was missing', drinks(3, 'skipped', 0), drinks(2, 1, 1), 'clear'],
  ] as const)('AUDIT-C %s', (_what, before, now, outcome) => {
    expect(judge({ auditC: [before, now], own: [NEVER, NEVER], ownAsked: ['drugs'] })).toBe(outcome)
  })

  test.each([
    [0, 2, 'clear'],
    [0, 4, 'review'],
    [4, 5, 'clear'],
  ])('DAST-10 from %i to %i', (before, now, outcome) => {
    const dast10 = [drugs(before), drugs(now)]
    expect(judge({ dast10, auditC: [drinks(0, 0, 0), drinks(0, 0, 0)], ownAsked: [] })).toBe(outcome)
  })

  test('asked for the first time, what is reached now is new', () => {
    const rest = { own: [NEVER, NEVER], ownAsked: ['drugs'] }
    expect(substanceFacts(soFar({ auditC: [drinks(1, 1, 1)] }))).toMatchObject({
      ...{ auditCTotal: 3, previousAuditCTotal: 'not-loaded' },
      ...{ dast10Total: 'not-loaded', previousDast10Total: 'not-loaded' },
    })
    expect(judge({ ...rest, auditC: [drinks(1, 1, 1)] })).toBe('review')
    expect(judge({ ...rest, auditC: [drinks(1, 1, 0)] })).toBe('clear')
    expect(judge({ ...rest, auditC: [drinks(0, 0, 0), drinks(1, 1, 1), drinks(1, 1, 1)] })).toBe('clear')
  })

  test('every answer of the TAPS-1 has a step, and what is none of them has none', () => {
    expect(toldInTaps1({ 'taps1-alcohol': 0, 'taps1-drugs': 'skipped', 'taps1-medicines': 4 })).toEqual({
      ...{ 'alcohol-days': 0, drugs: undefined, medicinesBeyond: 'daily' },
    })
    expect(toldInTaps1({ 'taps1-alcohol': 'skipped' })).toEqual({
      ...{ 'alcohol-days': undefined, drugs: undefined, medicinesBeyond: undefined },
    })
    expect(toldInTaps1({ 'taps1-alcohol': 1 })).toMatchObject({ 'alcohol-days': 1 })
  })

  test('the TAPS-1 stands in one row with our own questions', () => {
    expect(toldInTaps1({ 'taps1-alcohol': 2, 'taps1-drugs': 0, 'taps1-medicines': 'skipped' })).toEqual({
      ...{ 'alcohol-days': 1, drugs: 'never', medicinesBeyond: undefined },
    })
    expect(
      judge({ own: [NEVER, toldInTaps1({ 'taps1-alcohol': 0, 'taps1-drugs': 1, 'taps1-medicines': 0 })] }),
    ).toBe('review')
  })
})
