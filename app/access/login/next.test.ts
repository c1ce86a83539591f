import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNext } from './next.ts'

test.each(['/portal', '/console?after=3&x=/y', '/account/second-step', '/sign', '/a/../b'])(
  '%s is a way on',
  (path) => {
    expect(safeNext(path, '/start')).toBe(path === '/a/../b' ? '/b' : path)
  },
)

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/..//elsewhere.example',
  '/a/..//elsewhere.example',
  'javascript:alert(1)',
  'portal',
  '',
  '/sign-in',
  '/sign-in?next=/portal',
  '/sign-out',
  '/sign-out-everywhere',
  '/login/api/passkey/verify-authentication',
  `/${'a'.repeat(600)}`,
  undefined,
  ['/portal', '/console'],
])('%j leads to the start instead', (wanted) => {
  expect(safeNext(wanted, '/start')).toBe('/start')
})

test('whatever is asked for, a browser stays on our own origin', () => {
  const origin = 'https://house.example'
  const pieces = fc.constantFrom(
    '/',
    '//',
    '\\',
    '\t',
    '\n',
    '\r',
    '\0',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '%2f',
    '%5c',
    'https:',
    'e.example',
    'a',
  )
  const addresses = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => `/${text}`),
  )
  fc.assert(
    fc.property(addresses, (wanted) => {
      const next = safeNext(wanted, '/start')
      expect(next.startsWith('/')).toBe(true)
      expect(new URL(next, origin).origin).toBe(origin)
      // The same again: what is kept in a form and read back does not change its meaning.
      expect(safeNext(next, '/start')).toBe(next)
    }),
    { numRuns: 20_000 },
  )
})
