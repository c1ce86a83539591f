import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameJson } from './json.ts'

test('a value is the same after it was stored, in whatever order its keys come back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true)
    }),
  )
  expect(isSameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true)
})

test('other values are not', () => {
  expect(isSameJson({ a: 1 }, { a: '1' })).toBe(false)
  expect(isSameJson([1, 2], [2, 1])).toBe(false)
  expect(isSameJson({ a: null }, {})).toBe(false)
  expect(isSameJson(undefined, {})).toBe(false)
})
