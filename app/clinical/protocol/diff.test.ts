import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import type { Limits } from '../protocol.ts'
import { ALL_RULES } from '../rules/all.ts'
import { diffLimits, rulesReading, rulesTouched } from './diff.ts'
import { LIMIT_PATHS } from './fields.ts'
import { groupOf } from './names.ts'
import { cellsOf, limitsOf, placeName } from './places.ts'

const places = (before: Limits, after: Limits) =>
  diffLimits(before, after).map(({ place, before, after }) => [placeName(place), before, after])

describe('what changed', () => {
  test('is nothing between a protocol and itself, in whatever order it is kept', () => {
    const turned = Object.fromEntries(Object.entries(INVENTED_LIMITS).reverse())
    expect(places(INVENTED_LIMITS, turned)).toEqual([])
    expect(places({}, {})).toEqual([])
  })

  test('is each place with what it was and what it is, one set and one taken away among them', () => {
    const before: Limits = { drive: { notBeforeHours: 16 }, dose: { isWeightBased: true } }
    const after: Limits = { drive: { notBeforeHours: 15 }, support: { minimumAgeYears: 21 } }
    expect(places(before, after)).toEqual([
      ['dose.isWeightBased', true, undefined],
      ['support.minimumAgeYears', undefined, 21],
      ['drive.notBeforeHours', 16, 15],
    ])
  })

  test('is one cell of a list, and not the whole list', () => {
    const bands = INVENTED_LIMITS.dose.bands.map((band) =>
      band.level === 'careful' ? { ...band, startMg: 30 } : band,
    )
    const after: Limits = { ...INVENTED_LIMITS, dose: { ...INVENTED_LIMITS.dose, bands } }
    expect(places(INVENTED_LIMITS, after)).toEqual([['dose.bands.careful.startMg', 25, 30]])
  })

  test('is every cell of a row that came', () => {
    const after: Limits = { escalation: { tiers: [{ whom: 'backup', afterMinutes: 3 }] } }
    expect(places({}, after)).toEqual([['escalation.tiers.backup.afterMinutes', undefined, 3]])
  })

  test('tells an empty list from none', () => {
    const none: Limits = { vitals: { before: { mayGoWithout: [] } } }
    expect(places({}, none)).toEqual([['vitals.before.mayGoWithout', undefined, []]])
  })

  test('is everything, compared with nothing', () => {
    expect(diffLimits({}, INVENTED_LIMITS)).toHaveLength(
      cellsOf(INVENTED_LIMITS).filter(({ value }) => value !== undefined).length,
    )
  })
})

describe('rules', () => {
  test('that read a limit are found by it', () => {
    expect(rulesReading('vitals.before.holdSystolicMmHg')).toEqual(['C05'])
    expect(rulesReading('instruments.pcl5.worseningPoints')).toEqual(['C19', 'F01'])
    expect(rulesReading('schedule.heavyScalesPerWeek')).toEqual([])
  })

  test('each read only limits that a protocol has a field for', () => {
    const unknown = ALL_RULES.flatMap(({ limits }) => limits.filter((path) => !LIMIT_PATHS.includes(path)))
    expect(unknown).toEqual([])
  })

  test('touched by a change are named once, with what they read of it', () => {
    const after: Limits = { instruments: { pcl5: { worseningPoints: 8 }, phq9: { worseningPoints: 4 } } }
    expect(rulesTouched(diffLimits({}, after))).toEqual([
      { ruleId: 'C19', paths: ['instruments.pcl5.worseningPoints', 'instruments.phq9.worseningPoints'] },
      { ruleId: 'F01', paths: ['instruments.pcl5.worseningPoints'] },
      { ruleId: 'F04', paths: ['instruments.phq9.worseningPoints'] },
    ])
  })
})

test('rules touched come in the order of their ids, whichever limit changed first', () => {
  const after: Limits = {
    vitals: { before: { holdSystolicMmHg: 150 } },
    intake: { reviewAgeYears: 60 },
    instruments: { pcl5: { worseningPoints: 8 } },
  }
  const ids = rulesTouched(diffLimits({}, after).reverse()).map(({ ruleId }) => ruleId)
  expect(ids.length).toBeGreaterThan(3)
  expect(ids).toEqual([...ids].sort())
})

test('a limit stands in the group before its own name', () => {
  expect(groupOf('dose.route')).toBe('dose')
  expect(groupOf('vitals.before.holdSystolicMmHg')).toBe('vitals.before')
})

describe('a protocol taken apart into places', () => {
  test('and put together again is the same', () => {
    expect(limitsOf(cellsOf(INVENTED_LIMITS))).toEqual(INVENTED_LIMITS)
    expect(limitsOf(cellsOf({}))).toEqual({})
  })

  test('leaves behind what it has no field for, and what was stored as null', () => {
    const stored: Limits = JSON.parse('{"course":{"maxSessions":null,"colour":3},"moon":{"phase":1}}')
    expect(limitsOf(cellsOf(stored))).toEqual({})
  })

  test('puts the people to be called in the order they are called', () => {
    const tiers = [
      { whom: 'backup', afterMinutes: 1 },
      { whom: 'clinician-on-duty', afterMinutes: 9 },
    ] as const
    const turned: Limits = { escalation: { tiers: [tiers[1], tiers[0]] } }
    expect(limitsOf(cellsOf(turned)).escalation?.tiers).toEqual(tiers)
  })
})
