import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENROLMENT_STATES, type EnrolmentState } from './enrolment.ts'
import { followUpAsk, NEXT_THINGS, type NextThing, nextThing, type Standing } from './next-thing.ts'

const TODAY = '2026-11-23'
const dueOn = (standing: Standing) => followUpAsk(standing)?.dueOn
const at = (state: EnrolmentState, more: Partial<Standing> = {}): Standing => ({
  state,
  isNextDayToldOf: false,
  ...more,
})

/** Every state there is, by itself, without anything else on record. */
const BARE: Record<EnrolmentState, NextThing> = {
  assessed: 'register',
  registered: 'sign',
  consented: 'tell',
  'intake-complete': 'sent',
  'in-review': 'in-review',
  declined: 'declined',
  accepted: 'plan',
  supplied: 'prepare',
  ready: 'prepare',
  'session-day': 'session-today',
  'in-session': 'in-session',
  recovering: 'resting',
  integrating: 'next-day',
  're-evaluation-due': 're-evaluation',
  paused: 'paused',
  completed: 'completed',
  discharged: 'left',
}

test.each(Object.entries(BARE) as [EnrolmentState, NextThing][])('in %s, next is: %s', (state, thing) => {
  expect(nextThing(at(state), TODAY)).toBe(thing)
})

describe('ready', () => {
  test.each<[string, Partial<Standing>, NextThing]>([
    ['a session tomorrow', { sessionOn: '2026-11-24' }, 'session-ahead'],
    ['a session today', { sessionOn: TODAY }, 'session-today'],
    ['a session yesterday that nobody closed', { sessionOn: '2026-11-22' }, 'session-today'],
    ['only a session that is over', { sessionOn: '2026-11-10', endedOn: '2026-11-10' }, 'prepare'],
  ])('with %s', (_, more, thing) => {
    expect(nextThing(at('ready', more), TODAY)).toBe(thing)
  })
})

describe('after a session', () => {
  const burden = { questionsOnSessionDay: 12, questionsPerDayInWatch: 5, heavyScalesPerWeek: 1 }
  const ended = { sessionOn: '2026-11-16', endedOn: '2026-11-16', followUpEveryDays: 7, burden }
  test.each<[string, Partial<Standing>, NextThing]>([
    ['how they are comes before all else', ended, 'next-day'],
    ['rest, on the evening itself', { ...ended, sessionOn: TODAY, endedOn: TODAY }, 'resting'],
    ['the questions of the week on their day', { ...ended, isNextDayToldOf: true }, 'follow-up'],
    ['not a day before', { ...ended, endedOn: '2026-11-17', isNextDayToldOf: true }, 'deciding'],
    [
      'not again when they were answered',
      { ...ended, isNextDayToldOf: true, followedUpOn: TODAY },
      'deciding',
    ],
    [
      'and again a week after that',
      { ...ended, endedOn: '2026-11-09', isNextDayToldOf: true, followedUpOn: '2026-11-16' },
      'follow-up',
    ],
    [
      'what was answered before the session is no answer about the week after',
      { ...ended, isNextDayToldOf: true, followedUpOn: '2026-11-15' },
      'follow-up',
    ],
    [
      'the talk that is to come',
      { ...ended, endedOn: '2026-11-22', isNextDayToldOf: true, meetingOn: '2026-11-24' },
      'meet',
    ],
    [
      'the talk that is today',
      { ...ended, endedOn: '2026-11-22', isNextDayToldOf: true, meetingOn: TODAY },
      'meet',
    ],
    [
      'a talk that was yesterday is not ahead',
      { ...ended, endedOn: '2026-11-20', isNextDayToldOf: true, meetingOn: '2026-11-22' },
      'deciding',
    ],
    [
      'without a signed number of days nothing is asked',
      { sessionOn: '2026-10-01', endedOn: '2026-10-01', isNextDayToldOf: true },
      'deciding',
    ],
    [
      'another long scale six days ago: the week waits',
      { ...ended, isNextDayToldOf: true, heavyOn: ['2026-11-17'] },
      'deciding',
    ],
    [
      'another long scale seven days ago: there is room again',
      { ...ended, isNextDayToldOf: true, heavyOn: ['2026-11-16'] },
      'follow-up',
    ],
    [
      'two long scales a week are signed, and one was answered',
      { ...ended, isNextDayToldOf: true, heavyOn: [TODAY], burden: { ...burden, heavyScalesPerWeek: 2 } },
      'follow-up',
    ],
    [
      'how many long scales a week may hold is not signed: none is asked',
      { ...ended, isNextDayToldOf: true, burden: {} },
      'deciding',
    ],
  ])('%s', (_, more, thing) => {
    expect(nextThing(at('integrating', more), TODAY)).toBe(thing)
  })
})

