import { describe, expect, test } from 'vitest'
import {
  ALL_YES,
  BEGIN,
  type Device,
  devices,
  dosed,
  ended,
  MINUTE,
  NUMBERS,
  of,
  openKinds,
  place,
  type Room,
  readyToDose,
  record,
  SESSION,
  why,
} from '../../../tests/recording.ts'
import { escalation, isWatched, readSession } from '../session.ts'
import type { Happening, SessionEvent } from './events.ts'
import { openAlerts } from './state.ts'

test('a quiet session goes from the first step to the end', () => {
  const room = devices()
  expect(place(room, -60)).toBe('not-ready')
  record(room, room.patient, { kind: 'preparing' }, -60)
  expect(place(room, -60)).toBe('preparing')
  expect(place(readyToDose(), -1)).toBe('ready-for-dose')
  const under = dosed()
  expect([1, 6, 30, 80, 130].map((minute) => place(under, minute))).toEqual([
    ...['dosed', 'onset', 'peak', 'returning', 'recovering'],
  ])
  ended(under)
  expect(place(under, 127)).toBe('complete')
  expect(of(under)).toMatchObject({ alerts: [], setAside: [] })
})

describe('stop, from wherever the session is,', () => {
  test.each<[string, () => Room, number, string, string]>([
    ['before anything', devices, -70, 'stopped', 'nothing'],
    ['when it is ready', readyToDose, -1, 'stopped', 'nothing'],
    ['in the first minutes', dosed, 3, 'recovering', 'spit-and-rinse'],
    ['at the peak', dosed, 40, 'recovering', 'lights-on'],
    ['in recovery', dosed, 130, 'recovering', 'lights-on'],
  ])('%s (minute %#)', (_when, begin, minute, then, after) => {
    for (const who of ['patient', 'support', 'practice'] as const) {
      const room = begin()
      expect(why(room, room[who], { kind: 'stop' }, minute)).toBeUndefined()
      record(room, room[who], { kind: 'stop' }, minute)
      expect(place(room, minute)).toBe(then)
      expect(of(room).stop?.after).toBe(after)
    }
  })

  test('when it is held or paused: as before the dose', () => {
    for (const what of [{ kind: 'paused' }, { kind: 'held', reason: 'call' }] as const) {
      const room = readyToDose()
      record(room, room.patient, what, -3)
      record(room, room.patient, { kind: 'stop' }, -2)
      expect(place(room, -1)).toBe('stopped')
    }
  })

  test('after the end changes nothing', () => {
    const room = dosed()
    ended(room)
    record(room, room.patient, { kind: 'stop' }, 130)
    expect(place(room, 131)).toBe('complete')
    expect(of(room).stop).toBeUndefined()
    expect(openKinds(room)).toEqual([])
  })

  test('twice is once', () => {
    const room = dosed()
    record(room, room.patient, { kind: 'stop' }, 3)
    record(room, room.support, { kind: 'stop' }, 40)
    expect(of(room).stop).toEqual({ ref: 'patient/3', after: 'spit-and-rinse' })
  })

  test('ends a session that has not begun for good, and never ends the watch of one that has', () => {
    const before = readyToDose()
    record(before, before.patient, { kind: 'stop' }, -3)
    for (const kind of ['preparing', 'made-ready'] as const)
      expect(why(before, before.support, { kind }, -2)).toBe('over')
    const after = dosed()
    record(after, after.patient, { kind: 'stop' }, 30)
    expect(isWatched(of(after))).toBe(true)
    expect(openKinds(after)).toEqual(['stopped-after-dose'])
    expect(why(after, after.support, { kind: 'closed' }, 200)).toBe('alert-open')
  })

  test('while somebody else starts the dose unknowing: the dose counts, is spat out, and a person looks', () => {
    const room = readyToDose()
    room.patient.record({ kind: 'stop' }, -1)
    room.support.record({ kind: 'dose-started', units: 1 }, 0)
    expect(place(room, 1)).toBe('recovering')
    expect(of(room).stop?.after).toBe('spit-and-rinse')
    expect(openKinds(room)).toEqual(['dose-not-allowed'])
  })

  test('called off by the practice: over before the dose, watched after it', () => {
    const before = readyToDose()
    record(before, before.practice, { kind: 'aborted', reason: 'recall' }, -3)
    expect(place(before, -2)).toBe('aborted')
    const after = dosed()
    record(after, after.practice, { kind: 'aborted', reason: 'recall' }, 30)
    expect(place(after, 31)).toBe('recovering')
  })
})

