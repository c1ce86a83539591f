/**
 * The cookies sign-in sets: their names, their flags, and how their values are signed.
 *
 * `__Host-` binds each to this exact host over a secure connection: no subdomain and no plain-HTTP
 * neighbour can plant one. The names say nothing about what kind of house this is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SESSION_COOKIE = '__Host-gw'
export const SECOND_STEP_COOKIE = '__Host-gw-step'
export const PASSKEY_COOKIE = '__Host-gw-key'

/** What the library would call a cookie nobody named: still prefixed. */
export const OTHER_COOKIES_PREFIX = '__Host-gw'

export const COOKIE_FLAGS = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const

const HMAC_BASE64_LENGTH = 44

const sign = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest()

/** The value of a signed cookie of a request, if it is there and the signature is ours. */
export function readSignedCookie(headers: Headers, name: string, secret: string): string | undefined {
  const raw = readCookie(headers, name)
  if (raw === undefined) return undefined
  const signed = decoded(raw)
  const dot = signed.lastIndexOf('.')
  if (dot < 1 || signed.length - dot - 1 !== HMAC_BASE64_LENGTH) return undefined
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const wanted = sign(value, secret)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined
}

function readCookie(headers: Headers, name: string): string | undefined {
  const header = headers.get('cookie')
  if (header === null) return undefined
  const start = `${name}=`
  for (const part of header.split(';')) {
    const pair = part.trim()
    if (pair.startsWith(start)) return pair.slice(start.length)
  }
  return undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return '' // a broken escape was not written by us
  }
}

/** Set-Cookie values that let a browser keep a cookie it sent for so long from now. */
export function keptCookies(headers: Headers, name: string, forMs: number): string[] {
  const raw = readCookie(headers, name)
  const seconds = Math.ceil(forMs / 1000)
  return raw === undefined
    ? []
    : [`${name}=${raw}; Max-Age=${seconds}; Path=/; HttpOnly; Secure; SameSite=Lax`]
}

/** The Cookie header without one cookie; `undefined` when nothing is left. */
export function withoutCookie(headers: Headers, name: string): string | undefined {
  const rest = (headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith(`${name}=`))
  return rest.length > 0 ? rest.join('; ') : undefined
}

/** Set-Cookie values that take every cookie of sign-in away. */
export const clearedCookies = (): string[] =>
  [SESSION_COOKIE, SECOND_STEP_COOKIE, PASSKEY_COOKIE].map(
    (name) => `${name}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`,
  )
