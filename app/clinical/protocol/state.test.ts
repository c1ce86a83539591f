import { describe, expect, test } from 'vitest'
import { cannotSign, type Signing, type Standing, stateOf } from './state.ts'

const today = '2026-11-23'
const now = new Date('2026-11-23T15:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const director = { id: 'director', isDirector: true }
const prescriber = { id: 'prescriber', isDirector: false }
const signing = ({ id, isDirector }: typeof director, at = hoursAgo(1)): Signing => ({
  by: id,
  isDirector,
  at,
})

const draft: Standing = {
  ...{ signatures: [], inForceFrom: null, endedAt: null, replacedBy: null },
  expiresOn: '2027-11-23',
}
const inForce: Standing = { ...draft, inForceFrom: hoursAgo(48) }

test.each<[string, Standing, ReturnType<typeof stateOf>]>([
  ['nobody signed', draft, 'draft'],
  ['one signed', { ...draft, signatures: [signing(director)] }, 'signed-once'],
  ['it was given up', { ...draft, endedAt: now }, 'set-aside'],
  ['two signed', inForce, 'in-force'],
  ['its last day is today', { ...inForce, expiresOn: today }, 'in-force'],
  ['its last day was yesterday', { ...inForce, expiresOn: '2026-11-22' }, 'expired'],
  ['no last day was agreed', { ...inForce, expiresOn: null }, 'in-force'],
  ['another took its place', { ...inForce, endedAt: now, replacedBy: 2 }, 'replaced'],
  ['a director ended it', { ...inForce, endedAt: now }, 'retired'],
  ['it expired and was ended', { ...inForce, expiresOn: '2026-01-01', endedAt: now }, 'retired'],
])('%s', (_what, standing, state) => {
  expect(stateOf(standing, today)).toBe(state)
})

describe('who may sign', () => {
  const asked = (standing: Standing, signer: typeof director, hasOnePhysician = false) =>
    cannotSign(standing, signer, { today, now, hasOnePhysician })
  const signedBy = (first: typeof director, at?: Date): Standing => ({
    ...draft,
    signatures: [signing(first, at)],
  })

  test('first is anybody of the two roles', () => {
    expect(asked(draft, director)).toBeUndefined()
    expect(asked(draft, prescriber)).toBeUndefined()
  })

  test('second is somebody else, and one of the two is a director', () => {
    expect(asked(signedBy(prescriber), director)).toBeUndefined()
    expect(asked(signedBy(director), prescriber)).toBeUndefined()
    expect(asked(signedBy(director), { id: 'another', isDirector: true })).toBeUndefined()
    expect(asked(signedBy(prescriber), { id: 'another', isDirector: false })).toBe('needs-director')
    expect(asked(signedBy(prescriber), prescriber)).toBe('same-person')
    expect(asked(signedBy(director, hoursAgo(400)), director)).toBe('same-person')
  })

  test('where a single physician works, the same director signs again, a day later', () => {
    expect(asked(signedBy(director, hoursAgo(24)), director, true)).toBeUndefined()
    expect(asked(signedBy(director, hoursAgo(23.9)), director, true)).toBe('too-soon')
    expect(asked(signedBy(prescriber, hoursAgo(48)), prescriber, true)).toBe('same-person')
  })

  test('a protocol without a day to come is signed by nobody', () => {
    expect(asked({ ...draft, expiresOn: null }, director)).toBe('no-expiry')
    expect(asked({ ...draft, expiresOn: '2026-11-22' }, director)).toBe('expired')
    expect(asked({ ...draft, expiresOn: today }, director)).toBeUndefined()
  })

  test('what is in force or has ended waits for no signature', () => {
    expect(asked(inForce, director)).toBe('not-open')
    expect(asked({ ...draft, endedAt: now }, director)).toBe('not-open')
  })
})
