import { describe, expect, test } from 'vitest'
import {
  BEGIN,
  type Device,
  devices,
  dosed,
  ended,
  NUMBERS,
  of,
  type Room,
  readyToDose,
  record,
  why,
} from '../../../tests/recording.ts'
import type { Happening } from './events.ts'
import { refusalOf } from './refusal.ts'

describe('a session does not become ready', () => {
  const finding = (severity: 'block' | 'review' | 'advise' | 'inform') => ({ ruleId: 'C01', severity })
  const preparing = (but: Partial<Record<'patient' | 'support' | 'line', boolean>> = {}) => {
    const room = devices()
    record(room, room.patient, { kind: 'preparing' }, -60)
    if (but.patient !== false)
      record(room, room.patient, { kind: 'judged', part: 'patient', findings: [] }, -50)
    if (but.support !== false)
      record(room, room.support, { kind: 'judged', part: 'support-person', findings: [] }, -50)
    if (but.line !== false) record(room, room.support, { kind: 'line-checked', hasVoiceLine: true }, -50)
    return room
  }
  const whyNot = (room: Room, numbers = NUMBERS) =>
    why(room, room.support, { kind: 'made-ready' }, -5, numbers)

  test.each<[string, () => Room, string | undefined]>([
    ['when everything is in order, it does', () => preparing(), undefined],
    ['before it is prepared', () => devices(), 'out-of-order'],
    ['when the patient was not asked', () => preparing({ patient: false }), 'not-judged'],
    ['when the support person was not asked', () => preparing({ support: false }), 'not-judged'],
    ['without a voice line', () => preparing({ line: false }), 'no-line'],
  ])('%s', (_when, room, reason) => {
    expect(whyNot(room())).toBe(reason)
  })

  test.each([
    ['block', 'held-by-finding'],
    ['review', 'held-by-finding'],
    ['advise', undefined],
    ['inform', undefined],
  ] as const)('with a finding of severity %s: %s', (severity, reason) => {
    const room = preparing()
    record(room, room.patient, { kind: 'judged', part: 'patient', findings: [finding(severity)] }, -20)
    expect(whyNot(room)).toBe(reason)
  })

  test.each<[string, (room: Room) => void, string]>([
    ['paused', (room) => record(room, room.patient, { kind: 'paused' }, -20), 'is-paused'],
    ['held', (room) => record(room, room.practice, { kind: 'held', reason: 'recall' }, -20), 'is-held'],
    [
      'with a call for help open',
      (room) => record(room, room.patient, { kind: 'help-asked' }, -20),
      'alert-open',
    ],
    [
      'with the support person gone',
      (room) => record(room, room.patient, { kind: 'support-person-gone' }, -20),
      'support-person-gone',
    ],
    [
      'when the line was lost',
      (room) => record(room, room.support, { kind: 'line-checked', hasVoiceLine: false }, -20),
      'no-line',
    ],
    ['after a stop', (room) => record(room, room.patient, { kind: 'stop' }, -20), 'over'],
  ])('%s', (_how, happen, reason) => {
    const room = preparing()
    happen(room)
    expect(whyNot(room)).toBe(reason)
  })

  test('as long as a number it needs is not signed', () => {
    const { holdMinutes: _, ...unsigned } = NUMBERS
    expect(whyNot(preparing(), unsigned)).toBe('not-signed')
  })

  test('and is taken out of ready again by what comes after', () => {
    const happenings: Happening[] = [
      { kind: 'judged', part: 'patient', findings: [] },
      { kind: 'held', reason: 'call first' },
      { kind: 'line-checked', hasVoiceLine: false },
      { kind: 'support-person-gone' },
    ]
    for (const what of happenings) {
      const room = readyToDose()
      record(room, room.patient, what, -2)
      expect(of(room).stage).toBe('preparing')
      expect(why(room, room.support, { kind: 'dose-started', units: 1 }, -1)).toBe('out-of-order')
    }
  })

  test('a finding is opened by a clinician with a reason, and only in the judgement that was looked at', () => {
    const room = preparing()
    record(room, room.patient, { kind: 'judged', part: 'patient', findings: [finding('block')] }, -20)
    const judgement = 'patient/3'
    const opened = (reason: string, ref = judgement, ruleId = 'C01'): Happening => ({
      kind: 'opened',
      ...{ judgement: ref, ruleId, reason, isByPrescriber: true },
    })
    expect(why(room, room.support, opened('I looked'), -15)).toBe('clinician-only')
    expect(why(room, room.practice, opened(' '), -15)).toBe('reason-needed')
    expect(why(room, room.practice, opened('I looked', 'patient/2'), -15)).toBe('unknown-judgement')
    expect(why(room, room.practice, opened('I looked', judgement, 'C02'), -15)).toBe('unknown-judgement')
    record(room, room.practice, opened('I looked'), -15)
    expect(whyNot(room)).toBeUndefined()
    record(room, room.patient, { kind: 'judged', part: 'patient', findings: [finding('block')] }, -10)
    expect(whyNot(room)).toBe('held-by-finding')
  })

  test('only a prescriber opens, and what nobody may open stays closed: by its rule, or by what it speaks for', () => {
    const room = preparing()
    const findings = [
      { ruleId: 'C18', severity: 'block' as const },
      { ruleId: 'C09', severity: 'block' as const, isFinal: true },
      { ruleId: 'C05', severity: 'review' as const },
    ]
    record(room, room.patient, { kind: 'judged', part: 'patient', findings }, -20)
    const opened = (ruleId: string, isByPrescriber = true): Happening => ({
      kind: 'opened',
      ...{ judgement: 'patient/3', ruleId, reason: 'we spoke', isByPrescriber },
    })
    expect(why(room, room.practice, opened('C18'), -15)).toBe('nobody-opens')
    expect(why(room, room.practice, opened('C09'), -15)).toBe('nobody-opens')
    expect(why(room, room.practice, opened('C05', false), -15)).toBe('prescriber-only')
    expect(why(room, room.practice, opened('C05'), -15)).toBeUndefined()
    for (const ruleId of ['C18', 'C09', 'C05']) record(room, room.practice, opened(ruleId), -15)
    expect(whyNot(room)).toBe('held-by-finding')
  })

  test('opening what one side found opens nothing of the other side', () => {
    const room = preparing()
    const judged = (part: 'patient' | 'support-person'): Happening => ({
      kind: 'judged',
      ...{ part, findings: [finding('review')] },
    })
    record(room, room.patient, judged('patient'), -20)
    record(room, room.support, judged('support-person'), -20)
    const opened = (judgement: string): Happening => ({
      kind: 'opened',
      ...{ judgement, ruleId: 'C01', reason: 'I looked', isByPrescriber: true },
    })
    record(room, room.practice, opened('patient/3'), -15)
    expect(whyNot(room)).toBe('held-by-finding')
    expect(why(room, room.practice, opened('support-person/3'), -14)).toBeUndefined()
    record(room, room.practice, opened('support-person/3'), -14)
    expect(whyNot(room)).toBeUndefined()
  })

  test('a hold is released by a clinician with a reason, and readiness asked for again', () => {
    const room = readyToDose()
    record(room, room.support, { kind: 'held', reason: 'the doorbell' }, -4)
    expect(why(room, room.support, { kind: 'released', reason: 'it was the post' }, -3)).toBe(
      'clinician-only',
    )
    record(room, room.practice, { kind: 'released', reason: 'it was the post' }, -3)
    expect(of(room).stage).toBe('preparing')
    expect(whyNot(room)).toBeUndefined()
  })

  test('without a line, unless it was announced with calls that were agreed', () => {
    const room = preparing({ line: false })
    const offline = (how: 'phone-call' | 'one-time-code', callsAt: number[]): Happening => ({
      kind: 'offline-announced',
      ...{ how, callsAt },
    })
    expect(why(room, room.support, offline('phone-call', [1]), -20)).toBe('clinician-only')
    expect(why(room, room.practice, offline('phone-call', []), -20)).toBe('calls-needed')
    expect(why(room, room.practice, offline('phone-call', [1]), -20)).toBeUndefined()
    record(room, room.support, offline('one-time-code', [BEGIN]), -20)
    expect(of(room).offline).toEqual({ how: 'one-time-code', callsAt: [BEGIN] })
    expect(whyNot(room)).toBeUndefined()
  })
})

