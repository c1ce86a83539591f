import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../content/words.ts'
import type { AppEnv } from './env.ts'

export const LANGUAGE_COOKIE = '__Host-gw-lang'
export const isLanguage = (value: unknown): value is Language =>
  (LANGUAGES as readonly unknown[]).includes(value)

/** Chosen in the address just now, chosen before, or what the browser asks for first. */
export function languageOf(c: Context<AppEnv>): Language {
  const asked = c.req.query('lang')
  if (isLanguage(asked)) return asked
  const kept = getCookie(c, LANGUAGE_COOKIE)
  if (isLanguage(kept)) return kept
  for (const tag of (c.req.header('accept-language') ?? '').split(',')) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}

/**
 * Whom we talk to: the other end of the socket. Only when that is the one
 * trusted proxy is its word believed, and of its list only the last entry, which
 * the proxy itself added. Anything else in that header anybody can write.
 */
export function clientAddressOf(c: Context<AppEnv>, trustedProxy: string | undefined): string {
  const socket = plainAddress(c.env?.incoming?.socket.remoteAddress ?? 'unknown')
  if (trustedProxy === undefined || socket !== trustedProxy) return socket
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded ? plainAddress(forwarded) : socket
}

/** `::ffff:127.0.0.1` and `127.0.0.1` are one address. */
const plainAddress = (address: string) => address.replace(/^::ffff:/, '')
