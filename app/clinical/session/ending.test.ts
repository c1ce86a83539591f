import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import {
  ALL_YES,
  dosed,
  measuredWell,
  NUMBERS,
  of,
  type Room,
  readyToDose,
  record,
  why,
} from '../../../tests/recording.ts'
import { ENDING_NUMBERS, type EndingLimits, endingLimits, lowestOxygen } from './ending.ts'
import type { Happening } from './events.ts'
import type { SessionNumbers } from './phases.ts'
import { openAlerts } from './state.ts'

const SIGNED = NUMBERS.ending ?? {}
const ending = (but: EndingLimits): SessionNumbers => ({ ...NUMBERS, ending: { ...SIGNED, ...but } })
/** With an oximeter, as most have. */
const MEASURED = ending({ mayGoWithout: [] })

const vitals = (readings: Record<string, number>): Happening => ({ kind: 'vitals', readings })
const pressure = (systolicMmHg: number, diastolicMmHg: number) => vitals({ systolicMmHg, diastolicMmHg })
const distress = (points: number): Happening => ({ kind: 'distress', points })

/** A session with an own oxygen of 98 from before the dose, and the list whole at 130. */
function listed(...happened: readonly [Happening, number][]): Room {
  const room = readyToDose()
  record(room, room.support, vitals({ oxygenPercent: 98 }), -4)
  record(room, room.support, { kind: 'dose-started', units: 1 }, 0)
  for (const [what, minute] of happened) record(room, room.support, what, minute)
  record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 130)
  return room
}
const close = (room: Room, numbers = MEASURED, minute = 131) =>
  why(room, room.support, { kind: 'closed' }, minute, numbers)
const well = (readings: Record<string, number> = {}): [Happening, number] => [
  vitals({ systolicMmHg: 124, diastolicMmHg: 78, oxygenPercent: 97, ...readings }),
  125,
]
const CALM: [Happening, number] = [distress(2), 126]

