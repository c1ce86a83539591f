import { describe, expect, test } from 'vitest'
import {
  ALL_YES,
  dosed,
  ended,
  MINUTE,
  measuredWell,
  NUMBERS,
  of,
  openKinds,
  place,
  type Room,
  readyToDose,
  record,
  SESSION,
  settleAll,
  why,
} from '../../../tests/recording.ts'
import { readSession } from '../session.ts'
import type { Happening } from './events.ts'
import { refusalOf } from './refusal.ts'
import { openAlerts } from './state.ts'

describe('a session is not closed', () => {
  const close = (room: Room, minute: number, device = room.support) =>
    why(room, device, { kind: 'closed' }, minute)
  const listed = (minute: number, answers = ALL_YES, room = dosed()) => {
    measuredWell(room, minute)
    record(room, room.support, { kind: 'end-list', answers }, minute)
    return room
  }

  test.each([
    [119, 130, 'end-list-open'],
    [120, 120, undefined],
    [120, 119, 'too-early'],
    [240, 241, undefined],
  ])('list at minute %d, end at %d: %s', (list, end, reason) => {
    expect(close(listed(list), end)).toBe(reason)
  })

  test('before the dose, without a list, or with one thing on the list open', () => {
    expect(close(readyToDose(), 200)).toBe('no-dose')
    expect(close(dosed(), 200)).toBe('end-list-open')
    for (const item of Object.keys(ALL_YES)) {
      expect(close(listed(130, { ...ALL_YES, [item]: 0 }), 131)).toBe('end-list-open')
      const { [item]: _, ...unanswered } = ALL_YES
      expect(close(listed(130, unanswered), 131)).toBe('end-list-open')
    }
  })

  test('by the patient, or on the patient’s device', () => {
    const room = listed(130)
    expect(close(room, 131, room.patient)).toBe('second-person-only')
    const onTheirs = room.patient.draft({ kind: 'closed' }, 131, 'support-person')
    expect(refusalOf(of(room), onTheirs, NUMBERS)).toBe('second-person-only')
    const byThem = room.support.draft({ kind: 'closed' }, 131, 'patient')
    expect(refusalOf(of(room), byThem, NUMBERS)).toBe('second-person-only')
    expect(why(room, room.patient, { kind: 'end-list', answers: ALL_YES }, 131)).toBe('second-person-only')
  })

  test('by the practice’s server, which is nobody in the room', () => {
    const room = listed(130)
    const draft = (person: 'system' | 'clinician') => room.practice.draft({ kind: 'closed' }, 131, person)
    expect(refusalOf(of(room), draft('system'), NUMBERS)).toBe('second-person-only')
    expect(refusalOf(of(room), draft('clinician'), NUMBERS)).toBeUndefined()
    const list = room.practice.draft({ kind: 'end-list', answers: ALL_YES }, 131, 'system')
    expect(refusalOf(of(room), list, NUMBERS)).toBe('second-person-only')
  })

  test('while anything that needs a person is open', () => {
    const room = listed(130)
    record(room, room.patient, { kind: 'help-asked' }, 131)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 132)
    expect(close(room, 133)).toBe('alert-open')
    const alert = openAlerts(of(room))[0]?.key ?? ''
    expect(why(room, room.support, { kind: 'alert-settled', alert }, 133)).toBe('clinician-only')
    expect(why(room, room.practice, { kind: 'alert-settled', alert: 'another' }, 133)).toBe('unknown-alert')
    settleAll(room, 134)
    expect(close(room, 135)).toBeUndefined()
    expect(why(room, room.practice, { kind: 'alert-settled', alert }, 135)).toBe('unknown-alert')
  })

  test('while the support person is gone, also when a clinician has seen it', () => {
    const room = listed(130)
    record(room, room.patient, { kind: 'support-person-gone' }, 131)
    settleAll(room, 132)
    expect(close(room, 133, room.practice)).toBe('support-person-gone')
    expect(why(room, room.patient, { kind: 'support-person-back' }, 134)).toBe('second-person-only')
    record(room, room.support, { kind: 'support-person-back' }, 134)
    expect(close(room, 135)).toBeUndefined()
  })

  test.each<[string, Happening]>([
    ['a look-in that is not well', { kind: 'look-in', isWell: false }],
    ['somebody who is hard to wake', { kind: 'look-in', isWell: true, waking: 'when-called-loudly' }],
    ['a need for comfort', { kind: 'comfort-needed' }],
  ])('on a list from before %s', (_what, happening) => {
    const room = listed(130)
    record(room, room.support, { kind: 'look-in', isWell: true, waking: 'at-once' }, 131)
    record(room, room.support, { kind: 'look-in', isWell: true }, 131)
    expect(close(room, 132)).toBeUndefined()
    record(room, room.support, happening, 132)
    expect(close(room, 133)).toBe('end-list-open')
  })

  test('without signed minutes, and not before they have passed on a clock that can be relied on', () => {
    const { minimumObservationMinutes: _, ...unsigned } = NUMBERS
    expect(why(listed(130), listed(130).support, { kind: 'closed' }, 131, unsigned)).toBe('not-signed')
    const { maximumObservationMinutes: __, ...endless } = NUMBERS
    expect(why(listed(130), listed(130).support, { kind: 'closed' }, 131, endless)).toBe('not-signed')
    const room = readyToDose({ 'support-person': { fastMs: 180 * MINUTE, isMeasured: false } })
    record(room, room.patient, { kind: 'dose-started', units: 1 }, 0)
    record(room, room.support, { kind: 'look-in', isWell: true }, 10)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 129)
    expect(close(room, 130)).toBe('end-list-open')
    measuredWell(room, 130)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 130)
    expect(close(room, 130)).toBeUndefined()
  })

  test('before its time on the phone that recorded the dose, by its own clock', () => {
    const room = dosed({ 'support-person': { fastMs: 180 * MINUTE, isMeasured: false } })
    measuredWell(room, 120)
    record(room, room.support, { kind: 'end-list', answers: ALL_YES }, 120)
    expect(close(room, 119)).toBe('too-early')
    expect(close(room, 120)).toBeUndefined()
  })

  test('by a person who does not know of the dose', () => {
    const room = readyToDose({ 'support-person': { isMeasured: false } })
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'end-list', answers: ALL_YES }, 300)
    expect(close(room, 301)).toBe('too-early')
  })

  test('for good while a phone that was away still had a call for help in it', () => {
    const room = dosed()
    room.patient.record({ kind: 'help-asked' }, 100)
    ended({ ...room, meet: () => undefined })
    const without = readSession([...room.support.log, ...room.patient.log.slice(0, 2)], SESSION, NUMBERS)
    expect(without.session.stage).toBe('complete')
    expect(of(room).stage).toBe('dosed')
    expect(of(room).setAside).toEqual([{ ref: 'support-person/8', why: 'alert-open' }])
  })

  test('and after it is, help still raises a person', () => {
    const room = dosed()
    ended(room)
    record(room, room.patient, { kind: 'help-asked' }, 200)
    expect(place(room, 201)).toBe('complete')
    expect(openKinds(room)).toEqual(['help-asked'])
  })
})
