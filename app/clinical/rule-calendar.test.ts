import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar-day.ts'
import {
  type CalendarFacts,
  type CalendarLimits,
  isClosed,
  ruleCalendar,
  type Status,
  statusOf,
} from './rule-calendar.ts'

const today = '2026-11-22'
/** The extension of 90 FR 61301, as data. */
const extension = { key: 'temp-ext-2026', states: 'all', fromOn: '2026-01-01', endsOn: '2026-12-31' } as const

const facts: CalendarFacts = {
  stateOfLocation: 'NJ',
  bases: [extension],
  licences: [{ state: 'NJ', endsOn: '2027-06-30' }],
  pdmpQueries: [{ state: 'NJ', on: today }],
  consents: [{ key: 'treatment', version: '2', fromOn: '2026-10-01', endsOn: 'no-end' }],
  reEvaluationDueOn: '2027-02-01',
  protocol: { fromOn: '2026-06-01', endsOn: '2027-06-01' },
}
const limits: CalendarLimits = {
  noticeDays: 30,
  pdmpMaxAgeDays: 1,
  requiredConsents: [{ key: 'treatment', version: '2' }],
}
const status = (
  subject: string,
  but: Partial<CalendarFacts> = {},
  on = today,
  signed: CalendarLimits = limits,
) => ruleCalendar({ ...facts, ...but }, signed, on).find((entry) => entry.subject === subject)?.status

describe('a term', () => {
  test.each<[string, string]>([
    ['2025-12-31', 'not-yet'],
    ['2026-01-01', 'open'],
    ['2026-11-22', 'open'],
    ['2026-11-30', 'open'],
    ['2026-12-01', 'closes in 30'],
    ['2026-12-30', 'closes in 1'],
    ['2026-12-31', 'closes in 0'],
    ['2027-01-01', 'past'],
    ['not a day', 'unreadable'],
  ])('from 2026-01-01 to 2026-12-31, on %s: %s', (on, expected) => {
    const said = (one: Status) =>
      one.state === 'closed' ? one.reason : one.state === 'closes' ? `closes in ${one.daysLeft}` : 'open'
    expect(said(statusOf(extension, on, 30))).toBe(expected)
  })

  test.each<[string, Parameters<typeof statusOf>[0], Status]>([
    ['nobody gave', {}, { state: 'closed', reason: 'not-given' }],
    ['has only a beginning', { fromOn: '2026-01-01' }, { state: 'closed', reason: 'not-given' }],
    ['was given no end', { endsOn: 'no-end' }, { state: 'open' }],
    [
      'has not begun and has no end',
      { fromOn: '2027-01-01', endsOn: 'no-end' },
      { state: 'closed', reason: 'not-yet' },
    ],
    ['ends on no day', { endsOn: '2026-02-30' }, { state: 'closed', reason: 'unreadable' }],
    ['begins on no day', { fromOn: 'soon', endsOn: '2027-01-01' }, { state: 'closed', reason: 'unreadable' }],
  ])('that %s', (_what, term, expected) => {
    expect(statusOf(term, today, 30)).toEqual(expected)
  })

  test('is told to close all along when nobody signed how long before', () => {
    expect(statusOf(extension, today, undefined)).toEqual({
      state: 'closes',
      endsOn: '2026-12-31',
      daysLeft: 39,
    })
  })

  test('is closed after its end for good, and no day is both', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days) ?? today)
    fc.assert(
      fc.property(day, day, fc.nat(60), (on, endsOn, notice) => {
        const { state } = statusOf({ endsOn }, on, notice)
        expect(state === 'closed').toBe(on > endsOn)
        if (state === 'open') expect(on < endsOn).toBe(true)
      }),
    )
  })
})

test('when everything is in force nothing is closed, and what ends first stands first', () => {
  const entries = ruleCalendar(facts, limits, today)
  expect(isClosed(entries)).toBe(false)
  expect(entries.map(({ subject, status: { state } }) => [subject, state])).toEqual([
    ['pdmp-query', 'closes'],
    ['telehealth-basis', 'open'],
    ['re-evaluation', 'open'],
    ['protocol', 'open'],
    ['licence', 'open'],
    ['consent', 'open'],
  ])
})

