import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('has its keys in order and nothing between', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: true, z: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é\\"","d":null}]}',
  )
})

test('what is nothing, or no number, is null in a list and left out of an object', () => {
  expect(canonicalJson(undefined)).toBe('null')
  expect(canonicalJson([undefined, 0.5, -3, Number.NaN])).toBe('[null,0.5,-3,null]')
  expect(canonicalJson({ a: undefined, b: Number.NaN })).toBe('{"b":null}')
})

test('is one text for one value, also after a way through JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
