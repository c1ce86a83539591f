import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type Appointment,
  integrationCheck,
  integrationWindow,
  placeOf,
  type Standing,
  type TherapistRequirement,
  WAYS_ON,
} from './integration-window.ts'

const HOUR = 3_600_000
const limits = { windowFromHours: 24, windowToHours: 72 }
const ended = Date.UTC(2026, 10, 20, 21)
const windowOf = (recordedAt: number = ended) => {
  const window = integrationWindow({ plannedAt: ended, recordedAt }, limits)
  if (!window) throw new Error('these limits are signed')
  return window
}

describe('where an appointment falls', () => {
  test.each([
    [-1, 'before-the-end'],
    [0, 'earlier'],
    [20, 'earlier'],
    [24 - 1 / HOUR, 'earlier'],
    [24, 'inside'],
    [72, 'inside'],
    [72 + 1 / HOUR, 'later'],
    [400, 'later'],
  ])('%d hours after the end: %s', (hours, place) => {
    expect(placeOf(ended + hours * HOUR, windowOf())).toBe(place)
  })

  test('is worked out anew when the session ended later than planned', () => {
    const appointment = ended + 24.5 * HOUR
    const planned = integrationWindow({ plannedAt: ended }, limits)
    expect(planned).toMatchObject({ by: 'planned' })
    expect(planned && placeOf(appointment, planned)).toBe('inside')
    expect(windowOf(ended + HOUR)).toMatchObject({ by: 'recorded', endedAt: ended + HOUR })
    expect(placeOf(appointment, windowOf(ended + HOUR))).toBe('earlier')
  })
})

test.each([
  ['nobody signed the hours', {}],
  ['only one end is signed', { windowFromHours: 24 }],
  ['only the other end is signed', { windowToHours: 72 }],
  ['it would end before it begins', { windowFromHours: 72, windowToHours: 24 }],
  ['it would begin before the session ends', { windowFromHours: -1, windowToHours: 24 }],
])('there is no window when %s', (_why, signed) => {
  expect(integrationWindow({ plannedAt: ended }, signed)).toBeUndefined()
})

test.each([
  ['from the end of the session on', 0, 72],
  ['at one hour', 24, 24],
])('there is a window %s', (_which, windowFromHours, windowToHours) => {
  expect(integrationWindow({ plannedAt: ended }, { windowFromHours, windowToHours })).toMatchObject({
    ...{ fromAt: ended + windowFromHours * HOUR, toAt: ended + windowToHours * HOUR },
  })
})

describe('hours are elapsed hours', () => {
  test.each([
    ['the night clocks go back', '2026-10-31T20:00', '2026-11-01T19:00'],
    ['the night clocks go forward', '2026-03-07T20:00', '2026-03-08T21:00'],
    ['an ordinary night', '2026-11-20T20:00', '2026-11-21T20:00'],
  ])('over %s, in New York', (_night, end, opens) => {
    const at = (local: string) =>
      Temporal.PlainDateTime.from(local).toZonedDateTime('America/New_York').epochMilliseconds
    expect(integrationWindow({ plannedAt: at(end) }, limits)?.fromAt).toBe(at(opens))
  })

  test('and so the same wherever and whenever the session was', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 0, max: 500 * HOUR }), (a, b, later) => {
        const place = (end: number) => placeOf(end + later, windowOf(end))
        expect(place(a)).toBe(place(b))
      }),
    )
  })
})

const booked = (hours: number, state: Appointment['state'] = 'booked', id = 'a'): Appointment => ({
  id,
  startsAt: ended + hours * HOUR,
  state,
})
const check = (
  appointments: Appointment[],
  { requirement = 'essential' as TherapistRequirement, isDeclined = false, nowHours = 1 } = {},
) => integrationCheck(requirement, windowOf(), appointments, isDeclined, ended + nowHours * HOUR)

