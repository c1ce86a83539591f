/**
 * Who is signed in. Every page asks, so this does not go through the library: one signature checked, one
 * prepared statement, no cache; a login that was ended is gone with the next click.
 *
 * "Session" is the library's word for a login and its table. Elsewhere in this project a session is a
 * dosing session.
 */
import type pg from 'pg'
import { Lane } from '../../database/lane.ts'
import { isPersonRole, type Member } from '../actor.ts'
import type { Later } from './background.ts'
import { keptCookies, readSignedCookie, SESSION_COOKIE } from './cookie.ts'
import { linkValue } from './link-token.ts'

/** How somebody proved who they are. Set by us when the login is made, never by what a browser sends. */
export const LOGIN_METHODS = ['passkey', 'password-and-code', 'password', 'link', 'demo'] as const
export type LoginMethod = (typeof LOGIN_METHODS)[number]

export type Strength = 'one-factor' | 'two-factor'

/** A passkey here always had the device's own check (finger, face or PIN): something held and something more. */
const STRENGTH: Record<LoginMethod, Strength> = {
  passkey: 'two-factor',
  'password-and-code': 'two-factor',
  password: 'one-factor',
  link: 'one-factor',
  demo: 'one-factor',
}

export type LoginSession = {
  accountId: string
  sessionId: string
  method: LoginMethod
  strength: Strength
  signedInAt: Date
  lastSeenAt: Date
  /** Twelve hours after signing in, whatever happens in between. */
  expiresAt: Date
}

/** A login and the people it is, one in each practice that knows them. */
export type SignedIn = LoginSession & { members: readonly Member[] }

/** Written at most this often; a quiet login therefore ends up to this much before its limit, never after. */
const SEEN_EVERY_MS = 60_000

/** Kept to the minute: a screen that looks again each half minute need not write each time. */
const KEEP = `
  with kept as (
    update session set "keptUntil" = $2
    where token = $1 and ("keptUntil" is null or abs(extract(epoch from "keptUntil" - $2)) >= 60))
  select "expiresAt" from session where token = $1`

type SessionRow = {
  id: string
  userId: string
  method: LoginMethod
  idleMinutes: number
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  keptUntil: Date | null
}

/** A column of the member is null where a login is nobody here. */
type MemberColumns = { practice_id: string; actor_id: string | null; name: string; roles: string[] }

const COLUMNS = 'id, "userId", method, "idleMinutes", "createdAt", "lastSeenAt", "expiresAt", "keptUntil"'

const FIND = `
  select ${COLUMNS}, member.practice_id, member.actor_id, member.name, member.roles
  from session left join lateral access.find_member("userId") as member on true where token = $1`

export type Sessions = ReturnType<typeof openSessions>

