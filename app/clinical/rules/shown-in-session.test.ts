/** What a finding in a session puts before a clinician: what was seen, and what is missing. */
import { describe, expect, test } from 'vitest'
import { ORDINARY_MINUTE, SESSION_SIGNED, withoutLimits } from '../../../tests/ordinary-session.ts'
import type { InSessionFacts } from '../facts/in-session.ts'
import type { WakingWord } from '../instruments/waking.ts'
import type { LimitPath, Limits } from '../protocol.ts'
import { type InSessionRuleId, inSessionRules } from './in-session/rules.ts'
import type { Judgement, Missing } from './rule.ts'

const fact = (name: string): Missing => ({ kind: 'fact', name })
const limit = (name: LimitPath): Missing => ({ kind: 'limit', name })
const missing = (judgement: Judgement) => [judgement.outcome, judgement.missing]
const minute = (id: InSessionRuleId, change: InSessionFacts, limits: Limits = SESSION_SIGNED) =>
  inSessionRules[id].judge({ ...ORDINARY_MINUTE, ...change }, limits)

describe('in a session', () => {
  const woken = (...looks: readonly [number, WakingWord][]): InSessionFacts => ({
    waking: looks.map(([atMinutes, waking]) => ({ atMinutes, waking })),
  })
  const measured = (...taken: readonly [number, number, number][]): InSessionFacts => ({
    pressures: taken.map(([atMinutes, systolicMmHg, diastolicMmHg]) => ({
      ...{ atMinutes, systolicMmHg, diastolicMmHg },
    })),
  })
  const distressed = (...checks: readonly [number, number][]): InSessionFacts => ({
    distress: checks.map(([atMinutes, points]) => ({ atMinutes, points })),
  })

  test('a word for waking is shown; sleepier than before, both with their minutes', () => {
    expect(minute('D01', woken([95, 'not'])).evidence).toEqual({ waking: 'not' })
    expect(minute('D20', woken([70, 'at-once'], [95, 'when-spoken-to']))).toEqual({
      outcome: 'review',
      evidence: { waking: 'at-once at 70, when-spoken-to at 95' },
    })
  })

  test('sleepier is judged against the time signed, and where nobody looked then, against the last look before', () => {
    const looks = woken([10, 'at-once'], [30, 'when-spoken-to'], [95, 'when-spoken-to'])
    expect(minute('D20', looks).outcome).toBe('clear')
    expect(missing(minute('D20', woken([95, 'when-spoken-to'])))).toEqual(['unknown', [fact('waking')]])
    expect(minute('D20', woken([95, 'when-spoken-to'])).evidence).toEqual({ waking: 'when-spoken-to' })
  })

  test('sleepier without signed minutes lacks those that are not signed, and no others', () => {
    const [afterMinutes, within] = [
      'session.lateSedationAfterMinutes',
      'session.lateSedationWithinMinutes',
    ] as const
    expect(missing(minute('D20', {}, withoutLimits(afterMinutes)))).toEqual([
      'unknown',
      [limit(afterMinutes)],
    ])
    expect(missing(minute('D20', {}, withoutLimits(within)))).toEqual(['unknown', [limit(within)]])
    expect(missing(minute('D20', {}, withoutLimits(afterMinutes, within)))).toEqual([
      ...['unknown', [limit(afterMinutes), limit(within)]],
    ])
  })

  test('what nobody looked at lacks the look; without a signed rhythm that too, unless nobody looked at all', () => {
    const rhythm = 'session.lookInEveryMinutes'
    expect(missing(minute('D01', { waking: [] }))).toEqual(['unknown', [fact('waking')]])
    expect(missing(minute('D01', { waking: [] }, withoutLimits(rhythm)))).toEqual([
      ...['unknown', [fact('waking'), limit(rhythm)]],
    ])
    expect(missing(minute('D01', { waking: undefined }, withoutLimits(rhythm)))).toEqual([
      ...['unknown', [fact('waking')]],
    ])
    expect(Object.entries(minute('D01', { waking: [] }).evidence)).toEqual([['waking', undefined]])
  })

  test('pressures are shown with their minutes: both when high twice, the latest when raised', () => {
    const twice = measured([41, 185, 90], [60, 120, 80], [92, 150, 111])
    expect(minute('D05', twice).evidence).toEqual({
      pressures: '185/90 at 41, 120/80 at 60, 150/111 at 92',
    })
    expect(minute('D16', measured([41, 120, 80], [92, 165, 90])).evidence).toMatchObject({
      ...{ pressures: '165/90 at 92', 'vitals.during.repeatMinutes': 5 },
    })
  })

  test('pressures nobody took are missing, and beside them the signed minutes when there are none', () => {
    const due = 'vitals.during.readingAtMinutes'
    expect(missing(minute('D05', { pressures: [] }))).toEqual(['unknown', [fact('pressures')]])
    expect(Object.entries(minute('D05', { pressures: [] }).evidence)).toContainEqual(['pressures', undefined])
    expect(missing(minute('D05', {}, withoutLimits(due)))).toEqual([
      ...['unknown', [fact('pressures'), limit(due)]],
    ])
  })

  test('a raised pressure without a signed time to take it again lacks that time', () => {
    const again = 'vitals.during.repeatMinutes'
    const raised = measured([41, 120, 80], [92, 165, 90])
    expect(missing(minute('D16', raised, withoutLimits(again)))).toEqual(['unknown', [limit(again)]])
  })

  test('readings are due in the order of their minutes, however they were signed', () => {
    const during = { ...SESSION_SIGNED.vitals?.during, readingAtMinutes: [90, 40] }
    const limits = { ...SESSION_SIGNED, vitals: { ...SESSION_SIGNED.vitals, during } }
    expect(minute('D05', measured([41, 120, 80]), limits).outcome).toBe('unknown')
    expect(minute('D05', measured([92, 120, 80]), limits).outcome).toBe('clear')
  })

  test('a low pressure is that of the latest minute, and of two in it the lower', () => {
    expect(minute('D18', measured([41, 80, 50], [92, 120, 80])).outcome).toBe('clear')
    expect(minute('D18', measured([92, 120, 80], [92, 85, 60])).outcome).toBe('review')
    expect(minute('D18', measured([92, 90, 60])).outcome).toBe('clear')
    expect(minute('D18', measured([92, 89, 60])).outcome).toBe('review')
  })

  test('distress without relief is counted from where the row of high checks begins', () => {
    expect(minute('D07', distressed([10, 3], [95, 8])).outcome).toBe('clear')
    expect(minute('D07', distressed([10, 3], [90, 8]))).toMatchObject({
      outcome: 'review',
      evidence: { minutesSinceDose: 100, 'instruments.suds.reliefWithinMinutes': 10 },
    })
    expect(minute('D07', distressed([10, 3], [91, 8])).outcome).toBe('clear')
  })

  test('of two checks in one minute the higher is the latest', () => {
    expect(minute('D07', distressed([95, 9], [95, 3])).outcome).toBe('review')
    expect(minute('D07', distressed([95, 3], [95, 9])).outcome).toBe('review')
  })

  test('distress whose length nobody can say lacks the minutes, the signed number, or both', () => {
    const relief = 'instruments.suds.reliefWithinMinutes'
    const high = distressed([95, 8])
    expect(missing(minute('D07', { ...high, minutesSinceDose: undefined }))).toEqual([
      ...['unknown', [fact('minutesSinceDose')]],
    ])
    expect(missing(minute('D07', high, withoutLimits(relief)))).toEqual(['unknown', [limit(relief)]])
    expect(missing(minute('D07', { ...high, minutesSinceDose: undefined }, withoutLimits(relief)))).toEqual([
      ...['unknown', [fact('minutesSinceDose'), limit(relief)]],
    ])
    const again = 'instruments.suds.recheckMinutes'
    expect(missing(minute('D06', high, withoutLimits(again)))).toEqual(['unknown', [limit(again)]])
  })

  test('the tools that were tried are shown where anybody said', () => {
    const tried = (toolsTriedSinceDistress: number | undefined) =>
      minute('D07', { ...distressed([95, 9]), toolsTriedSinceDistress }).evidence.toolsTriedSinceDistress
    expect([0, 2, undefined].map(tried)).toEqual([0, 2, undefined])
  })

  test('who goes without an oximeter that nobody may go without lacks the reading', () => {
    const before = { ...SESSION_SIGNED.vitals?.before, mayGoWithout: ['temperature'] as const }
    const limits = { ...SESSION_SIGNED, vitals: { ...SESSION_SIGNED.vitals, before } }
    const open = minute('D04', { oxygenPercent: 'exempt' }, limits)
    expect(missing(open)).toEqual(['unknown', [fact('oxygenPercent')]])
    expect(open.evidence).toEqual({ oxygenPercent: 'exempt' })
  })

  test('somebody who wants to leave is shown with the phase and the minute, and nobody else is', () => {
    expect(minute('D21', { wantsToStopOrLeave: true }).evidence).toMatchObject({
      ...{ phase: 'return', minutesSinceDose: 100 },
    })
    expect(minute('D21', {})).toEqual({ outcome: 'clear', evidence: {} })
  })
})