describe('one dose in a session, ever:', () => {
  test('two people who tap without knowing of each other started one, which a person confirms', () => {
    const room = readyToDose()
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'dose-started', units: 1 }, 0.2)
    room.meet()
    expect(openKinds(room)).toEqual(['one-dose-to-confirm'])
    expect(escalation(of(room))).toBe('confirm')
    const alert = openAlerts(of(room))[0]?.key ?? ''
    expect(why(room, room.patient, { kind: 'alert-settled', alert }, 1)).toBe('second-person-only')
    record(room, room.support, { kind: 'alert-settled', alert }, 1)
    expect(escalation(of(room))).toBe('none')
  })

  test.each([
    [10, 'one-dose-to-confirm'],
    [10.1, 'possible-overdose'],
  ])('taps %d minutes apart, on clocks that can be compared: %s', (minute, kind) => {
    const room = readyToDose()
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'dose-started', units: 1 }, minute)
    expect(openKinds(room)).toEqual([kind])
  })

  test.each([90, -90])('clocks that cannot be compared (%d min) do not make two doses of one', (fast) => {
    const room = readyToDose({ patient: { fastMs: fast * MINUTE, isMeasured: false } })
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'dose-started', units: 1 }, 1)
    expect(openKinds(room)).toEqual(['one-dose-to-confirm'])
  })

  test('whoever taps again on the same phone knew of the first', () => {
    const room = readyToDose()
    record(room, room.patient, { kind: 'dose-started', units: 1 }, 0)
    record(room, room.patient, { kind: 'dose-started', units: 1 }, 1)
    expect(openKinds(room)).toEqual(['possible-overdose'])
  })

  test('a third tap is a second dose as soon as one of the earlier ones was known', () => {
    const room = readyToDose()
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'dose-started', units: 1 }, 1)
    room.patient.record({ kind: 'dose-started', units: 1 }, 2)
    expect(openKinds(room)).toEqual(['one-dose-to-confirm', 'possible-overdose'])
  })

  test('a second is not allowed, and if it is taken all the same a person comes', () => {
    const room = dosed()
    expect(why(room, room.patient, { kind: 'dose-started', units: 1 }, 5)).toBe('already-dosed')
    record(room, room.patient, { kind: 'dose-started', units: 1 }, 5)
    expect(openKinds(room)).toEqual(['possible-overdose'])
    expect(escalation(of(room))).toBe('person-now')
  })

  test('more that was swallowed raises a person, before, during and after the session', () => {
    for (const room of [devices(), dosed()]) {
      record(room, room.support, { kind: 'more-taken' }, 20)
      expect(openKinds(room)).toEqual(['possible-overdose'])
      expect(isWatched(of(room))).toBe(true)
    }
    const over = dosed()
    ended(over)
    record(over, over.support, { kind: 'more-taken' }, 200)
    expect(place(over, 201)).toBe('recovering')
    expect(why(over, over.support, { kind: 'closed' }, 319)).toBe('alert-open')
  })

  test('one that was started when it was not to be counts, and a person looks', () => {
    const room = devices()
    record(room, room.support, { kind: 'dose-started', units: 1 }, 0)
    expect(of(room).stage).toBe('dosed')
    expect(openKinds(room)).toEqual(['dose-not-allowed'])
  })

  test.each([0, -1, 0.5, Number.NaN])('%d units are no dose', (units) => {
    const room = readyToDose()
    expect(why(room, room.support, { kind: 'dose-started', units }, 0)).toBe('units-needed')
  })
})

describe('a log that does not verify', () => {
  const brokenAt = (room: Room, device: Device, sequence: number): SessionEvent[] =>
    room
      .events()
      .map((event) =>
        event.deviceId === device.log[0]?.deviceId && event.sequence === sequence
          ? { ...event, id: 'changed' }
          : event,
      )

  test('still raises people, and its readings are still judged', () => {
    const room = dosed()
    record(room, room.patient, { kind: 'vitals', readings: { pulsePerMinute: 140 } }, 20)
    record(room, room.patient, { kind: 'help-asked' }, 21)
    const { session, logs, toJudge } = readSession(brokenAt(room, room.patient, 2), SESSION, NUMBERS)
    expect(logs).toContainEqual({ deviceId: 'patient', state: 'broken', verifiedTo: 1 })
    expect(session.alerts[0]).toEqual({
      key: 'log-broken:patient/2',
      kind: 'log-broken',
      level: 'person-now',
    })
    expect(openAlerts(session).map(({ kind }) => kind)).toContain('help-asked')
    expect(openAlerts(session).map(({ kind }) => kind)).toContain('log-broken')
    expect(toJudge).toMatchObject([{ ref: 'patient/3', isVerified: false }])
  })

  test('starts a dose that counts, and ends nothing', () => {
    const room = dosed()
    ended(room)
    const { session } = readSession(brokenAt(room, room.support, 2), SESSION, NUMBERS)
    expect(session.stage).toBe('dosed')
    expect(session.setAside).toContainEqual({ ref: 'support-person/8', why: 'not-verified' })
  })

  test('that only waits for an event is no alarm', () => {
    const room = dosed()
    const missing = room
      .events()
      .filter(({ deviceId, sequence }) => deviceId !== 'support-person' || sequence !== 1)
    const { session, logs } = readSession(missing, SESSION, NUMBERS)
    expect(logs).toContainEqual({ deviceId: 'support-person', state: 'waiting', verifiedTo: 0 })
    expect(session.alerts.map(({ kind }) => kind)).toEqual(['dose-not-allowed'])
  })
})

