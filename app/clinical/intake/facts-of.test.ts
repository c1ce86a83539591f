import { expect, test } from 'vitest'
import { SIGNED } from '../../../tests/ordinary-patient.ts'
import { type Intake, intakeFactsOf } from './facts-of.ts'
import { medicineListOf } from './medicines-told.ts'
import { recordIdsOf } from './record-ids.ts'

const NOTHING: Intake = {
  parts: {},
  medicines: undefined,
  responses: {},
  clinician: undefined,
  bases: [],
  consentsInForce: [],
  ageYears: 40,
  hasSupportPersonOnRecord: false,
  today: '2026-06-15',
}
const facts = (but: Partial<Intake>) => intakeFactsOf({ ...NOTHING, ...but }, SIGNED)

test('nothing told is nothing known: no fact is a no, a zero or an empty list', () => {
  const { ageYears, consentsInForce, order, ...rest } = facts({})
  expect(Object.values(rest).filter((value) => value !== undefined && value !== 'not-loaded')).toEqual([])
  expect({ ageYears, consentsInForce, order }).toEqual({
    ageYears: 40,
    consentsInForce: [],
    order: 'none-yet',
  })
})

test('not to say, and not sure, are no answers', () => {
  const told = facts({
    parts: {
      health: { ketamineAllergy: 'not-sure', heartConditions: { declined: 'for-good' } },
      alone: { safeAtHome: { declined: 'now' } },
      nights: { 'bladder-blood': 'no', 'bladder-pain': { declined: 'now' }, 'bladder-leak': 'no' },
    },
  })
  expect(told).toMatchObject({ hasBloodInUrine: false })
  for (const name of [
    'hasKetamineAllergy',
    'heartConditions',
    'isUnsafeAtHome',
    'hasBladderWarningSign',
  ] as const)
    expect(told[name]).toBeUndefined()
})

test('one reading alone is no mean', () => {
  expect(facts({ parts: { readings: { firstUpper: 120 } } }).homeSystolicMmHg).toBeUndefined()
  expect(facts({ parts: { readings: { firstUpper: 120, secondUpper: 131 } } }).homeSystolicMmHg).toBe(125.5)
})

test('a recent event counts from the nearest day its choice allows', () => {
  const since = (recentEvent: string) => facts({ parts: { before: { recentEvent } } }).daysSinceRecentEvent
  expect(['this-week', 'this-month', 'three-months', 'no'].map(since)).toEqual([0, 8, 31, 'none'])
})

test('pregnancy is not asked of a man, and asked of whoever did not say', () => {
  const needed = (sexAtBirth: string) => facts({ parts: { you: { sexAtBirth } } }).isPregnancyTestNeeded
  expect([needed('male'), needed('female'), needed('intersex')]).toEqual([false, undefined, undefined])
  expect(facts({ parts: { private: { couldBePregnant: 'not-sure' } } }).isPregnancyTestNeeded).toBe(true)
})

test('somebody in view is not yet confirmed; nobody in view is a no; on record is a yes', () => {
  const confirmed = (supportPerson: string) =>
    facts({ parts: { home: { supportPerson } } }).hasConfirmedSupportPerson
  expect([confirmed('somebody'), confirmed('perhaps'), confirmed('nobody')]).toEqual([
    undefined,
    undefined,
    false,
  ])
  expect(facts({ hasSupportPersonOnRecord: true }).hasConfirmedSupportPerson).toBe(true)
})

test('a query dated tomorrow is not fresh', () => {
  expect(facts({ clinician: { pdmpAskedOn: '2026-06-16' } }).pdmpAgeDays).toBeUndefined()
})

test('prazosin asked by its name stands on the list; skipped, what is prescribed was not asked about', () => {
  const list = {
    lines: [],
    none: ['prescribed', 'without-prescription', 'supplement-or-herb'],
    declined: [],
  } as const
  const told = { ...list, lines: [], none: [...list.none], declined: [] }
  expect(medicineListOf({ ...told, prazosin: 'now' }).medicines).toEqual([
    { text: 'prazosin', taking: 'taking' },
  ])
  expect(medicineListOf({ ...told, prazosin: 'no' }).asked).toHaveLength(3)
  expect(medicineListOf({ ...told, prazosin: 'declined' }).asked).not.toContain('prescribed')
  expect(medicineListOf(told).asked).not.toContain('prescribed')
})

test('every fact of a sensitive segment names the sheet it was told in', () => {
  const ids = recordIdsOf(
    new Map([
      ['intake-habits', 'h'],
      ['intake-alone', 'a'],
      ['intake-clinician', 'c'],
    ]),
  )
  expect(ids).toMatchObject({ taps1: 'h', isUnsafeAtHome: 'a', pdmpShowsOpioid: 'c' })
})
