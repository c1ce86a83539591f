import { describe, expect, test } from 'vitest'
import { NUMBERS, of, openKinds, readyToDose, record, why } from '../../../tests/recording.ts'
import { againstPlan, unitsOf } from './units.ts'

test.each([
  [{ doseMg: 50, unitStrengthMg: 50 }, 1],
  [{ doseMg: 0.3, unitStrengthMg: 0.1 }, 3],
  [{ doseMg: 75, unitStrengthMg: 50 }, 1.5],
])('%j is %d units', (plan, units) => {
  expect(unitsOf(plan)).toBe(units)
})

test.each([
  [1, 2, 'other'],
  [2, 2, 'as-planned'],
  [3, 2, 'more'],
  [99, 1, 'more'],
  [1, 1.5, 'other'],
  [2, 1.5, 'other'],
  [3, 1.5, 'more'],
  [1, undefined, 'other'],
  [Number.NaN, 1, 'other'],
] as const)('%d units where the plan says %s: %s', (units, planned, expected) => {
  expect(againstPlan(units, planned)).toBe(expected)
})

describe('at the start', () => {
  const started = (units: number, plannedUnits?: number) => {
    const { plannedUnits: _, ...numbers } = NUMBERS
    const room = readyToDose()
    record(room, room.support, { kind: 'dose-started', units }, 0)
    return { room, session: of(room, plannedUnits === undefined ? numbers : { ...numbers, plannedUnits }) }
  }
  const kinds = ({ session }: ReturnType<typeof started>) => session.alerts.map(({ kind }) => kind)

  test('as many as planned raise nobody', () => {
    expect(kinds(started(2, 2))).toEqual([])
  })

  test('more raise a person now, also where two people tapped', () => {
    expect(kinds(started(3, 2))).toEqual(['possible-overdose'])
    const room = readyToDose()
    room.patient.record({ kind: 'dose-started', units: 1 }, 0)
    room.support.record({ kind: 'dose-started', units: 9 }, 0.2)
    room.meet()
    expect(openKinds(room)).toEqual(['possible-overdose', 'one-dose-to-confirm'])
  })

  test('fewer, or a plan nobody knows, wait for somebody who counted again: a second person, never the patient', () => {
    const { room, session } = started(1, 2)
    expect(session.alerts).toMatchObject([{ kind: 'units-to-confirm', level: 'confirm' }])
    const alert = session.alerts[0]?.key ?? ''
    const settle = { kind: 'alert-settled' as const, alert }
    const numbers = { ...NUMBERS, plannedUnits: 2 }
    expect(why(room, room.patient, settle, 1, numbers)).toBe('second-person-only')
    expect(why(room, room.support, settle, 1, numbers)).toBeUndefined()
    expect(kinds(started(1))).toContain('units-to-confirm')
  })
})
