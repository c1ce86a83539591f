/**
 * How often anybody may try, kept in the database so that a restart or a second process forgets nothing.
 *
 * Form sign-in calls the library directly, where its own limiter would not look; so this one stands before
 * every door. A window starts with the first try and ends by itself: waiting always helps.
 */
import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { normalizeIP } from '@better-auth/core/utils/ip'
import type pg from 'pg'

export type TooManyTries = { status: 'too-many-tries'; retryAfterSeconds: number }

export type Limit = { name: string; per: 'account' | 'address' | 'both'; max: number; windowSeconds: number }

export const MINUTE = 60
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Whom a try counts against. Without an address the limits per address are left out: never one for everybody. */
export type Tried = { account?: string; clientAddress: string | undefined }

export type Limits = {
  /** Counts one try. `undefined`: go on. */
  take: (limits: readonly Limit[], tried: Tried) => Promise<TooManyTries | undefined>
  /** After a success the tries before it no longer count against the person. */
  forget: (limits: readonly Limit[], tried: Tried) => Promise<void>
  purge: () => Promise<void>
}

export const CREATE_TRIES = `
  create table if not exists tries (
    key             text primary key,  -- a keyed hash: the table tells nobody who tried
    count           integer not null,
    window_ends_at  timestamptz not null
  )`

export function openLimits(pool: pg.Pool, secret: string, now: () => Date): Limits {
  function keyOf({ name, per }: Limit, { account = '', clientAddress }: Tried): string {
    const who = [
      per === 'address' ? '' : account.toLowerCase(),
      per === 'account' ? '' : addressBlock(clientAddress),
    ]
    return createHmac('sha256', secret)
      .update(JSON.stringify(['tries', name, ...who]))
      .digest('base64url')
  }

  async function takeOne(limit: Limit, tried: Tried): Promise<TooManyTries | undefined> {
    const key = keyOf(limit, tried)
    const at = now()
    const endsAt = new Date(at.getTime() + limit.windowSeconds * 1000)
    // One statement, so that tries at the same moment cannot all pass. A try that is refused does not count.
    const taken = await pool.query(
      `insert into tries as t (key, count, window_ends_at) values ($1, 1, $2)
       on conflict (key) do update set
         count = case when t.window_ends_at <= $3 then 1 else t.count + 1 end,
         window_ends_at = case when t.window_ends_at <= $3 then excluded.window_ends_at else t.window_ends_at end
       where t.window_ends_at <= $3 or t.count < $4`,
      [key, endsAt, at, limit.max],
    )
    if (taken.rowCount === 1) return undefined
    const { rows } = await pool.query<{ window_ends_at: Date }>(
      'select window_ends_at from tries where key = $1',
      [key],
    )
    const waitMs = (rows[0]?.window_ends_at.getTime() ?? at.getTime()) - at.getTime()
    return { status: 'too-many-tries', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
  }

  return {
    async take(limits, tried) {
      // In order, and no further than the first refusal: somebody held back at their own address must not
      // use up what an account allows in all, or one stranger could lock its owner out.
      for (const limit of limits) {
        if (limit.per === 'address' && addressBlock(tried.clientAddress) === '') continue
        const refused = await takeOne(limit, tried)
        if (refused) return refused
      }
      return undefined
    },
    async forget(limits, tried) {
      await pool.query('delete from tries where key = any($1)', [limits.map((limit) => keyOf(limit, tried))])
    },
    async purge() {
      await pool.query('delete from tries where window_ends_at <= $1', [now()])
    },
  }
}

/** One household or office, not one of the 2^64 addresses a single IPv6 line may use. */
export const addressBlock = (address = ''): string =>
  isIP(address) === 0 ? '' : normalizeIP(address, { ipv6Subnet: 64 })
