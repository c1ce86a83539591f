import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { canonicalJson } from '../canonical-json.ts'
import { contentHash, shortHash } from './content-hash.ts'

const content = { version: 1, limits: INVENTED_LIMITS, expiresOn: '2027-01-31', isInvented: true }

test('the hash is SHA-256 over it, whoever computes it', () => {
  const { version, limits, expiresOn, isInvented } = content
  const text = canonicalJson({ isInvented, expiresOn, limits, version })
  expect(contentHash(content)).toBe(createHash('sha256').update(text).digest('hex'))
})

test('the order in which numbers are kept says nothing', () => {
  const turned = Object.fromEntries(Object.entries(INVENTED_LIMITS).reverse())
  expect(contentHash({ ...content, limits: turned })).toBe(contentHash(content))
  expect(contentHash(JSON.parse(JSON.stringify(content)))).toBe(contentHash(content))
})

test.each([
  ['a number', { limits: { ...INVENTED_LIMITS, drive: { notBeforeHours: 15 } } }],
  ['the last day', { expiresOn: '2027-02-01' }],
  ['no last day', { expiresOn: null }],
  ['the version', { version: 2 }],
  ['whether it is invented', { isInvented: false }],
])('%s that differs is another hash', (_what, change) => {
  expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content))
})

test('what people read to each other is short, in threes of four', () => {
  expect(shortHash('0123456789abcdef'.repeat(4))).toBe('0123 4567 89ab')
})
