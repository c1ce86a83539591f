import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/** What is written in this program is far less; a list of values makes a new text for each length. */
const MOST_NAMES = 500

export type Statement = string | (pg.QueryConfig & { text: string })
export type Send = (statement: Statement) => Promise<pg.QueryResult>

const names = new Map<string, string>()

/**
 * Named after its text, so that PostgreSQL plans it once per connection instead of every time: under
 * row-level security planning costs more than most of our queries do.
 */
export function prepared(text: string, values: readonly unknown[] = []): Statement {
  // Without values it may be several statements in one, which cannot be prepared.
  if (values.length === 0) return text
  if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `groundwork-${names.size}`)
  const name = names.get(text)
  return { ...(name === undefined ? {} : { name }), text, values: [...values] }
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('has no pool of its own')) })
const driver = new DummyDriver()

/** The tables, reached by one way of sending. Each statement is sent at once: none waits for another's answer. */
export function tablesVia(send: Send): Kysely<Tables> {
  const connection = new Sender(send)
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (use) => use(connection),
  })
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor })
}

class Sender implements DatabaseConnection {
  readonly #send: Send

  constructor(send: Send) {
    this.#send = send
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#send(prepared(sql, parameters))
    if (command === 'SELECT' || rowCount === null) return { rows }
    return { rows, numAffectedRows: BigInt(rowCount) }
  }

  streamQuery(): never {
    throw new Error('rows are not streamed here')
  }
}