describe('how things stand', () => {
  test.each<[string, Standing, Appointment[], Parameters<typeof check>[1]]>([
    ['an appointment is booked', 'booked', [booked(48)], {}],
    ['it is earlier than the plan says, which is not refused', 'booked', [booked(20)], {}],
    ['it took place', 'kept', [booked(48, 'kept')], { nowHours: 80 }],
    ['its time has passed and nobody said', 'to-be-recorded', [booked(48)], { nowHours: 49 }],
    ['its time is now', 'booked', [booked(48)], { nowHours: 48 }],
    ['one was kept, another is open', 'kept', [booked(30, 'kept', 'b'), booked(48)], { nowHours: 31 }],
    [
      'one has passed unrecorded, another stands',
      'booked',
      [booked(30, 'booked', 'b'), booked(60)],
      { nowHours: 40 },
    ],
    ['it lies beyond the hours', 'later-than-planned', [booked(80)], {}],
    ['it took place beyond the hours', 'later-than-planned', [booked(80, 'kept')], { nowHours: 90 }],
    ['one beyond the hours was called off', 'none', [booked(80, 'cancelled-by-patient')], {}],
    ['the therapist called off', 'cancelled-by-therapist', [booked(48, 'cancelled-by-therapist')], {}],
    [
      'the therapist called off and another is booked',
      'booked',
      [booked(48, 'cancelled-by-therapist', 'b'), booked(50)],
      {},
    ],
    ['the patient called off', 'none', [booked(48, 'cancelled-by-patient')], {}],
    ['the patient said not this time', 'declined', [], { isDeclined: true }],
    ['declined, but booked all the same', 'booked', [booked(48)], { isDeclined: true }],
    ['the only one lies before the session ends', 'none', [booked(-2)], {}],
    ['one begins as the session ends', 'booked', [booked(0)], { nowHours: 0 }],
    ['it begins in the last hour there is', 'booked', [booked(72)], {}],
    ['there is none', 'none', [], {}],
  ])('when %s: %s', (_when, standing, appointments, options) => {
    expect(check(appointments, options).standing).toBe(standing)
  })

  test('says which appointment stands and where it falls', () => {
    expect(check([booked(60, 'booked', 'late'), booked(20, 'booked', 'early')]).appointment).toEqual({
      id: 'early',
      place: 'earlier',
    })
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const)
      expect(check(ids.map((id) => booked(30, 'booked', id))).appointment?.id).toBe('a')
    expect(check([]).appointment).toBeUndefined()
  })

  test('is not signed without signed hours, whatever is booked', () => {
    expect(integrationCheck('essential', undefined, [booked(48)], false, ended)).toEqual({
      standing: 'not-signed',
      outcome: 'unknown',
      waysOn: [],
    })
  })
})

describe('what follows', () => {
  test.each<[string, Appointment[], boolean, string, string, string]>([
    ['a booked appointment', [booked(48)], false, 'clear', 'clear', 'clear'],
    ['a kept one', [booked(30, 'kept')], false, 'clear', 'clear', 'clear'],
    ['a later one', [booked(80)], false, 'inform', 'advise', 'review'],
    [
      'a therapist who called off',
      [booked(48, 'cancelled-by-therapist')],
      false,
      'inform',
      'advise',
      'review',
    ],
    ['"not this time"', [], true, 'clear', 'inform', 'review'],
    ['no appointment', [], false, 'inform', 'advise', 'review'],
  ])('%s: optional, strongly advised, essential', (_what, appointments, isDeclined, ...outcomes) => {
    const requirements = ['optional', 'strongly-advised', 'essential'] as const
    expect(
      requirements.map((requirement) => check(appointments, { requirement, isDeclined }).outcome),
    ).toEqual(outcomes)
  })

  test('an appointment nobody has recorded is not taken for one that was kept', () => {
    expect(check([booked(48)], { nowHours: 60 }).outcome).toBe('unknown')
    expect(check([booked(48)], { nowHours: 60, requirement: 'optional' }).outcome).toBe('inform')
  })

  test('a therapist who called off opens every way on, and nothing else does', () => {
    expect(check([booked(48, 'cancelled-by-therapist')]).waysOn).toEqual(WAYS_ON)
    expect(check([]).waysOn).toEqual([])
  })

  test('is the same in whatever order the appointments come, never a block, and never milder for a stricter plan', () => {
    const state = fc.constantFrom<Appointment['state']>(
      'booked',
      'kept',
      'cancelled-by-therapist',
      'cancelled-by-patient',
    )
    const appointments = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        startsAt: fc.integer({ min: -5, max: 90 }).map((h) => ended + h * HOUR),
        state,
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    )
    const strength = ['clear', 'inform', 'advise', 'review', 'unknown']
    fc.assert(
      fc.property(
        appointments,
        fc.boolean(),
        fc.integer({ min: 0, max: 90 }),
        (list, isDeclined, nowHours) => {
          const of = (requirement: TherapistRequirement, from = list) =>
            check(from, { requirement, isDeclined, nowHours })
          expect(of('essential', [...list].reverse())).toEqual(of('essential'))
          const ranks = (['optional', 'strongly-advised', 'essential'] as const).map((r) =>
            strength.indexOf(of(r).outcome),
          )
          expect(ranks).not.toContain(-1)
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        },
      ),
    )
  })
})
