import { serializeSignedCookie } from 'better-call'
import { expect, test } from 'vitest'
import { clearedCookies, readSignedCookie, SESSION_COOKIE, withoutCookie } from './cookie.ts'

const secret = 'only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz'

const signed = async (name: string) =>
  (await serializeSignedCookie(name, 'a-token', secret)).split(';')[0] ?? ''
const headersWith = (cookie: string) => new Headers({ cookie })
const read = (cookie: string, by = secret) => readSignedCookie(headersWith(cookie), SESSION_COOKIE, by)

test('reads what the library signed', async () => {
  const cookie = await signed(SESSION_COOKIE)
  expect(read(cookie)).toBe('a-token')
  expect(read(`other=1; ${cookie}; more=2`)).toBe('a-token')
})

test('another secret, another value or a shortened signature is nobody’s cookie', async () => {
  const cookie = await signed(SESSION_COOKIE)
  expect(read(cookie, `${secret}x`)).toBeUndefined()
  expect(read(cookie.replace('a-token', 'b-token'))).toBeUndefined()
  expect(read(cookie.slice(0, -4))).toBeUndefined()
  for (const broken of ['', '__Host-gw=', '__Host-gw=.', '__Host-gw=%E0%A4%A', '__Host-gw=a.b', 'gw=a'])
    expect(read(broken)).toBeUndefined()
})

test('a cookie whose name only begins alike is another cookie', async () => {
  const cookie = await signed(`${SESSION_COOKIE}-step`)
  expect(read(cookie)).toBeUndefined()
})

test('taking one cookie out leaves the others', () => {
  expect(withoutCookie(headersWith('a=1; __Host-gw=x; b=2'), SESSION_COOKIE)).toBe('a=1; b=2')
  expect(withoutCookie(headersWith('__Host-gw=x'), SESSION_COOKIE)).toBeUndefined()
  expect(withoutCookie(new Headers(), SESSION_COOKIE)).toBeUndefined()
})

test('signing out takes every cookie of sign-in away, with the flags they were set with', () => {
  for (const cookie of clearedCookies())
    expect(cookie).toMatch(/^__Host-gw(-step|-key)?=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(clearedCookies()).toHaveLength(3)
})