test('settling one alert leaves the others open', () => {
  const room = dosed()
  record(room, room.patient, { kind: 'help-asked' }, 20)
  record(room, room.patient, { kind: 'emergency' }, 21)
  record(room, room.practice, { kind: 'alert-settled', alert: 'help-asked:patient/3' }, 22)
  expect(openKinds(room)).toEqual(['emergency'])
})

test('each device knows of a swallow from the first event it wrote knowing of it, and of no other', () => {
  const room = readyToDose()
  room.patient.record({ kind: 'dose-started', units: 1 }, 0)
  room.meet()
  room.support.record({ kind: 'look-in', isWell: true }, 10)
  room.patient.record({ kind: 'more-taken' }, 30)
  room.support.record({ kind: 'look-in', isWell: true }, 40)
  room.meet()
  room.support.record({ kind: 'look-in', isWell: true }, 50)
  room.support.record({ kind: 'look-in', isWell: true }, 60)
  room.patient.record({ kind: 'more-taken' }, 70)
  room.support.record({ kind: 'look-in', isWell: true }, 80)
  const known = of(room).swallows.map(({ firstKnownOn }) =>
    Object.fromEntries(Object.entries(firstKnownOn).map(([device, at]) => [device, (at - BEGIN) / MINUTE])),
  )
  expect(known).toEqual([
    { patient: 0, 'support-person': 10 },
    { patient: 30, 'support-person': 50 },
    { patient: 70 },
  ])
})

test('a closed session keeps its end list, whatever is asked for after it', () => {
  const room = dosed()
  ended(room)
  record(room, room.patient, { kind: 'comfort-needed' }, 130)
  expect(of(room).endList?.answers).toEqual(ALL_YES)
})

test('a line that fails takes nothing back from a session announced to be without network', () => {
  const room = devices()
  record(room, room.patient, { kind: 'preparing' }, -60)
  record(room, room.patient, { kind: 'judged', part: 'patient', findings: [] }, -50)
  record(room, room.support, { kind: 'judged', part: 'support-person', findings: [] }, -50)
  record(
    room,
    room.practice,
    { kind: 'offline-announced', how: 'phone-call', callsAt: [BEGIN + 40 * MINUTE] },
    -40,
  )
  record(room, room.support, { kind: 'made-ready' }, -5)
  record(room, room.support, { kind: 'line-checked', hasVoiceLine: false }, -2)
  expect(place(room, -1)).toBe('ready-for-dose')
  expect(why(room, room.support, { kind: 'dose-started', units: 1 }, 0)).toBeUndefined()
})

test('a line that comes back does not take a session out of ready', () => {
  const room = readyToDose()
  record(room, room.support, { kind: 'line-checked', hasVoiceLine: true }, -2)
  expect(place(room, -1)).toBe('ready-for-dose')
})

test.each<[Happening[], string]>([
  [[], 'none'],
  [[{ kind: 'support-person-gone' }], 'person-now'],
  [[{ kind: 'help-asked' }, { kind: 'emergency' }], 'emergency'],
])('after %j it has gone up to: %s', (happenings, level) => {
  const room = dosed()
  for (const what of happenings) record(room, room.patient, what, 30)
  expect(escalation(of(room))).toBe(level)
})

test('two calls for help in one place of a log, of which one was forged, are one alert', () => {
  const room = dosed()
  const asked = room.patient.record({ kind: 'help-asked' }, 5)
  const twin = { ...asked, deviceAt: asked.deviceAt + 1 }
  const { session } = readSession([...room.events(), twin], SESSION, NUMBERS)
  expect(session.alerts.filter(({ kind }) => kind === 'help-asked')).toHaveLength(1)
})
