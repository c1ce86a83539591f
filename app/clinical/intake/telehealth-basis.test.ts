import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIGNED } from '../../../tests/ordinary-patient.ts'
import { addDays } from '../calendar-day.ts'
import { type CalendarFacts, ruleCalendar } from '../rule-calendar.ts'
import { shownInForm, splitBasis } from './clinician-form.ts'
import { intakeFactsOf } from './facts-of.ts'
import {
  type BasisRecord,
  basisFacts,
  basisOn,
  calendarBases,
  mayBeWithoutEnd,
  TELEHEALTH_BASES,
} from './telehealth-basis.ts'

/** Of the rule of 31 December 2025. */
const LAST_DAY = '2026-12-31'
const extension: BasisRecord = {
  ...{ basis: 'temporary-extension', state: 'NJ' },
  ...{ fromOn: '2026-01-01', endsOn: LAST_DAY },
}
const inPerson: BasisRecord = { ...extension, basis: 'in-person', fromOn: '2026-12-01', endsOn: null }

const onCalendar = (records: readonly BasisRecord[], day: string, state = 'NJ') => {
  const facts: CalendarFacts = { stateOfLocation: state, bases: calendarBases(records, day) }
  const found = ruleCalendar(facts, { noticeDays: 30 }, day).find((one) => one.subject === 'telehealth-basis')
  return found?.status
}
const factsOn = (records: readonly BasisRecord[], day: string, state = 'NJ') =>
  basisFacts(basisOn(records, state, day), day)

describe('a basis that ends on 31 December 2026', () => {
  test.each([
    ['2026-11-30', 31, 'open'],
    ['2026-12-01', 30, 'closes'],
    ['2026-12-30', 1, 'closes'],
    [LAST_DAY, 0, 'closes'],
    ['2027-01-01', -1, 'closed'],
  ])('on %s has %s days left for the rules, and is %s on the calendar', (day, left, state) => {
    expect(factsOn([extension], day)).toEqual({
      ...{ telehealthBasis: 'temporary-extension', telehealthBasisDaysLeft: left },
    })
    expect(onCalendar([extension], day)?.state).toBe(state)
  })

  test('holds from its first day on, and in its state alone', () => {
    expect(onCalendar([extension], '2025-12-31')).toEqual({ state: 'closed', reason: 'not-yet' })
    expect(factsOn([extension], '2025-12-31').telehealthBasis).toBeUndefined()
    expect(onCalendar([extension], '2026-01-01')?.state).toBe('open')
    expect(onCalendar([extension], '2026-06-01', 'FL')).toEqual({ state: 'closed', reason: 'not-here' })
    expect(factsOn([extension], '2026-06-01', 'FL').telehealthBasis).toBeUndefined()
  })
})

describe('what is missing', () => {
  test.each(TELEHEALTH_BASES)(
    'a last day, of %s: only an evaluation in person goes on without one',
    (basis) => {
      const record = { ...extension, basis, endsOn: null }
      const isOpen = basis === 'in-person'
      expect(factsOn([record], '2026-06-01')).toEqual({
        ...{ telehealthBasis: basis, telehealthBasisDaysLeft: isOpen ? 'no-end' : undefined },
      })
      const reason = basis === 'none' ? 'none' : 'end-not-given'
      expect(onCalendar([record], '2026-06-01')).toEqual(
        isOpen ? { state: 'open' } : { state: 'closed', reason },
      )
      expect(mayBeWithoutEnd(basis)).toBe(isOpen || basis === 'none')
    },
  )

  test('the kind, as in what was recorded before it was asked: nothing to go by, whatever its days', () => {
    const old = { ...extension, basis: null }
    expect(factsOn([old], '2026-06-01')).toEqual({
      ...{ telehealthBasis: undefined, telehealthBasisDaysLeft: undefined },
    })
    expect(onCalendar([old], '2026-06-01')).toEqual({ state: 'closed', reason: 'kind-not-given' })
    expect(mayBeWithoutEnd(null)).toBe(false)
  })

  test('everything', () => {
    expect(factsOn([], '2026-06-01').telehealthBasis).toBeUndefined()
    expect(onCalendar([], '2026-06-01')).toEqual({ state: 'closed', reason: 'not-given' })
  })

  test('that there is none counts as none, with or without a day', () => {
    for (const endsOn of [null, LAST_DAY])
      expect(onCalendar([{ ...extension, basis: 'none', endsOn }], '2026-06-01')).toEqual({
        ...{ state: 'closed', reason: 'none' },
      })
  })
})

