import { describe, expect, test } from 'vitest'
import { ORDINARY_DAY, SESSION_SIGNED, withoutLimits } from '../../../tests/ordinary-session.ts'
import { gateRuleVersions } from '../gate.ts'
import type { Severity } from '../outcome.ts'
import { limitAt } from '../protocol.ts'
import type { GateFinding } from '../session/events.ts'
import { asTimeGoesBy, passesByItself, staysUntil, withStanding } from './answered-again.ts'

const AT = Date.UTC(2026, 10, 22, 14)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const REST = limitAt(SESSION_SIGNED, 'vitals.before.restMinutes') ?? Number.NaN
const fired = (ruleId: string, severity: Severity = 'block') => ({
  ruleId,
  severity,
  isUnknown: false,
  isFinal: false,
  rules: [{ id: ruleId, version: 1 }],
})

describe('how long a finding stands', () => {
  test('the protocol of these tests signs a rest, and there is a day to judge', () => {
    expect(REST).toBeGreaterThan(0)
    expect(Object.keys(ORDINARY_DAY).length).toBeGreaterThan(20)
  })

  test('a suicide screen, voices, pregnancy, a count that differs: until a prescriber opens it', () => {
    for (const ruleId of ['S01', 'S02', 'S03', 'C12', 'C25', 'C26'])
      expect(staysUntil(fired(ruleId), AT, SESSION_SIGNED), ruleId).toBe('opened')
  })

  test('a pressure to review: until the signed rest is over; one nobody signed is never over', () => {
    const high = fired('C05', 'review')
    expect(staysUntil(high, AT, SESSION_SIGNED)).toBe(AT + REST * MINUTE)
    expect(staysUntil(high, AT, withoutLimits('vitals.before.restMinutes'))).toBe('opened')
  })

  test('a pressure that holds, and any other reading: until a prescriber opens it, whatever the rest', () => {
    for (const finding of [fired('C05'), fired('C06'), fired('C06', 'review')])
      expect(staysUntil(finding, AT, SESSION_SIGNED), JSON.stringify(finding)).toBe('opened')
  })

  test('what nobody may open, as where the person is, is judged by the next answers', () => {
    expect(staysUntil({ ...fired('B33'), isFinal: true }, AT, SESSION_SIGNED)).toBeUndefined()
  })

  test('what was only not answered stands no longer than that', () => {
    for (const ruleId of ['S01', 'C04', 'C05', 'C12'])
      expect(staysUntil({ ...fired(ruleId), isUnknown: true }, AT, SESSION_SIGNED)).toBeUndefined()
  })

  test('of every other rule of the gate it stands, but for a place, a meal, a missing reading, and what the record says', () => {
    const passing = gateRuleVersions()
      .map(({ id }) => id)
      .filter((id) => staysUntil(fired(id), AT, SESSION_SIGNED) === undefined)
    expect(passing.sort()).toEqual(['B33', 'C03', 'C07', 'C11', 'C16', 'C17', 'C19', 'C22', 'C23'])
  })
})

test.each<[string, { ids: string[]; severity?: Severity; isUnknown?: boolean }, boolean]>([
  ['a pressure to review', { ids: ['C05'], severity: 'review' }, true],
  ['a pressure that holds', { ids: ['C05'] }, false],
  ['oxygen to review', { ids: ['C06'], severity: 'review' }, false],
  ['oxygen that holds', { ids: ['C06'] }, false],
  ['a reading that cannot be true', { ids: ['C07'] }, true],
  ['readings nobody took', { ids: ['C07', 'C05', 'C06'], isUnknown: true }, true],
  ['a meal', { ids: ['C03'] }, true],
  ['a meal nobody spoke of', { ids: ['C03'], isUnknown: true }, false],
  ['readings and a question nobody answered', { ids: ['C07', 'C10'], isUnknown: true }, false],
  ['alcohol', { ids: ['C04'] }, false],
])('%s: over by itself %s', (_what, { ids, severity = 'block', isUnknown = false }, expected) => {
  expect(passesByItself({ rules: ids.map((id) => ({ id, version: 1 })), severity, isUnknown })).toBe(expected)
})

type Until = GateFinding['staysUntil']

