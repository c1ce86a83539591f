import { expect, test } from 'vitest'
import { Device } from '../../../tests/recording.ts'
import { countsAlways, type HappeningKind, instantOf, knewOf, refOf } from './events.ts'

test('of a device’s own events, the later knows of the earlier and not the other way round', () => {
  const phone = new Device('patient')
  const [first, second] = [phone.record({ kind: 'preparing' }, 0), phone.record({ kind: 'stop' }, 1)]
  expect([knewOf(second, first), knewOf(first, second), knewOf(first, first)]).toEqual([true, false, false])
})

test('of another device’s events, those that had been received are known, up to the last of them', () => {
  const [phone, other] = [new Device('support-person'), new Device('patient')]
  const before = phone.record({ kind: 'comfort-needed' }, 0)
  const told = [other.record({ kind: 'preparing' }, 1), other.record({ kind: 'stop' }, 2)]
  phone.hear(other)
  const after = phone.record({ kind: 'comfort-needed' }, 3)
  const later = other.record({ kind: 'help-asked' }, 4)
  expect(told.map((event) => knewOf(before, event))).toEqual([false, false])
  expect([...told, later].map((event) => knewOf(after, event))).toEqual([true, true, false])
})

test('an event is named by its device and its place on it', () => {
  expect(refOf({ deviceId: 'patient', sequence: 3 })).toBe('patient/3')
})

test('the moment is the server’s where the two clocks were compared, and else the device’s own', () => {
  expect(instantOf({ deviceAt: 10_000, clockOffsetMs: -4_000 })).toBe(6_000)
  expect(instantOf({ deviceAt: 10_000 })).toBe(10_000)
})

test('what happened in the room, and what asks for more care, counts whatever else is true', () => {
  const kinds: Record<HappeningKind, boolean> = {
    ...{ held: true, aborted: true, paused: true, stop: true },
    ...{ 'dose-started': true, 'more-taken': true, 'support-person-gone': true },
    ...{
      'comfort-needed': true,
      'stands-up': true,
      distress: true,
      vitals: true,
      'help-asked': true,
      'not-safe': true,
      tonight: true,
      emergency: true,
    },
    ...{ preparing: false, judged: false, opened: false, 'line-checked': false, 'made-ready': false },
    ...{ 'offline-announced': false, resumed: false, released: false, 'look-in': false },
    ...{ 'call-answered': false, 'support-person-back': false, 'alert-settled': false },
    ...{ 'end-list': false, closed: false },
  }
  const counted = (Object.keys(kinds) as HappeningKind[]).map((kind) => [kind, countsAlways(kind)])
  expect(Object.fromEntries(counted)).toEqual(kinds)
})