test('each entry is named by what it is for, and of two that end together the first by name stands first', () => {
  const day = '2027-02-01'
  const alike: CalendarFacts = {
    ...facts,
    licences: [{ state: 'NJ', endsOn: day }],
    protocol: { endsOn: day },
    reEvaluationDueOn: day,
    inPersonVisit: { endsOn: day },
  }
  const named = (some: CalendarFacts, signed = limits) =>
    ruleCalendar(some, signed, today).map(({ subject, key }) => `${subject} ${key}`)
  expect(named(alike)).toEqual([
    'pdmp-query pdmp-query',
    'telehealth-basis telehealth-basis',
    'in-person-visit in-person-visit',
    'licence NJ',
    'protocol protocol',
    're-evaluation re-evaluation',
    'consent treatment',
  ])
  const { stateOfLocation: _, ...nowhere } = facts
  const { requiredConsents: __, ...noConsents } = limits
  expect(named(nowhere, noConsents)).toEqual(expect.arrayContaining(['licence licence', 'consent consent']))
})

test('a day that is none closes what has no end, too', () => {
  expect(statusOf({ endsOn: 'no-end' }, 'today', 30)).toEqual({ state: 'closed', reason: 'unreadable' })
})

test('consents nobody signed are one entry, and it is closed', () => {
  const { requiredConsents: _, ...signed } = limits
  expect(ruleCalendar(facts, signed, today).filter(({ subject }) => subject === 'consent')).toEqual([
    { subject: 'consent', key: 'consent', status: { state: 'closed', reason: 'not-signed' } },
  ])
})

test('after the extension has ended only an order on another ground is open', () => {
  const on = '2027-01-01'
  expect(status('telehealth-basis', {}, on)).toEqual({ state: 'closed', reason: 'past' })
  expect(ruleCalendar(facts, limits, on)[0]?.status.state).toBe('closed')
  const inPerson = { key: 'in-person', states: ['NJ'], fromOn: '2026-12-01', endsOn: 'no-end' } as const
  expect(status('telehealth-basis', { bases: [extension, inPerson] }, on)).toEqual({ state: 'open' })
  expect(status('telehealth-basis', { bases: [inPerson, extension], stateOfLocation: 'FL' }, on)).toEqual({
    ...{ state: 'closed', reason: 'past' },
  })
})

