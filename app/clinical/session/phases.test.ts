import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NUMBERS } from '../../../tests/recording.ts'
import { afterStop, placeAfterDose, unsignedNumbers } from './phases.ts'

describe('by the clock after the dose, a session is in one place', () => {
  test.each([
    [-1, 'dosed'],
    [0, 'dosed'],
    [4.9, 'dosed'],
    [5, 'onset'],
    [19.9, 'onset'],
    [20, 'peak'],
    [69.9, 'peak'],
    [70, 'returning'],
    [119.9, 'returning'],
    [120, 'recovering'],
    [1000, 'recovering'],
  ])('%d minutes: %s', (minutes, place) => {
    expect(placeAfterDose(minutes, NUMBERS)).toBe(place)
  })

  test('and never goes back', () => {
    const order = ['dosed', 'onset', 'peak', 'returning', 'recovering']
    const minute = fc.double({ min: 0, max: 400, noNaN: true })
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const rank = (minutes: number) => order.indexOf(placeAfterDose(minutes, NUMBERS))
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
      }),
    )
  })

  test('watched with the lights on when nobody signed phases, or none after the dose', () => {
    expect(placeAfterDose(10, {})).toBe('recovering')
    expect(placeAfterDose(10, { phases: [{ phase: 'preparation', fromMinutes: -60, toMinutes: 0 }] })).toBe(
      'recovering',
    )
  })

  test('where a phase was not signed, the one before it goes on', () => {
    const phases = NUMBERS.phases?.filter(({ phase }) => phase !== 'peak') ?? []
    expect(placeAfterDose(40, { phases })).toBe('onset')
  })
})

describe('a stop asks for', () => {
  test.each([
    ['before the dose', undefined, 'nothing'],
    ['in the first minute', 0, 'spit-and-rinse'],
    ['by a clock that went back', -3, 'spit-and-rinse'],
    ['just before the hold is over', 9.9, 'spit-and-rinse'],
    ['at the last minute of the hold', 10, 'spit-and-rinse'],
    ['after the hold', 10.1, 'lights-on'],
    ['hours later', 200, 'lights-on'],
  ])('%s (%s min): %s', (_when, minutes, after) => {
    expect(afterStop(minutes, NUMBERS)).toBe(after)
  })

  test('spitting out, when nobody signed how long a dose is held', () => {
    expect(afterStop(200, {})).toBe('spit-and-rinse')
    expect(afterStop(undefined, {})).toBe('nothing')
  })
})

test('every number a session needs is asked for by its name', () => {
  expect(unsignedNumbers(NUMBERS)).toEqual([])
  expect(unsignedNumbers({})).toEqual([
    'plannedUnits',
    ...['holdMinutes', 'lookInEveryMinutes', 'minimumObservationMinutes', 'maximumObservationMinutes'],
    ...[
      'silence.callSupportPersonMinutes',
      'silence.callClinicianMinutes',
      'silence.emergencyGuidanceMinutes',
    ],
    ...['phases.dose', 'phases.onset', 'phases.peak', 'phases.return', 'phases.recovery'],
    ...['ending.highestSystolicMmHg', 'ending.highestDiastolicMmHg', 'ending.lowestSystolicMmHg'],
    ...['ending.lowestOxygenPercent', 'ending.oxygenFallPercent', 'ending.readyToEndPoints'],
    'ending.readingAtMinutes',
  ])
  expect(unsignedNumbers({ ...NUMBERS, silence: { callSupportPersonMinutes: 3 } })).toEqual([
    'silence.callClinicianMinutes',
    'silence.emergencyGuidanceMinutes',
  ])
  const phases = NUMBERS.phases?.filter(({ phase }) => phase !== 'peak') ?? []
  expect(unsignedNumbers({ ...NUMBERS, phases })).toEqual(['phases.peak'])
})
