import { describe, expect, test } from 'vitest'
import { Device, MINUTE } from '../../../tests/recording.ts'
import {
  certainMinutes,
  holdingFindings,
  NEW_SESSION,
  openAlerts,
  type Session,
  type Swallow,
} from './state.ts'

type Clock = ConstructorParameters<typeof Device>[1]

describe('the minutes since a dose that are certain', () => {
  /** A dose at minute 0 on the patient's device, and an event at minute 130 on the support person's. */
  const minutes = (theirs: Clock, ours: Clock, knownAfter?: number) => {
    const event = new Device('patient', theirs).record({ kind: 'dose-started', units: 1 }, 0)
    const support = new Device('support-person', ours)
    const known =
      knownAfter === undefined
        ? {}
        : { 'support-person': support.draft({ kind: 'stop' }, knownAfter).deviceAt }
    const swallow: Swallow = { event, firstKnownOn: { patient: event.deviceAt, ...known } }
    return certainMinutes({ ...NEW_SESSION, swallows: [swallow] }, support.draft({ kind: 'closed' }, 130))
  }
  const fast = { fastMs: 60 * MINUTE }
  const unmeasured = { isMeasured: false }

  test.each<[string, Clock, Clock, number | undefined, number]>([
    ['both clocks were measured: all of them', {}, {}, undefined, 130],
    ['both were measured and one is fast: all of them', fast, {}, undefined, 130],
    ['both were measured and the other is fast: all of them', {}, fast, 20, 130],
    ['one was never measured: since it was known there', {}, { ...fast, ...unmeasured }, 20, 110],
    ['the other was never measured: since it was known here', unmeasured, fast, 5, 125],
    ['it was never known here: none', {}, unmeasured, undefined, 0],
    ['it was known here later than now: none', {}, unmeasured, 140, 0],
  ])('when %s', (_when, theirs, ours, knownAfter, certain) => {
    expect(minutes(theirs, ours, knownAfter)).toBe(certain)
  })

  test('count from the latest swallow, and there are none before the first', () => {
    const device = new Device('support-person')
    const swallows = [0, 30].map((minute): Swallow => {
      const event = device.record({ kind: 'more-taken' }, minute)
      return { event, firstKnownOn: { 'support-person': event.deviceAt } }
    })
    const now = device.draft({ kind: 'closed' }, 130)
    expect(certainMinutes({ ...NEW_SESSION, swallows }, now)).toBe(100)
    expect(certainMinutes(NEW_SESSION, now)).toBeUndefined()
  })

  test.each<[string, Clock, number, number]>([
    ['the clock is right', {}, 130, 130],
    ['it was put forward after the dose', { fastMs: 90 * MINUTE, isMeasured: false }, 40, 40],
    ['it was put forward and is said to be measured', { fastMs: 0 }, 40, 40],
    ['it arrived late', {}, 400, 130],
  ])('are no more than the server saw go by, when %s', (_when, clock, receivedAfter, certain) => {
    const swallowed = new Device('patient').record({ kind: 'dose-started', units: 1 }, 0)
    const support = new Device('support-person', clock)
    const swallow: Swallow = { event: swallowed, firstKnownOn: { 'support-person': swallowed.deviceAt } }
    const now = support.draft({ kind: 'closed' }, 130)
    const receipts = { [now.id]: swallowed.deviceAt + receivedAfter * MINUTE }
    expect(certainMinutes({ ...NEW_SESSION, swallows: [swallow] }, now, receipts)).toBe(certain)
  })

  test('are not bounded by what the server saw when the clock of the dose was never measured', () => {
    const fast = { fastMs: 60 * MINUTE, isMeasured: false }
    const event = new Device('patient', fast).record({ kind: 'dose-started', units: 1 }, 0)
    const support = new Device('support-person')
    const known = support.draft({ kind: 'stop' }, 5).deviceAt
    const swallow: Swallow = { event, firstKnownOn: { 'support-person': known } }
    const now = support.draft({ kind: 'closed' }, 130)
    const receipts = { [now.id]: now.deviceAt }
    expect(certainMinutes({ ...NEW_SESSION, swallows: [swallow] }, now, receipts)).toBe(125)
  })

  test('are none on a clock that shows no time', () => {
    const device = new Device('support-person')
    const event = device.record({ kind: 'more-taken' }, 0)
    const now = { ...device.draft({ kind: 'closed' }, 130), deviceAt: Number.NaN }
    expect(certainMinutes({ ...NEW_SESSION, swallows: [{ event, firstKnownOn: {} }] }, now)).toBe(0)
  })
})

test('a session is held by blocks and reviews of either side that nobody opened', () => {
  const finding = (ruleId: string, severity: 'block' | 'review' | 'advise' | 'inform') => ({
    ruleId,
    severity,
  })
  const session: Session = {
    ...NEW_SESSION,
    judged: {
      patient: { ref: 'a/1', findings: [finding('C01', 'block'), finding('C02', 'advise')], opened: [] },
      'support-person': {
        ref: 'b/1',
        findings: [finding('C05', 'review'), finding('C12', 'block')],
        opened: ['C12'],
      },
    },
  }
  expect(holdingFindings(session).map(({ ruleId }) => ruleId)).toEqual(['C01', 'C05'])
  expect(holdingFindings(NEW_SESSION)).toEqual([])
})

test('an alert is open until somebody has settled it', () => {
  const alert = { key: 'k', kind: 'help-asked', level: 'person-now', from: 'a/1' } as const
  const settled = { ...alert, key: 'l', settledBy: 'b/2' }
  expect(openAlerts({ ...NEW_SESSION, alerts: [settled, alert] })).toEqual([alert])
})