describe('a session is not closed, list or no list,', () => {
  test.each<[Record<string, number>, string | undefined]>([
    [{ systolicMmHg: 139 }, undefined],
    [{ systolicMmHg: 140 }, undefined],
    [{ systolicMmHg: 141 }, 'readings-outside'],
    [{ systolicMmHg: 198, diastolicMmHg: 119, oxygenPercent: 88 }, 'readings-outside'],
    [{ systolicMmHg: 91 }, undefined],
    [{ systolicMmHg: 90 }, undefined],
    [{ systolicMmHg: 89 }, 'readings-outside'],
    [{ diastolicMmHg: 89 }, undefined],
    [{ diastolicMmHg: 90 }, undefined],
    [{ diastolicMmHg: 91 }, 'readings-outside'],
    [{ oxygenPercent: 97 }, undefined],
    [{ oxygenPercent: 96 }, undefined],
    [{ oxygenPercent: 95 }, 'readings-outside'],
    [{ diastolicMmHg: 130 }, 'readings-missing'],
    [{ diastolicMmHg: 124 }, 'readings-missing'],
  ])('with %j last: %s', (readings, reason) => {
    expect(close(listed(well(readings), CALM))).toBe(reason)
  })

  test.each([
    [94, undefined],
    [93, 'readings-outside'],
  ])('with oxygen at %d, however low the person’s own: %s', (oxygenPercent, reason) => {
    const room = readyToDose()
    record(room, room.support, vitals({ oxygenPercent: 95 }), -4)
    record(room, room.support, { kind: 'dose-started', units: 1 }, 0)
    record(room, room.support, ...well({ oxygenPercent }))
    record(room, room.support, ...CALM)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 130)
    expect(close(room)).toBe(reason)
  })

  test.each([
    [3, undefined],
    [4, undefined],
    [5, 'distress-high'],
  ])('with distress at %d: %s', (points, reason) => {
    expect(close(listed(well(), [distress(points), 126]))).toBe(reason)
  })

  test('on what was not measured since the reading that was due last', () => {
    expect(close(listed())).toBe('readings-missing')
    expect(close(listed(CALM))).toBe('readings-missing')
    expect(close(listed(well()))).toBe('distress-missing')
    const at = (minute: number) => listed([well()[0], minute], [distress(2), minute])
    expect(close(at(39))).toBe('readings-missing')
    expect(close(at(40))).toBeUndefined()
    expect(close(at(41))).toBeUndefined()
    expect(close(listed([well()[0], 60], [distress(2), 39]))).toBe('distress-missing')
    const later = ending({ mayGoWithout: [], readingAtMinutes: [0, 40, 131] })
    expect(close(at(60), later, 130.9)).toBeUndefined()
    expect(close(at(60), later, 131)).toBe('readings-missing')
    expect(close(listed([vitals({ systolicMmHg: 120, diastolicMmHg: 80 }), 125], CALM))).toBe(
      'readings-missing',
    )
    expect(close(listed([vitals({ oxygenPercent: 98 }), 125], CALM))).toBe('readings-missing')
  })

  test.each([
    ['both at their minute', 40, 40, undefined],
    ['the pressure before it', 39, 125, 'readings-missing'],
    ['the oxygen before it', 125, 39, 'readings-missing'],
  ])('where the reading due last was taken apart, %s', (_what, pressureAt, oxygenAt, reason) => {
    const apart = listed([pressure(124, 78), pressureAt], [vitals({ oxygenPercent: 97 }), oxygenAt], CALM)
    expect(close(apart)).toBe(reason)
  })

  test('on a reading from before more was taken', () => {
    const room = listed(well(), CALM)
    record(room, room.support, { kind: 'more-taken' }, 132)
    expect(of(room).measured.any).toEqual({ oxygenBeforePercent: 98 })
  })

  test('on a good reading after which came a bad one, and it is on the other way round', () => {
    expect(close(listed(well(), [pressure(160, 95), 127], CALM))).toBe('readings-outside')
    expect(close(listed([pressure(198, 119), 120], well(), CALM))).toBeUndefined()
  })

  test('where nobody knows the person’s own oxygen, unless the protocol lets them go without', () => {
    const room = dosed()
    measuredWell(room, 125)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 130)
    expect(close(room)).toBe('readings-missing')
    expect(close(room, NUMBERS)).toBeUndefined()
  })

  test('where the protocol lets somebody go without, what was measured counts all the same', () => {
    const without = ending({ mayGoWithout: ['blood-pressure', 'oxygen'] })
    expect(close(listed(CALM), without)).toBeUndefined()
    expect(close(listed(CALM, [pressure(150, 80), 127]), without)).toBe('readings-outside')
    expect(close(listed(CALM, [vitals({ oxygenPercent: 90 }), 127]), without)).toBe('readings-outside')
  })

  test.each(ENDING_NUMBERS)('as long as nobody signed %s', (name) => {
    const { [name]: _, ...unsigned } = { ...SIGNED }
    const { ending: __, ...none } = NUMBERS
    for (const numbers of [{ ...NUMBERS, ending: unsigned }, none]) {
      const room = listed(well(), CALM)
      // It should never have been started, and a clinician has seen that.
      for (const { key: alert } of openAlerts(of(room, numbers)))
        record(room, room.practice, { kind: 'alert-settled', alert }, 130)
      expect(close(room, numbers)).toBe('not-signed')
    }
  })

  test('on a good reading in a log that does not verify; a bad one there counts', () => {
    const room = listed([pressure(150, 80), 120])
    room.support.log.pop()
    room.support.record(well()[0], 125)
    const { any, verified } = of(room).measured
    expect(any.pressure?.systolicMmHg).toBe(124)
    expect(verified.pressure?.systolicMmHg).toBe(124)
    const last = room.support.log.at(-1)
    if (last) room.support.log[room.support.log.length - 1] = { ...last, hash: 'x' }
    expect(of(room).measured.any.pressure?.systolicMmHg).toBe(124)
    expect(of(room).measured.verified.pressure?.systolicMmHg).toBe(150)
  })
})

