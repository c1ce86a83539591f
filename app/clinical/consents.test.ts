import { expect, test } from 'vitest'
import { CONSENT_KINDS, CONSENT_VERSIONS, inForce } from './consents.ts'

const signed = (change: object = {}) => ({ kind: 'telehealth', textVersion: 1, withdrawnAt: null, ...change })

test('a consent counts on the text of today, until it is taken back', () => {
  expect(inForce([signed()])).toEqual(['telehealth'])
  expect(inForce([signed({ withdrawnAt: 5 })])).toEqual([])
  expect(inForce([signed({ withdrawnAt: 5 }), signed()])).toEqual(['telehealth'])
  expect(inForce([])).toEqual([])
})

test('when a text changes, what was signed before counts no more', () => {
  expect(inForce([signed()], { ...CONSENT_VERSIONS, telehealth: 2 })).toEqual([])
  expect(inForce([signed({ textVersion: 2 })])).toEqual([])
})

test('a kind nobody knows any more does not count', () => {
  expect(inForce([signed({ kind: 'of-old' })])).toEqual([])
})

test('they come in the order they are read', () => {
  const all = [...CONSENT_KINDS].reverse().map((kind) => signed({ kind }))
  expect(inForce(all)).toEqual(CONSENT_KINDS)
})
