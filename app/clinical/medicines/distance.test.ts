import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsAllowed, slipsBetween, soundOf } from './distance.ts'

test.each([
  ['prazosin', 'prazosin', 0],
  ['prazosine', 'prazosin', 1],
  ['prazsoin', 'prazosin', 1],
  ['przosin', 'prazosin', 1],
  ['prezosin', 'prazosin', 1],
  ['przsoin', 'prazosin', 2],
  ['', 'abc', 3],
])('%s is from %s %i slips', (from, to, slips) => {
  expect(slipsBetween(from, to, 5)).toBe(slips)
})

const word = fc.string({ maxLength: 12 })

test('is the same there and back, and none for the same alone', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b, 20)).toBe(slipsBetween(b, a, 20))
      expect(slipsBetween(a, b, 20) === 0).toBe(a === b)
    }),
  )
})

test('counting that ends early answers as counting to the end, or infinity', () => {
  fc.assert(
    fc.property(word, word, fc.nat(6), (a, b, most) => {
      const slips = slipsBetween(a, b, 30)
      expect(slipsBetween(a, b, most)).toBe(slips <= most ? slips : Number.POSITIVE_INFINITY)
    }),
  )
})

test.each([
  [3, 0],
  [4, 1],
  [6, 1],
  [7, 2],
  [9, 2],
  [10, 3],
])('in %i letters %i slips are allowed', (length, slips) => {
  expect(slipsAllowed(length)).toBe(slips)
})

test.each([
  ['zoloph', 'zolloff'],
  ['prazosin', 'prasosin'],
  ['klonopin', 'clonopin'],
  ['phenytoin', 'fenitoin'],
  ['methadone', 'metadone'],
])('%s sounds like %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b))
})