describe('of several', () => {
  test('the one recorded last counts from its first day on, and not before', () => {
    const records = [inPerson, extension]
    expect(basisOn(records, 'NJ', '2026-11-30')?.basis).toBe('temporary-extension')
    expect(basisOn(records, 'NJ', '2026-12-01')?.basis).toBe('in-person')
    expect(onCalendar(records, '2027-06-01')).toEqual({ state: 'open' })
  })

  test('a shorter one recorded last is not outlasted by the one before it', () => {
    const records = [extension, { ...inPerson, fromOn: '2026-01-01' }]
    expect(onCalendar(records, '2027-01-01')).toEqual({ state: 'closed', reason: 'past' })
    expect(factsOn(records, '2027-01-01').telehealthBasisDaysLeft).toBe(-1)
  })

  test('who says that there is none ends the one before, and a new one opens again', () => {
    const none: BasisRecord = { ...extension, basis: 'none', fromOn: '2026-03-01', endsOn: null }
    const again = { ...extension, fromOn: '2026-04-01' }
    expect(onCalendar([none, extension], '2026-02-28')?.state).toBe('open')
    expect(onCalendar([none, extension], '2026-03-01')).toEqual({ state: 'closed', reason: 'none' })
    expect(onCalendar([again, none, extension], '2026-03-31')).toEqual({ state: 'closed', reason: 'none' })
    expect(onCalendar([again, none, extension], '2026-04-01')?.state).toBe('open')
  })
})

test('rules and calendar never say two things of the same records', () => {
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(LAST_DAY, days) ?? LAST_DAY)
  const record = fc.record({
    basis: fc.constantFrom(...TELEHEALTH_BASES, null),
    state: fc.constantFrom('NJ', 'FL'),
    fromOn: day,
    endsOn: fc.option(day),
  })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 5 }), day, (bases, today) => {
      const facts = intakeFactsOf(
        {
          ...{ parts: {}, medicines: undefined, responses: {}, clinician: { stateOfLocation: 'NJ' }, bases },
          ...{ consentsInForce: [], ageYears: 40, hasSupportPersonOnRecord: false, today },
        },
        SIGNED,
      )
      const left = facts.telehealthBasisDaysLeft
      const holds = left === 'no-end' || (left !== undefined && left >= 0)
      expect(onCalendar(bases, today)?.state !== 'closed').toBe(holds)
    }),
  )
})

describe('the clinician’s form', () => {
  const rest = { weightKg: 70 }
  test.each([
    [{ telehealthBasis: 'va', telehealthBasisUntil: LAST_DAY }, { basis: 'va', endsOn: LAST_DAY }, false],
    [{ telehealthBasis: 'in-person' }, { basis: 'in-person', endsOn: null }, false],
    [{ telehealthBasis: { declined: 'now' } as const }, undefined, false],
    [{ telehealthBasis: 'a hunch' }, undefined, false],
    [{ telehealthBasisUntil: LAST_DAY }, undefined, true],
    [{}, undefined, false],
  ])('%j', (told, basis, isHalf) => {
    expect(splitBasis({ ...rest, ...told })).toEqual({ basis, isHalf, rest })
  })

  test('shows the basis as it stands; what an old sheet says of it only until one is recorded', () => {
    const old = { ...rest, telehealthBasis: 'va', telehealthBasisUntil: '2026-05-01' }
    expect(shownInForm(old, undefined)).toEqual(old)
    expect(shownInForm(old, { ...extension, basis: null })).toEqual(old)
    expect(shownInForm(old, inPerson)).toEqual({ ...rest, telehealthBasis: 'in-person' })
    expect(shownInForm(rest, extension)).toEqual({
      ...{ ...rest, telehealthBasis: 'temporary-extension', telehealthBasisUntil: LAST_DAY },
    })
  })
})
