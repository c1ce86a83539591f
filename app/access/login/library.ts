/**
 * better-auth as this house uses it: its tables, its checks of passwords, codes, links and passkeys.
 *
 * Nobody outside reaches its own addresses but the four that passkeys need (login-passkeys.ts); everything
 * else is called from here, so what is not called does not exist.
 */
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getMigrations } from 'better-auth/db/migration'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { z } from 'zod'
import type { Log } from '../../system/log.ts'
import {
  COOKIE_FLAGS,
  OTHER_COOKIES_PREFIX,
  PASSKEY_COOKIE,
  SECOND_STEP_COOKIE,
  SESSION_COOKIE,
} from './cookie.ts'
import { CREATE_TRIES } from './limits.ts'
import { hashOfLink } from './link-token.ts'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password.ts'
import type { LoginMethod } from './session.ts'

export const BASE_PATH = '/login/api'

const ABSOLUTE_HOURS = 12
/** How long after signing in somebody may change how they sign in. */
export const FRESH_MINUTES = 15

/** What each way of signing in proves. A path that is not here makes no login. */
const SIGN_IN_BY: Partial<Record<string, LoginMethod>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'password-and-code',
  '/two-factor/verify-backup-code': 'password-and-code',
  '/demo/start': 'demo',
}

/** A login exchanged for a new one, because more was proven or something about signing in changed. */
const EXCHANGED_BY: Partial<Record<string, LoginMethod | 'as-before'>> = {
  '/two-factor/verify-totp': 'password-and-code',
  '/passkey/verify-registration': 'passkey',
  '/two-factor/disable': 'as-before',
  '/change-password': 'as-before',
}

export type LibraryOptions = {
  pool: pg.Pool
  origin: string
  secret: string
  practiceName: string
  mode: 'demo' | 'production'
  now: () => Date
  log: Log
  /** Minutes without a click after which this account's logins end. */
  idleMinutesOf: (accountId: string) => Promise<number>
}

/** The library without a database connection made: migrations come first, or it complains at every start. */
export function libraryOptions(options: LibraryOptions) {
  const { pool, origin, secret, practiceName, mode, now, log, idleMinutesOf } = options
  return {
    baseURL: origin,
    basePath: BASE_PATH,
    secret,
    trustedOrigins: [origin],
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    session: {
      expiresIn: ABSOLUTE_HOURS * 3600,
      // A refresh would push the absolute limit forward with every visit.
      disableSessionRefresh: true,
      // A cache would keep a login alive that was ended elsewhere.
      cookieCache: { enabled: false },
      freshAge: FRESH_MINUTES * 60,
      additionalFields: {
        method: { type: 'string', required: true, input: false },
        idleMinutes: { type: 'number', required: true, input: false },
        lastSeenAt: { type: 'date', required: true, input: false },
        keptUntil: { type: 'date', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const idleMinutes = await idleMinutesOf(session.userId)
            const path = context?.path ?? ''
            const current = context?.context.session?.session
            const made = { idleMinutes, lastSeenAt: now() }
            if (!current) {
              const method = SIGN_IN_BY[path]
              return method ? { data: { ...session, ...made, method } } : false
            }
            const exchanged = EXCHANGED_BY[path]
            if (!exchanged) return false
            const method = exchanged === 'as-before' ? current.method : exchanged
            // The twelve hours are counted from signing in, not from the exchange.
            const { expiresAt, createdAt } = current
            return { data: { ...session, ...made, method, expiresAt, createdAt } }
          },
        },
      },
    },
    // login-limits.ts stands before every door; the library's own limiter would not see form sign-ins.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its arguments may hold what somebody typed: only the fact is kept.
      log: (level) => level === 'error' && log.error('the sign-in library reports a fault'),
    },
    advanced: {
      // Never left to the environment: under NODE_ENV=test the library skips both checks.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // With true, an https origin would turn `__Host-gw` into `__Secure-__Host-gw`, which protects nothing.
      useSecureCookies: false,
      cookiePrefix: OTHER_COOKIES_PREFIX,
      defaultCookieAttributes: COOKIE_FLAGS,
      cookies: {
        session_token: { name: SESSION_COOKIE },
        two_factor: { name: SECOND_STEP_COOKIE },
        [CHALLENGE]: { name: PASSKEY_COOKIE },
      },
      // Set by us on every request we build; see login-call.ts.
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
      database: { generateId: 'uuid' },
    },
    plugins: [
      twoFactor({ issuer: practiceName, twoFactorCookieMaxAge: 600 }),
      magicLink({
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashOfLink(token) },
        sendMagicLink: () => {
          throw new Error('links are made in login-link.ts')
        },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: practiceName,
        origin,
        advanced: { webAuthnChallengeCookie: CHALLENGE },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            demandUserVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            demandUserVerified(verification.authenticationInfo.userVerified),
        },
      }),
      ...(mode === 'demo' ? [demoSignIn] : []),
    ],
  } satisfies BetterAuthOptions
}

const CHALLENGE = 'challenge'

/** The library takes a passkey without finger, face or PIN; here it counts as two factors, so it must have one. */
function demandUserVerified(userVerified: boolean | undefined): void {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

/** One click to be one of the demo's people. Not part of the library in production: the address does not exist. */
const demoSignIn = {
  id: 'demo-sign-in',
  endpoints: {
    startDemo: createAuthEndpoint(
      '/demo/start',
      { method: 'POST', body: z.object({ accountId: z.uuid() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({})
      },
    ),
  },
} satisfies NonNullable<BetterAuthOptions['plugins']>[number]

export const openLibrary = (options: LibraryOptions) => betterAuth(libraryOptions(options))
export type Library = ReturnType<typeof openLibrary>

/** Makes or completes the tables of sign-in. Two processes starting at once wait for each other. */
export async function migrateLibrary(options: LibraryOptions): Promise<void> {
  const lock = await options.pool.connect()
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('groundwork login', 0))`)
    const { runMigrations } = await getMigrations(libraryOptions(options))
    await runMigrations()
    await lock.query(CREATE_TRIES)
    // Without it a stranger could register somebody else's credential id as their own.
    await lock.query('create unique index if not exists passkey_credential on passkey ("credentialID")')
  } finally {
    lock.release(true) // closed, not kept: the lock goes with the connection, whatever happened
  }
}
