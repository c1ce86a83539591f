import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** What is written in this program is far less; a list of values makes a new text for each length. */
const MOST_STATEMENTS = 500

/**
 * A pool whose statements PostgreSQL plans once per connection instead of every
 * time: under row-level security planning costs more than most of our queries do.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    if (!names.has(text) && names.size < MOST_STATEMENTS) names.set(text, `groundwork-${names.size}`)
    return names.get(text)
  }
  return {
    connect: async () => new PreparingClient(await pool.connect(), nameOf),
    end: () => pool.end(),
  }
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #nameOf: (text: string) => string | undefined

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client
    this.#nameOf = nameOf
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query(text: string | object, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('a cursor cannot be prepared')
    // Without values it may be several statements in one, which cannot be prepared either.
    if (values.length === 0) return this.#client.query(text)
    return this.#client.query({ name: this.#nameOf(text), text, values: [...values] })
  }

  release(): void {
    this.#client.release()
  }
}
