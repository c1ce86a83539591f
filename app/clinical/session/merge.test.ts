import { describe, expect, test } from 'vitest'
import { type Device, devices, MINUTE, SESSION } from '../../../tests/recording.ts'
import type { SessionEvent } from './events.ts'
import { merge } from './merge.ts'

const refs = (events: readonly SessionEvent[]) =>
  events.map(({ deviceId, sequence }) => `${deviceId}/${sequence}`)

describe('merging', () => {
  test('orders by the server’s clock where nobody knew of the other', () => {
    const room = devices({ patient: { fastMs: 60 * MINUTE }, 'support-person': { fastMs: -60 * MINUTE } })
    room.support.record({ kind: 'comfort-needed' }, 2)
    room.patient.record({ kind: 'comfort-needed' }, 1)
    expect(refs(merge(room.events(), SESSION).events.map(({ event }) => event))).toEqual([
      'patient/1',
      'support-person/1',
    ])
  })

  test('puts the earlier of two first on whichever device it is, and at the same moment goes by the device', () => {
    const order = (patientAt: number, supportAt: number) => {
      const room = devices()
      room.support.record({ kind: 'comfort-needed' }, supportAt)
      room.patient.record({ kind: 'comfort-needed' }, patientAt)
      return refs(merge(room.events(), SESSION).events.map(({ event }) => event))
    }
    const [patient, support] = ['patient/1', 'support-person/1']
    expect(order(1, 2)).toEqual([patient, support])
    expect(order(2, 1)).toEqual([support, patient])
    expect(order(1, 1)).toEqual([patient, support])
  })

  test('puts what somebody knew of before what they wrote, whatever the clocks say, and no more than that', () => {
    const room = devices({ patient: { fastMs: 60 * MINUTE, isMeasured: false } })
    room.patient.record({ kind: 'comfort-needed' }, 1)
    room.support.hear(room.patient)
    room.support.record({ kind: 'comfort-needed' }, 2)
    room.patient.record({ kind: 'stop' }, 3)
    expect(refs(merge(room.events(), SESSION).events.map(({ event }) => event))).toEqual([
      ...['patient/1', 'support-person/1', 'patient/2'],
    ])
  })

  test('puts no event last because it claims to know of itself, or of what came after it on its own device', () => {
    const room = devices()
    room.support.record({ kind: 'comfort-needed' }, 1)
    room.patient.record({ kind: 'comfort-needed' }, 2)
    const events = room.events().map((event) => ({
      ...event,
      ...(event.deviceId === 'support-person' && { seen: { 'support-person': 7 } }),
    }))
    expect(refs(merge(events, SESSION).events.map(({ event }) => event))).toEqual([
      ...['support-person/1', 'patient/1'],
    ])
  })

  test('goes by the device, in whatever order the logs arrive, where a clock says nothing', () => {
    const room = devices()
    room.support.record({ kind: 'comfort-needed' }, 1)
    room.patient.record({ kind: 'comfort-needed' }, 2)
    const events = room.events().map((event) => ({ ...event, deviceAt: Number.NaN }))
    for (const arriving of [events, [...events].reverse()])
      expect(refs(merge(arriving, SESSION).events.map(({ event }) => event))).toEqual([
        ...['patient/1', 'support-person/1'],
      ])
  })

  test('tells of each log by its device, how far it verifies', () => {
    const room = devices()
    room.support.record({ kind: 'comfort-needed' }, 1)
    room.patient.record({ kind: 'comfort-needed' }, 2)
    expect(merge(room.events().reverse(), SESSION).logs).toEqual([
      { deviceId: 'patient', state: 'whole', verifiedTo: 1 },
      { deviceId: 'support-person', state: 'whole', verifiedTo: 1 },
    ])
  })

  test('comes to an end when logs claim to know of each other in a circle', () => {
    const circle = (device: Device, other: Device) => {
      other.record({ kind: 'comfort-needed' }, 0)
      device.hear(other)
    }
    const room = devices()
    circle(room.patient, room.support)
    const impossible = room.events().map((event) => ({ ...event, seen: { patient: 9, 'support-person': 9 } }))
    room.patient.record({ kind: 'stop' }, 1)
    expect(merge([...impossible, ...room.patient.log], SESSION).events).toHaveLength(2)
  })
})