test.each([
  ['stopped', { kind: 'stop' }],
  ['called off', { kind: 'aborted', reason: 'recall' }],
] as const)('no dose is started in a session that was %s', (_how, what) => {
  const room = readyToDose()
  record(room, room.practice, what, -3)
  expect(why(room, room.support, { kind: 'dose-started', units: 1 }, -1)).toBe('over')
})

test('a pause is nobody’s fault and costs nothing: no dose while it lasts, and on again', () => {
  const room = readyToDose()
  record(room, room.patient, { kind: 'paused' }, -3)
  expect(why(room, room.support, { kind: 'dose-started', units: 1 }, -2)).toBe('is-paused')
  record(room, room.patient, { kind: 'resumed' }, -2)
  expect(why(room, room.support, { kind: 'dose-started', units: 1 }, -1)).toBeUndefined()
})

test('a clinician is one on a device of the practice: neither half of it alone', () => {
  const room = readyToDose()
  record(room, room.support, { kind: 'held', reason: 'the doorbell' }, -4)
  const release: Happening = { kind: 'released', reason: 'it was the post' }
  const on = (device: Device, person: 'clinician' | 'support-person') =>
    refusalOf(of(room), device.draft(release, -3, person), NUMBERS)
  expect(on(room.support, 'clinician')).toBe('clinician-only')
  expect(on(room.practice, 'support-person')).toBe('clinician-only')
  expect(on(room.practice, 'clinician')).toBeUndefined()
})

test.each<[string, Happening]>([
  ['prepared', { kind: 'preparing' }],
  ['judged', { kind: 'judged', part: 'patient', findings: [] }],
  ['checked for a line', { kind: 'line-checked', hasVoiceLine: true }],
  ['resumed', { kind: 'resumed' }],
])('nothing is %s once the dose was taken, nor once the session was called off', (_what, what) => {
  const under = dosed()
  expect(why(under, under.patient, what, 10)).toBe('after-the-dose')
  const over = readyToDose()
  record(over, over.practice, { kind: 'aborted', reason: 'recall' }, -3)
  expect(why(over, over.patient, what, -2)).toBe('over')
})

test('a session is prepared once', () => {
  const room = readyToDose()
  expect(why(room, room.patient, { kind: 'preparing' }, -3)).toBe('out-of-order')
})

test('calls are agreed for a session that goes on, also after the dose, and for none that is over', () => {
  const offline: Happening = { kind: 'offline-announced', how: 'phone-call', callsAt: [BEGIN] }
  const under = dosed()
  expect(why(under, under.practice, offline, 10)).toBeUndefined()
  ended(under)
  expect(why(under, under.practice, offline, 130)).toBe('over')
})

test('a support person who went before the dose may come back before it', () => {
  const room = readyToDose()
  record(room, room.support, { kind: 'support-person-gone' }, -3)
  expect(why(room, room.support, { kind: 'support-person-back' }, -2)).toBeUndefined()
  expect(why(room, room.patient, { kind: 'support-person-back' }, -2)).toBe('second-person-only')
})