describe('closed, with the reason:', () => {
  const reasons: [string, string, Partial<CalendarFacts>, string][] = [
    ['telehealth-basis', 'there is none', { bases: [] }, 'not-given'],
    ['telehealth-basis', 'none for this state', { bases: [{ ...extension, states: ['FL'] }] }, 'not-here'],
    ['licence', 'there is none', { licences: [] }, 'not-given'],
    ['licence', 'none for this state', { licences: [{ state: 'FL', endsOn: '2030-01-01' }] }, 'not-here'],
    ['licence', 'its end is not known', { licences: [{ state: 'NJ' }] }, 'not-given'],
    ['licence', 'it ended', { licences: [{ state: 'NJ', endsOn: '2026-11-21' }] }, 'past'],
    ['pdmp-query', 'nobody asked', { pdmpQueries: [] }, 'not-given'],
    ['pdmp-query', 'another state was asked', { pdmpQueries: [{ state: 'FL', on: today }] }, 'not-here'],
    ['pdmp-query', 'it is too old', { pdmpQueries: [{ state: 'NJ', on: '2026-11-20' }] }, 'past'],
    ['pdmp-query', 'it lies ahead', { pdmpQueries: [{ state: 'NJ', on: '2026-11-23' }] }, 'not-yet'],
    ['pdmp-query', 'its day is none', { pdmpQueries: [{ state: 'NJ', on: 'today' }] }, 'unreadable'],
    ['consent', 'it was never given', { consents: [] }, 'not-given'],
    [
      'consent',
      'an older text was signed',
      { consents: [{ key: 'treatment', version: '1', endsOn: 'no-end' }] },
      'older-version',
    ],
    [
      'consent',
      'another was signed',
      { consents: [{ key: 'privacy', version: '2', endsOn: 'no-end' }] },
      'not-given',
    ],
    [
      'protocol',
      'it is not signed yet',
      { protocol: { fromOn: '2026-11-23', endsOn: '2027-11-23' } },
      'not-yet',
    ],
    ['re-evaluation', 'it was due yesterday', { reEvaluationDueOn: '2026-11-21' }, 'past'],
    ['in-person-visit', 'the last one was too long ago', { inPersonVisit: { endsOn: '2026-11-01' } }, 'past'],
  ]
  test.each(reasons)('%s, when %s', (subject, _when, but, reason) => {
    expect(status(subject, but)).toEqual({ state: 'closed', reason })
    expect(isClosed(ruleCalendar({ ...facts, ...but }, limits, today))).toBe(true)
  })

  test('everything that depends on it, when nobody knows where the person is', () => {
    const { stateOfLocation: _, ...unknown } = facts
    const shut = ruleCalendar(unknown, limits, today).filter((entry) => entry.status.state === 'closed')
    expect(shut.map(({ subject }) => subject).sort()).toEqual(['licence', 'pdmp-query', 'telehealth-basis'])
    for (const { status: found } of shut) expect(found).toMatchObject({ reason: 'place-not-given' })
  })

  test('everything, when nothing is known at all', () => {
    const entries = ruleCalendar({}, {}, today)
    expect(entries).toHaveLength(6)
    expect(entries.every((entry) => entry.status.state === 'closed')).toBe(true)
    expect(status('pdmp-query', {}, today, {})).toEqual({ state: 'closed', reason: 'not-signed' })
    expect(status('consent', {}, today, {})).toEqual({ state: 'closed', reason: 'not-signed' })
  })
})

describe('a look-up in the monitoring programme, good for one day', () => {
  test.each([
    ['2026-11-22', { state: 'closes', endsOn: '2026-11-23', daysLeft: 1 }],
    ['2026-11-21', { state: 'closes', endsOn: '2026-11-22', daysLeft: 0 }],
    ['2026-11-20', { state: 'closed', reason: 'past' }],
  ])('made on %s', (on, expected) => {
    expect(status('pdmp-query', { pdmpQueries: [{ state: 'NJ', on }] })).toEqual(expected)
  })

  test('the latest counts', () => {
    const pdmpQueries = ['2026-10-01', '2026-11-22', '2026-11-01'].map((on) => ({ state: 'NJ', on }))
    expect(status('pdmp-query', { pdmpQueries })).toMatchObject({ daysLeft: 1 })
  })
})

describe('a consent that was withdrawn', () => {
  const consent = { key: 'treatment', version: '2', endsOn: 'no-end' } as const
  test.each([
    ['2026-11-21', { state: 'closed', reason: 'withdrawn' }],
    ['2026-11-22', { state: 'closed', reason: 'withdrawn' }],
    ['2026-11-23', { state: 'open' }],
    ['whenever', { state: 'closed', reason: 'withdrawn' }],
  ])('on %s', (withdrawnOn, expected) => {
    expect(status('consent', { consents: [{ ...consent, withdrawnOn }] })).toEqual(expected)
  })

  test('and given again is in force', () => {
    const again = { ...consent, fromOn: '2026-11-10' }
    expect(status('consent', { consents: [{ ...consent, withdrawnOn: '2026-11-01' }, again] })).toEqual({
      state: 'open',
    })
  })
})

test('the order things were recorded in does not matter', () => {
  const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days) ?? today)
  const licence = fc.record({ state: fc.constantFrom('NJ', 'FL'), fromOn: day, endsOn: day })
  fc.assert(
    fc.property(fc.array(licence, { maxLength: 5 }), (licences) => {
      expect(ruleCalendar({ ...facts, licences: [...licences].reverse() }, limits, today)).toEqual(
        ruleCalendar({ ...facts, licences }, limits, today),
      )
    }),
  )
})
