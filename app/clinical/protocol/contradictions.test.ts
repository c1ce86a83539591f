import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import type { Limits } from '../protocol.ts'
import { contradictions } from './contradictions.ts'
import { placeName } from './places.ts'

const found = (limits: Limits) =>
  contradictions(limits).map(({ low, high }) => `${placeName(low)} > ${placeName(high)}`)

test('a protocol that says nothing contradicts nothing', () => {
  expect(found({})).toEqual([])
})

test.each<[string, Limits, string[]]>([
  [
    'a review that begins after the hold',
    { vitals: { before: { reviewSystolicMmHg: 161, holdSystolicMmHg: 160 } } },
    ['vitals.before.reviewSystolicMmHg > vitals.before.holdSystolicMmHg'],
  ],
  ['the same number twice', { vitals: { before: { reviewSystolicMmHg: 160, holdSystolicMmHg: 160 } } }, []],
  ['one of two alone', { vitals: { before: { reviewSystolicMmHg: 300 } } }, []],
  [
    'a first dose above any dose',
    { dose: { firstMaxMg: 60, absoluteMaxMg: 50 } },
    ['dose.firstMaxMg > dose.absoluteMaxMg'],
  ],
  [
    'a phase that ends before it begins',
    { session: { phases: [{ phase: 'peak', fromMinutes: 70, toMinutes: 20 }] } },
    ['session.phases.peak.fromMinutes > session.phases.peak.toMinutes'],
  ],
  [
    'a band that begins above its own end',
    { dose: { bands: [{ level: 'usual', startMg: 60, firstMaxMg: 50 }] } },
    ['dose.bands.usual.startMg > dose.bands.usual.firstMaxMg'],
  ],
  [
    'a careful level that is looser than the usual one',
    {
      dose: {
        bands: [
          { level: 'careful', absoluteMaxMg: 120, minDaysBetweenSessions: 7 },
          { level: 'usual', absoluteMaxMg: 100, minDaysBetweenSessions: 14 },
        ],
      },
    },
    [
      'dose.bands.careful.absoluteMaxMg > dose.bands.usual.absoluteMaxMg',
      'dose.bands.usual.minDaysBetweenSessions > dose.bands.careful.minDaysBetweenSessions',
    ],
  ],
  [
    'a level looser than the one before the last, when the one between says nothing of it',
    {
      dose: {
        bands: [
          { level: 'usual', absoluteMaxMg: 100 },
          { level: 'careful', startMg: 10 },
          { level: 'most-careful', absoluteMaxMg: 120 },
        ],
      },
    },
    ['dose.bands.most-careful.absoluteMaxMg > dose.bands.usual.absoluteMaxMg'],
  ],
  [
    'levels that are equal, or stricter each time',
    {
      dose: {
        bands: [
          { level: 'usual', absoluteMaxMg: 100, minDaysBetweenSessions: 7 },
          { level: 'careful', absoluteMaxMg: 100, minDaysBetweenSessions: 7 },
          { level: 'most-careful', absoluteMaxMg: 50, minDaysBetweenSessions: 14 },
        ],
      },
    },
    [],
  ],
  [
    'a phase that begins as it ends, and one without an end',
    {
      session: {
        phases: [
          { phase: 'peak', fromMinutes: 20, toMinutes: 20 },
          JSON.parse('{"phase":"return","fromMinutes":90}'),
        ],
      },
    },
    [],
  ],
  ['a number beside a word', JSON.parse('{"dose":{"firstMaxMg":60,"absoluteMaxMg":"50"}}'), []],
  ['a word beside a number', JSON.parse('{"dose":{"firstMaxMg":"60","absoluteMaxMg":50}}'), []],
])('%s', (_what, limits, expected) => {
  expect(found(limits)).toEqual(expected)
})

describe('the invented protocol', () => {
  test('does not contradict itself', () => {
    expect(found(INVENTED_LIMITS)).toEqual([])
  })
})