test.each(ENROLMENT_STATES)('a break from %s: only what came before a plan is gone on with alone', (from) => {
  const early = ['assessed', 'registered', 'consented', 'intake-complete', 'in-review'].includes(from)
  expect(nextThing(at('paused', { pausedFrom: from }), TODAY)).toBe(early ? 'paused-early' : 'paused')
})

test('whatever is on record, there is exactly one next thing', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const record = fc.record({
    ...{ state: fc.constantFrom(...ENROLMENT_STATES), isNextDayToldOf: fc.boolean() },
    ...{ sessionOn: maybe(day), endedOn: maybe(day), meetingOn: maybe(day), followedUpOn: maybe(day) },
    followUpEveryDays: maybe(fc.integer({ min: -1, max: 40 })),
  })
  fc.assert(
    fc.property(record, day, ({ state, isNextDayToldOf, ...rest }, today) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
      expect(NEXT_THINGS).toContain(nextThing({ state, isNextDayToldOf, ...given }, today))
    }),
  )
})

test.each([0.5, 0, -1])('a signed number that is none, such as %d, makes no day', (followUpEveryDays) => {
  const ended = at('integrating', { endedOn: '2026-11-16', followUpEveryDays })
  expect(dueOn(ended)).toBeUndefined()
  expect(dueOn({ ...ended, followedUpOn: '2026-11-20' })).toBeUndefined()
})

test('a rhythm of one day is one', () => {
  expect(dueOn(at('integrating', { endedOn: '2026-11-30', followUpEveryDays: 1 }))).toBe('2026-12-01')
})

describe('the questions about the week are due', () => {
  const ended = at('integrating', { endedOn: '2026-11-16', followUpEveryDays: 7 })
  test.each<[string, Partial<Standing>, string | undefined]>([
    ['so many days after the session', {}, '2026-11-23'],
    ['so many days after they were answered', { followedUpOn: '2026-11-20' }, '2026-11-27'],
    ['after the session, when they were answered on its day', { followedUpOn: '2026-11-16' }, '2026-11-23'],
    ['after the session, when they were answered before it', { followedUpOn: '2026-11-10' }, '2026-11-23'],
    ['on no day, when it ended on none', { endedOn: 'yesterday' }, undefined],
  ])('%s', (_when, more, due) => {
    expect(dueOn({ ...ended, ...more })).toBe(due)
  })

  test('on no day without a session, or without a signed rhythm', () => {
    expect(dueOn(at('integrating', { followUpEveryDays: 7 }))).toBeUndefined()
    expect(dueOn(at('integrating', { endedOn: '2026-11-16' }))).toBeUndefined()
    expect(dueOn(at('integrating'))).toBeUndefined()
  })
})

test('a break from nobody knows where is gone on with by a clinician', () => {
  expect(nextThing(at('paused'), TODAY)).toBe('paused')
})

describe('of somebody who paused or left after a dose', () => {
  const LEFT = {
    state: 'discharged',
    isDosed: true,
    sessionOn: '2026-11-22',
    isNextDayToldOf: false,
  } as const

  test.each(['paused', 'completed', 'discharged'] as const)('%s: the open session goes on', (state) => {
    expect(nextThing({ ...LEFT, state }, '2026-11-22')).toBe('in-session')
    expect(nextThing({ ...LEFT, state, pausedFrom: 'recovering' }, '2026-11-22')).toBe('resting')
  })

  test.each([
    ['2026-11-22', 'resting'],
    ['2026-11-23', 'next-day'],
    ['2026-11-24', 'left'],
  ])('closed on the 22nd, on %s it is %s', (today, next) => {
    expect(nextThing({ ...LEFT, endedOn: '2026-11-22' }, today)).toBe(next)
  })

  test('once the next day was told of, the end is what it is', () => {
    const told = { ...LEFT, endedOn: '2026-11-22', isNextDayToldOf: true }
    expect(nextThing(told, '2026-11-22')).toBe('left')
    expect(nextThing({ ...told, state: 'paused', pausedFrom: 'integrating' }, '2026-11-23')).toBe('paused')
  })

  test('without a dose, or where nobody knows of one, there is nothing to watch', () => {
    expect(nextThing({ ...LEFT, isDosed: false }, '2026-11-22')).toBe('left')
    expect(nextThing(at('discharged', { sessionOn: '2026-11-22' }), '2026-11-22')).toBe('left')
  })
})
