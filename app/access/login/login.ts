/**
 * Signing in, by passkey, by password and code, or by a link in a mail; and everything around it.
 *
 * The one door to the sign-in tables. Outcomes a person may meet are values with names; nothing here ever
 * says whether an address has an account.
 */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { AppError } from '../../system/errors.ts'
import type { Log } from '../../system/log.ts'
import { isStaff, type Role } from '../actor.ts'
import { type AccountState, openAccounts } from './account.ts'
import { openBackground } from './background.ts'
import { type Caller, openCall, refuseForeign } from './call.ts'
import { openChanges } from './change.ts'
import { clearedCookies } from './cookie.ts'
import { type Library, migrateLibrary, openLibrary } from './library.ts'
import { openLimits } from './limits.ts'
import { openLinks, type SendMail } from './link.ts'
import { openPasskeys } from './passkeys.ts'
import { openRegistration } from './registration.ts'
import { IDLE_MINUTES, STAFF_IDLE_MINUTES } from './rules.ts'
import { openSessions } from './session.ts'
import { openSignIn } from './sign-in.ts'

export type LoginOptions = {
  /** As the login role, with `search_path=login`. */
  pool: pg.Pool
  /** Scheme, host and port under which people reach us. */
  origin: string
  secret: string
  mode: 'demo' | 'production'
  practiceName: string
  sendMail: SendMail
  /** The mail that goes out when somebody's way of signing in has changed. */
  changedMail: { subject: string; text: string }
  /** Roles an account has in the practice; none for an id nobody has. */
  rolesOf: (accountId: string) => Promise<readonly Role[]>
  log: Log
  now?: () => Date
}

export type Login = ReturnType<typeof createLogin>

/** How often what has run out is swept away, while people sign in. */
const SWEEP_EVERY_MS = 10 * 60_000

export function createLogin(options: LoginOptions) {
  const { pool, origin, secret, mode, practiceName, sendMail, changedMail, rolesOf, log } = options
  const now = options.now ?? (() => new Date())
  const { later, settle } = openBackground(log)

  const idleMinutesOf = async (accountId: string) =>
    isStaff({ roles: await rolesOf(accountId) }) ? STAFF_IDLE_MINUTES : IDLE_MINUTES
  const libraryOptions = { pool, origin, secret, practiceName, mode, now, log, idleMinutesOf }
  let opened: Library | undefined
  // Made on first use, after migrate(): it looks at the tables as soon as it exists.
  const library = () => {
    opened ??= openLibrary(libraryOptions)
    return opened
  }

  const sessions = openSessions(pool, { secret, now, later })
  const accounts = openAccounts(pool)
  const limits = openLimits(pool, secret, now)
  const call = openCall(library, { origin, secret, findSession: sessions.find })

  const deliver = (message: Parameters<SendMail>[0]) =>
    later('a sign-in mail was not sent', sendMail(message))
  const tellChanged = ({ email }: AccountState) => deliver({ id: randomUUID(), to: email, ...changedMail })

  const changes = openChanges({
    call,
    library,
    sessions,
    accounts,
    limits,
    now,
    practiceName,
    origin,
    rolesOf,
    tellChanged,
  })
  const links = openLinks({
    call,
    accounts,
    limits,
    sessions,
    rolesOf,
    origin,
    now,
    sendMail,
    deliver,
    later,
  })
  const signIn = openSignIn({ call, accounts, limits, sessions, secret, now, log, sweep })

  let sweptAtMs = 0
  function sweep() {
    if (now().getTime() - sweptAtMs < SWEEP_EVERY_MS) return
    sweptAtMs = now().getTime()
    later('old logins were not swept away', Promise.all([sessions.purge(), limits.purge()]))
  }

  return {
    /** Makes or completes the tables. Once at start, before anything else. */
    migrate: () => migrateLibrary(libraryOptions),

    /** Answers /login/api/*, of which only what passkeys need exists. */
    handler: openPasskeys({
      call,
      limits,
      mayChange: changes.mayChange,
      endOwn: sessions.endOwn,
      added: async ({ headers }) => {
        const session = await sessions.find(headers)
        const account = session && (await accounts.find(session.accountId))
        if (account) tellChanged(account)
      },
    }),

    findSession: sessions.find,
    keepSession: sessions.keep,
    ...openRegistration({ accounts, limits, library, origin }),
    ...signIn,
    ...links,
    ...changes,

    /** Returns the Set-Cookie values that clear the browser. */
    async signOut({ headers }: Caller): Promise<string[]> {
      refuseForeign(headers, origin)
      await sessions.endOwn(headers)
      return clearedCookies()
    },

    /** Ends every login of the caller's account, on every device, with their next click. */
    async signOutEverywhere({ headers }: Caller): Promise<string[]> {
      refuseForeign(headers, origin)
      const session = await sessions.find(headers)
      if (!session) throw new AppError('unauthenticated', 'nobody is signed in')
      await sessions.endAll(session.accountId)
      return clearedCookies()
    },

    /** Where the account is signed in, the latest seen first. */
    listSessions: sessions.list,
    endSession: sessions.endOne,
    /** For somebody who left, or a phone that was stolen: ends everything without their doing. */
    endAllSessions: sessions.endAll,

    findAccount: accounts.find,
    findAccountId: (email: string) => accounts.findIdByEmail(email.toLowerCase()),
    findEmail: async (accountId: string) => (await accounts.find(accountId))?.email,

    /**
     * Makes an account without any way in yet, for somebody the practice knows; `invite` sends one.
     * @throws AppError conflict when the address has an account.
     */
    async createAccount({ email, name }: { email: string; name: string }): Promise<string> {
      if ((await accounts.findIdByEmail(email.toLowerCase())) !== undefined)
        throw new AppError('conflict', 'an account with this address exists')
      const { internalAdapter } = await library().$context
      // The practice vouches for the address: an unverified one would lose its password to the first link.
      const user = await internalAdapter.createUser(
        { email, name, emailVerified: true },
        { method: 'invitation' },
      )
      return user.id
    },

    /** @throws Error outside the demo, where the library does not even have the address. */
    async startDemoSession(caller: Caller, accountId: string): Promise<string[]> {
      if (mode !== 'demo') throw new Error('a demo session was asked for outside the demo')
      const answer = await call(caller, 'POST', '/demo/start', { accountId })
      if (answer.status !== 200) throw new AppError('not-found', 'no such person in the demo')
      await sessions.endOwn(caller.headers)
      return answer.setCookies
    },

    /** Resolves when everything that pages did not wait for is written and sent. Before the pool closes. */
    settle,
  }
}