describe('the latest answers', () => {
  const acute: GateFinding = { ruleId: 'S01', severity: 'block', staysUntil: 'opened' }
  const high: GateFinding = { ruleId: 'C05', severity: 'block', staysUntil: AT }
  const hungry: GateFinding = { ruleId: 'C03', severity: 'block' }
  const answered = (findings: GateFinding[], now: GateFinding[], at = AT, opened: string[] = []) =>
    withStanding({ findings, opened }, now, at)

  test('take nothing away that stands, however often they are given', () => {
    const once = answered([acute, hungry], [])
    expect(once).toEqual([acute])
    expect(answered(once, [])).toEqual([acute])
    expect(withStanding(undefined, [hungry], AT)).toEqual([hungry])
  })

  test('go on where a prescriber has opened it, and hold again where they say it again', () => {
    expect(answered([acute], [], AT, ['S01'])).toEqual([])
    expect(answered([acute], [acute], AT, ['S01'])).toEqual([acute])
    expect(answered([acute], [], AT, ['S02'])).toEqual([acute])
  })

  test.each([
    [-1, [high]],
    [0, []],
    [1, []],
  ])('%i ms from the end of the rest', (ms, expected) => {
    expect(answered([high], [], AT + ms)).toEqual(expected)
  })

  test('that came at no time anybody knows end no rest', () => {
    expect(answered([high], [], Number.NaN)).toEqual([high])
  })

  test('of the same rule count with the stronger and the later of both', () => {
    const mild: GateFinding = { ruleId: 'C05', severity: 'review', staysUntil: AT + HOUR }
    expect(answered([high], [mild], AT - 1)).toEqual([{ ...high, staysUntil: AT + HOUR }])
    expect(answered([mild], [high], AT)).toEqual([{ ...high, staysUntil: AT + HOUR }])
    const unsaid: GateFinding = { ruleId: 'S01', severity: 'review', isFinal: true }
    expect(answered([acute], [unsaid])).toEqual([{ ...acute, isFinal: true }])
    expect(answered([mild], [mild])).toEqual([mild])
  })

  test('stand beside what others brought up, each for itself', () => {
    expect(answered([acute], [hungry])).toEqual([hungry, acute])
    const again: GateFinding = { ruleId: 'C05', severity: 'review', staysUntil: AT + HOUR }
    expect(answered([acute, high], [again], AT - 1)).toEqual([{ ...again, severity: 'block' }, acute])
  })

  test.each<[string, Until, Until, Until]>([
    ['until it is opened, whatever the answers before it waited for', 'opened', AT, 'opened'],
    ['until it is opened, where the answers before it waited for that', AT, 'opened', 'opened'],
    ['until the rest of the answers before it is over', undefined, AT, AT],
    ['until its own rest is over', AT + HOUR, AT, AT + HOUR],
  ])('hold %s', (_what, now, before, expected) => {
    const found = (staysUntil: Until): GateFinding => ({
      ...{ ruleId: 'C05', severity: 'review' },
      ...(staysUntil !== undefined && { staysUntil }),
    })
    expect(answered([found(before)], [found(now)], AT - 1)).toEqual([found(expected)])
  })
})

describe('a meal', () => {
  const ate = (foodHours: number | undefined, at: number) => ({
    told: { ...(foodHours !== undefined && { foodHours }), drinkMinutes: 60 },
    at,
  })

  test.each([
    [2, 1, 7, 3],
    [2, 5, 7, 7],
    [2, 6, 7, 7],
    [2, 0, 7, 2],
    [8, 1, 3, 3],
  ])('%i h ago, and %i h later said to be %i h ago, was %i h ago', (then, passed, now, expected) => {
    expect(asTimeGoesBy(ate(now, AT + passed * HOUR), [ate(then, AT)]).foodHours).toBe(expected)
  })

  test('counts by the shortest of all that were told, and stays unsaid where the last says nothing', () => {
    expect(asTimeGoesBy(ate(9, AT + HOUR), [ate(5, AT), ate(3, AT), ate(undefined, AT)]).foodHours).toBe(4)
    expect(asTimeGoesBy(ate(undefined, AT), [ate(5, AT)]).foodHours).toBeUndefined()
    expect(asTimeGoesBy(ate(9, AT), [])).toEqual(ate(9, AT).told)
  })

  test('and a drink go by their own clocks', () => {
    const { told } = ate(9, AT)
    const earlier = { told: { drinkMinutes: 5 }, at: AT }
    expect(asTimeGoesBy({ told, at: AT + 10 * MINUTE }, [earlier])).toEqual({
      foodHours: 9,
      drinkMinutes: 15,
    })
  })
})
