import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('the published example "%s"', (text, hash) => {
  expect(sha256(text)).toBe(hash)
})

const theirs = (text: string) => createHash('sha256').update(text).digest('hex')

test('agrees with another implementation at every length around a block', () => {
  for (let length = 0; length <= 260; length++) {
    const text = 'a'.repeat(length)
    expect(sha256(text)).toBe(theirs(text))
  }
})

test('agrees with another implementation for any text, in any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(theirs(text))
    }),
    { numRuns: 500 },
  )
})