export function openSessions(
  pool: pg.Pool,
  { secret, now, later }: { secret: string; now: () => Date; later: Later },
) {
  const lane = new Lane(pool) // every page asks who somebody is
  const isLive = (row: SessionRow, at: number) =>
    row.expiresAt.getTime() > at && row.lastSeenAt.getTime() + row.idleMinutes * 60_000 > at
  const isKept = ({ keptUntil }: SessionRow, at: number) => keptUntil !== null && keptUntil.getTime() > at

  function touch({ id, lastSeenAt }: SessionRow, at: number) {
    if (at - lastSeenAt.getTime() < SEEN_EVERY_MS) return
    const written = pool.query({
      name: 'login-seen',
      text: 'update session set "lastSeenAt" = $2 where id = $1 and "lastSeenAt" < $2',
      values: [id, new Date(at)],
    })
    later('a login could not be marked as seen', written) // the page need not wait for it
  }

  return {
    /**
     * The login of a request, if it is ours, not ended, not past its limits. Marks it as seen. Who it is
     * comes with it, asked anew every time: a membership that ended is gone with the next click.
     *
     * @param page `may-be-kept` for the pages a login is kept for, and for no other: past its limits it opens those,
     *   and being used for them makes it no younger
     */
    async find(headers: Headers, page?: 'may-be-kept'): Promise<SignedIn | undefined> {
      const token = readSignedCookie(headers, SESSION_COOKIE, secret)
      if (token === undefined) return undefined
      const { rows } = await lane.use((client) =>
        client.query<SessionRow & MemberColumns>({ name: 'login-find', text: FIND, values: [token] }),
      )
      const [row] = rows
      const at = now().getTime()
      if (!row) return undefined
      if (isLive(row, at)) touch(row, at)
      else if (page !== 'may-be-kept' || !isKept(row, at)) return undefined
      return { ...sessionOf(row), members: rows.flatMap(memberOf) }
    },

    /**
     * Keeps the login a request came with for some of its pages, past its own limits.
     *
     * @param forMs from now; asked again, it counts instead of what was asked before
     * @returns Set-Cookie values, where the browser would forget it sooner
     */
    async keep(headers: Headers, forMs: number): Promise<string[]> {
      const token = readSignedCookie(headers, SESSION_COOKIE, secret)
      if (token === undefined) return []
      const until = new Date(now().getTime() + forMs)
      const { rows } = await pool.query<{ expiresAt: Date }>({
        name: 'login-keep',
        text: KEEP,
        values: [token, until],
      })
      const isLonger = rows.some(({ expiresAt }) => until > expiresAt)
      return isLonger ? keptCookies(headers, SESSION_COOKIE, forMs) : []
    },

    /** Where an account is signed in, the latest seen first. */
    async list(accountId: string): Promise<(LoginSession & { userAgent: string })[]> {
      const { rows } = await pool.query<SessionRow & { userAgent: string | null }>(
        `select ${COLUMNS}, "userAgent" from session where "userId" = $1 order by "lastSeenAt" desc`,
        [accountId],
      )
      const at = now().getTime()
      return rows
        .filter((row) => isLive(row, at) || isKept(row, at))
        .map((row) => ({ ...sessionOf(row), userAgent: row.userAgent ?? '' }))
    },

    /** Ends the login a request came with, live or not. */
    async endOwn(headers: Headers): Promise<void> {
      const token = readSignedCookie(headers, SESSION_COOKIE, secret)
      if (token !== undefined) await pool.query('delete from session where token = $1', [token])
    },

    async endOne(accountId: string, sessionId: string): Promise<void> {
      await pool.query('delete from session where "userId" = $1 and id::text = $2', [accountId, sessionId])
    },

    /** Ends every login of an account on every device, and every sign-in or link that was half way through. */
    async endAll(accountId: string): Promise<void> {
      const { rows } = await pool.query<{ email: string }>('select email from "user" where id = $1', [
        accountId,
      ])
      const pending = [accountId, ...rows.map(({ email }) => linkValue(email))]
      await pool.query('delete from verification where value = any($1)', [pending])
      await pool.query('delete from session where "userId" = $1', [accountId])
    },

    /** Ends every login of an account but the one a request came with. */
    async endOthers(accountId: string, headers: Headers): Promise<void> {
      const token = readSignedCookie(headers, SESSION_COOKIE, secret) ?? ''
      await pool.query('delete from session where "userId" = $1 and token <> $2', [accountId, token])
    },

    async purge(): Promise<void> {
      await pool.query(
        `delete from session
         where ("expiresAt" <= $1 or "lastSeenAt" + make_interval(mins => "idleMinutes") <= $1)
           and coalesce("keptUntil" <= $1, true)`,
        [now()],
      )
      await pool.query('delete from verification where "expiresAt" <= $1', [now()])
    },
  }
}

const sessionOf = (row: SessionRow): LoginSession => ({
  accountId: row.userId,
  sessionId: row.id,
  method: row.method,
  strength: STRENGTH[row.method],
  signedInAt: row.createdAt,
  lastSeenAt: row.lastSeenAt,
  expiresAt: row.expiresAt,
})

const memberOf = ({ practice_id, actor_id, name, roles }: MemberColumns): Member[] =>
  actor_id === null
    ? []
    : [{ id: actor_id, practiceId: practice_id, roles: roles.filter(isPersonRole), name }]
