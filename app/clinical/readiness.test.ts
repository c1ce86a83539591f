import { expect, test } from 'vitest'
import { PREPARATION_PARTS } from './preparation.ts'
import { missingFor, READY_THINGS, type Readiness } from './readiness.ts'

const READY: Readiness = {
  partsDone: PREPARATION_PARTS,
  support: 'agreed',
  backup: 'agreed',
  hasSession: true,
  hasIntegration: true,
}

test('with everything there nothing is missing; with nothing, everything is', () => {
  expect(missingFor(READY)).toEqual([])
  const nothing = { ...READY, partsDone: [], hasSession: false, hasIntegration: false }
  expect(missingFor({ ...nothing, support: 'nobody', backup: 'asked' })).toEqual(READY_THINGS)
})

test.each(PREPARATION_PARTS)('%s alone keeps somebody from being ready', (part) => {
  const partsDone = PREPARATION_PARTS.filter((one) => one !== part)
  expect(missingFor({ ...READY, partsDone })).toEqual([part])
})

test.each(['nobody', 'asked'] as const)('somebody who is %s has not agreed', (standing) => {
  expect(missingFor({ ...READY, support: standing })).toEqual(['support'])
  expect(missingFor({ ...READY, backup: standing })).toEqual(['backup'])
})
