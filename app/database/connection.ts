import { Kysely, PostgresDialect, type RawBuilder } from 'kysely'
import pg from 'pg'
import { gatheringSocket } from './gathering-socket.ts'
import { Lane } from './lane.ts'
import type { Connection } from './roles.ts'
import { prepared, type Statement, tablesVia } from './statement.ts'
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
    pipeline: true, // a statement does not wait for the answer to the one before
    stream: gatheringSocket,
    ...(options === undefined ? {} : { options }),
  })
  // A client that is idle or being closed may still hear the server say goodbye; the next query tells.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

type Work<Result> = (trx: Kysely<Tables>) => Promise<Result>

/** The tables, on a pool's connections, and the three ways a page goes to them. */
export class Database extends Kysely<Tables> {
  readonly #pool: pg.Pool
  readonly #lane: Lane

  constructor(pool: pg.Pool) {
    super({ dialect: new PostgresDialect({ pool }) })
    this.#pool = pool
    this.#lane = new Lane(pool)
  }

  /** One quick statement, a transaction of its own, on a connection shared with others like it. */
  async alone<Row>(statement: RawBuilder<Row>): Promise<Row[]> {
    const { sql, parameters } = statement.compile(this)
    const { rows } = await this.#lane.use((client) => client.query(prepared(sql, parameters)))
    return rows
  }

  /**
   * Reads in one transaction that goes to the database and back once: `opening`, what `work` asks
   * before its first answer, and the commit. What asks again after an answer belongs into `inTransaction`.
   */
  async inOneTrip<Result>(opening: string, work: Work<Result>): Promise<Result> {
    const asked: Asked[] = []
    let isGone = false
    const trx = tablesVia((statement) => {
      if (isGone) throw new Error('a statement was too late for its trip')
      return new Promise((answer, fail) => asked.push({ statement, answer, fail }))
    })
    const result = work(trx)
    result.catch(() => {}) // heard below, once the transaction is over
    await endOfTurn()
    isGone = true
    await this.#lane.use(async (client) => {
      const opened = client.query(`begin; ${opening}`)
      for (const { statement, answer, fail } of asked) client.query(statement).then(answer, fail)
      const [, committed] = await Promise.all([opened, client.query('commit')])
      await result // what failed it says why; the commit would only say that it did
      refuseRollback(committed)
    })
    return result
  }

  /**
   * Runs `work` in one transaction. `opening` follows "begin" and travels with the first statement of
   * `work` without being waited for: should it fail, so does every statement after it.
   *
   * @throws what `work` threw, or the database; nothing is stored then
   */
  async inTransaction<Result>(opening: string, work: Work<Result>): Promise<Result> {
    const client = await this.#pool.connect()
    const opened = client.query(`begin; ${opening}`)
    opened.catch(() => {}) // heard below, after the statements it makes fail
    try {
      const result = await work(tablesVia((statement) => client.query(statement)))
      await opened
      refuseRollback(await client.query('commit'))
      client.release()
      return result
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true), // the connection may be gone; the cause matters more
      )
      await opened // where that failed, it is why the rest did
      throw error
    }
  }
}

type Asked = {
  statement: Statement
  answer: (result: pg.QueryResult) => void
  fail: (error: unknown) => void
}

/** Everything that can go on without an answer from outside has gone on. */
const endOfTurn = () => new Promise<void>((resolve) => process.nextTick(resolve))

/** A transaction that failed, whoever kept silent about it, answers "rollback" to a commit. */
function refuseRollback({ command }: pg.QueryResult): void {
  if (command !== 'COMMIT') throw new Error('a transaction had failed before its commit')
}

export const openDatabase = (pool: pg.Pool): Database => new Database(pool)