const OXYGEN: EndingLimits = { lowestOxygenPercent: 94, oxygenFallPercent: 2 }
test.each<[string, EndingLimits, number | undefined, number | undefined]>([
  ['the signed one', OXYGEN, 95, 94],
  ['so much under their own as signed', OXYGEN, 97, 95],
  ['nobody can say without their own', OXYGEN, undefined, undefined],
  ['the signed one where they may go without', { ...OXYGEN, mayGoWithout: ['oxygen'] }, undefined, 94],
  ['nobody can say without the other', { ...OXYGEN, mayGoWithout: ['blood-pressure'] }, undefined, undefined],
  ['nobody can say unsigned', { oxygenFallPercent: 2 }, 97, undefined],
  ['nor with no fall signed', { lowestOxygenPercent: 94, mayGoWithout: ['oxygen'] }, undefined, undefined],
])('the lowest oxygen to end on: %s', (_what, limits, own, lowest) => {
  expect(lowestOxygen(limits, own)).toBe(lowest)
})

describe('a clinician', () => {
  const OPEN = { ...ALL_YES, 'end-pressure': 0, 'end-oxygen': 0, 'end-calm': 0 }
  const endBy = (room: Room, reason?: string, device = room.practice) =>
    why(room, device, { kind: 'closed', ...(reason !== undefined && { reason }) }, 131, MEASURED)

  test('ends it with a reason on what was measured as it is, and nobody else does', () => {
    const room = listed([pressure(152, 88), 125], [distress(6), 126])
    expect(endBy(room)).toBe('readings-outside')
    expect(endBy(room, ' ')).toBe('readings-outside')
    expect(endBy(room, 'this is their usual pressure', room.support)).toBe('readings-outside')
    expect(endBy(room, 'this is their usual pressure')).toBeUndefined()
    record(room, room.practice, { kind: 'closed', reason: 'this is their usual pressure' }, 131)
    expect(of(room, MEASURED).stage).toBe('complete')
  })

  test('also where whoever is there says on the list that it is not so; no other point is passed over', () => {
    const room = listed()
    record(room, room.support, { kind: 'end-list', answers: OPEN }, 130)
    expect(endBy(room, 'looked at by phone')).toBeUndefined()
    for (const point of ['awake', 'walks', 'no-vomiting', 'company', 'no-driving']) {
      record(room, room.support, { kind: 'end-list', answers: { ...OPEN, [`end-${point}`]: 0 } }, 130)
      expect(endBy(room, 'looked at by phone')).toBe('end-list-open')
    }
  })

  test('ends it neither early, nor past an alert, nor with nobody there', () => {
    const room = listed(well(), CALM)
    expect(why(room, room.practice, { kind: 'closed', reason: 'well' }, 119)).toBe('too-early')
    record(room, room.patient, { kind: 'not-safe' }, 131)
    expect(endBy(room, 'well')).toBe('alert-open')
    record(room, room.support, { kind: 'support-person-gone' }, 131)
    expect(endBy(room, 'well')).toBe('support-person-gone')
  })
})

test('the numbers of the end are the signed ones, and what is not signed is not there', () => {
  expect(endingLimits(INVENTED_LIMITS)).toEqual({
    ...INVENTED_LIMITS.vitals.after,
    readyToEndPoints: INVENTED_LIMITS.instruments.suds.readyToEndPoints,
    readingAtMinutes: INVENTED_LIMITS.vitals.during.readingAtMinutes,
    mayGoWithout: INVENTED_LIMITS.vitals.before.mayGoWithout,
  })
  expect(endingLimits({})).toEqual({})
})
