import { describe, expect, test } from 'vitest'
import { SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import { BEGIN, devices, dosed, ended, MINUTE, type Room, read, record } from '../../../tests/recording.ts'
import { YES } from '../instruments/instrument.ts'
import { readyToEnd } from '../instruments/ready-to-end.ts'
import { WAKING_WORDS } from '../instruments/waking.ts'
import type { Limits } from '../protocol.ts'
import { afterSessionRules } from '../rules/after-session/rules.ts'
import { findings } from '../rules/rule.ts'
import { JUDGED_AT } from '../rules/running.ts'
import type { Happening } from '../session/events.ts'
import { askedToEndFacts, endingFacts, hasStood, lastWaking } from './facts-of-ending.ts'

const LIMITS: Limits = { session: { ...SESSION_SIGNED.session, lookInEveryMinutes: 15 } }
const at = (minute: number) => BEGIN + minute * MINUTE
const dosedThen = (...happened: readonly [Happening, number][]): Room => {
  const room = dosed()
  for (const [what, minute] of happened) record(room, room.support, what, minute)
  return room
}
const look = (waking: (typeof WAKING_WORDS)[number]): Happening => ({
  ...{ kind: 'look-in', isWell: waking === 'at-once', waking },
})
const list = (walks = YES): Happening => ({
  kind: 'end-list',
  answers: {
    ...Object.fromEntries(readyToEnd.items.map(({ linkId }) => [linkId, YES])),
    'end-walks': walks,
  },
})
const factsAt = (room: Room, minute: number, limits = LIMITS) => endingFacts(read(room), limits, at(minute))
const firing = (room: Room, minute: number, limits = LIMITS) =>
  findings(JUDGED_AT.restingInSession, factsAt(room, minute, limits) ?? {}, limits)
    .filter(({ isUnknown }) => !isUnknown)
    .map(({ ruleId }) => ruleId)

test('before the dose and after the end there is nothing to judge', () => {
  expect(endingFacts(read(devices()), LIMITS, at(0))).toBeUndefined()
  const room = dosed()
  ended(room)
  expect(factsAt(room, 200)).toBeUndefined()
  expect(askedToEndFacts(read(room), LIMITS, at(200))).toBeUndefined()
})

describe('asleep', () => {
  test.each(WAKING_WORDS.map((word) => [word, word !== 'at-once'] as const))(
    'who wakes %s is asleep: %s',
    (word, isAsleep) => {
      const room = dosedThen([look(word), 20])
      expect(factsAt(room, 25)).toMatchObject({ isAsleep, minutesSinceRoused: 5 })
      expect(firing(room, 25)).toEqual(isAsleep ? ['E12'] : [])
    },
  )

  test('is told by the last look with a word on it; a look without one wakes nobody', () => {
    const room = dosedThen([look('when-spoken-to'), 20], [{ kind: 'look-in', isWell: true }, 30])
    expect(factsAt(room, 32)).toMatchObject({ isAsleep: true, minutesSinceRoused: 12 })
    expect(lastWaking(read(room))).toEqual({ waking: 'when-spoken-to', at: at(20) })
    record(room, room.support, look('at-once'), 35)
    expect(firing(room, 40)).toEqual([])
  })

  test('is told by the look of the latest minute, whichever device was heard first', () => {
    const room = dosedThen([look('at-once'), 35])
    record(room, room.practice, look('when-spoken-to'), 30)
    expect(lastWaking(read(room))).toEqual({ waking: 'at-once', at: at(35) })
    expect(firing(room, 36)).toEqual([])
  })

  test.each([
    [14, false],
    [15, false],
    [16, undefined],
  ])('with nobody having looked, at minute %d of a look every 15: %s', (minute, isAsleep) => {
    expect(factsAt(dosed(), minute)?.isAsleep).toBe(isAsleep)
    expect(factsAt(dosed(), minute, {})?.isAsleep).toBeUndefined()
  })

  test('does not fire on a list that is whole, and a sleepy look takes such a list back', () => {
    const room = dosedThen([look('at-once'), 20], [list(), 130])
    expect(factsAt(room, 131)?.isReadyToEnd).toBe(true)
    record(room, room.support, look('when-spoken-to'), 135)
    expect(factsAt(room, 136)).toMatchObject({ isReadyToEnd: false, isAsleep: true })
    expect(firing(room, 136)).toEqual(['E12'])
  })

  test('without signed minutes to wake by it cannot be judged, and asks for a review all the same', () => {
    const { rouseEveryMinutes: _, ...session } = LIMITS.session ?? {}
    const facts = factsAt(dosedThen([look('when-spoken-to'), 20]), 25)
    expect(findings([afterSessionRules.E12], facts ?? {}, { session })).toMatchObject([
      {
        isUnknown: true,
        severity: 'review',
        missing: [{ kind: 'limit', name: 'session.rouseEveryMinutes' }],
      },
    ])
  })
})

describe('standing for the first time', () => {
  const stands: Happening = { kind: 'stands-up' }

  test('is from when it was pressed until somebody looks again, and once', () => {
    const room = dosedThen([look('at-once'), 20])
    expect(hasStood(read(room))).toBe(false)
    expect(firing(room, 59)).toEqual([])
    record(room, room.support, stands, 60)
    expect(hasStood(read(room))).toBe(true)
    expect(firing(room, 60)).toEqual(['E11'])
    expect(firing(room, 70)).toEqual(['E11'])
    record(room, room.support, look('at-once'), 71)
    expect(firing(room, 72)).toEqual([])
    record(room, room.support, stands, 90)
    expect(firing(room, 91)).toEqual([])
  })

  test('is told once, also where nobody looked in between, and ends with a look alone', () => {
    const room = dosedThen([stands, 60], [{ kind: 'distress', points: 2 }, 65])
    expect(firing(room, 66)).toEqual(['E11'])
    record(room, room.support, stands, 70)
    expect(firing(room, 71)).toEqual([])
  })

  test('is over as well once the list says that they walk, and not while it says that they do not', () => {
    expect(hasStood(read(dosedThen([list(0), 130])))).toBe(false)
    expect(hasStood(read(dosedThen([list(), 130])))).toBe(true)
  })
})

describe('the end that is asked for', () => {
  const limits: Limits = { session: { minimumObservationMinutes: 120 } }
  const said = (room: Room, minute: number) =>
    findings(JUDGED_AT.askedToEnd, askedToEndFacts(read(room), limits, at(minute)) ?? {}, limits)

  test.each([
    [119, 1],
    [120, 0],
    [121, 0],
  ])('with a whole list at minute %d of 120: %d finding', (minute, count) => {
    expect(said(dosedThen([list(), 110]), minute)).toHaveLength(count)
  })

  test('with a point open, or no list, it is not ready whatever the minute', () => {
    for (const room of [dosedThen([list(0), 130]), dosed()])
      expect(said(room, 200)).toMatchObject([{ ruleId: 'E01', severity: 'block', isUnknown: false }])
  })

  test('counts from the latest swallow, and without signed minutes is not known, and blocks', () => {
    const room = dosedThen([{ kind: 'more-taken' }, 60], [list(), 125])
    expect(said(room, 130)).toHaveLength(1)
    expect(said(room, 180)).toEqual([])
    const facts = askedToEndFacts(read(room), {}, at(180)) ?? {}
    expect(findings(JUDGED_AT.askedToEnd, facts, {})).toMatchObject([{ isUnknown: true, severity: 'block' }])
  })
})
