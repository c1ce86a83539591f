import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared-statements.ts'
import type { Connection } from './roles.ts'
import type { Tables } from './tables.ts'

// A calendar day has no hour: read as text, never as midnight in somebody's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A pool that outlives the server's restarts: lost connections are dropped and made anew. */
export function openPool(connection: Connection, size: number, options?: string): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    application_name: 'groundwork',
    connectionTimeoutMillis: 5_000,
    ...(options === undefined ? {} : { options }),
  })
  // A client that is idle or being closed may still hear the server say goodbye; the next query tells.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const openDatabase = (pool: pg.Pool) =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
