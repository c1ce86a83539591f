import { expect, test } from 'vitest'
import { Device } from '../../../tests/recording.ts'
import { isSignOfLife } from '../session.ts'
import type { DeviceOf, Happening } from './events.ts'

test.each<[string, DeviceOf, Happening, boolean]>([
  ['a look-in', 'support-person', { kind: 'look-in', isWell: true }, true],
  ['a call for help', 'patient', { kind: 'help-asked' }, true],
  ['a stop by the patient', 'patient', { kind: 'stop' }, true],
  ['a call the practice had answered', 'practice', { kind: 'call-answered' }, true],
  ['a reading told to a clinician', 'practice', { kind: 'vitals', readings: {} }, true],
  ['an alert the practice settled', 'practice', { kind: 'alert-settled', alert: 'x' }, false],
  ['a stop from the practice', 'practice', { kind: 'stop' }, false],
])('%s is, or is not, a sign of somebody being there', (_what, of, what, isOne) => {
  expect(isSignOfLife(new Device(of).record(what, 1))).toBe(isOne)
})

test('what the server writes by itself is no sign of anybody', () => {
  const event = new Device('practice').record({ kind: 'look-in', isWell: true }, 1, 'system')
  expect(isSignOfLife(event)).toBe(false)
})
