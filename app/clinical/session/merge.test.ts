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
