import type pg from 'pg'

/**
 * One connection shared by many: statements that stand alone are sent without waiting for each other's
 * answers. Twenty people's requests then wake the database a few times and not twenty times.
 *
 * Nothing may be sent here that leaves a transaction open, and nothing slow: whoever comes next waits
 * for it. The connection is the pool's again as soon as nobody waits for an answer.
 */
export class Lane {
  readonly #pool: pg.Pool
  #lent: Lent | undefined

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** What `work` sends, it sends in one go: from its start to its first `await`. */
  async use<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    this.#lent ??= { client: this.#pool.connect(), waiting: 0 }
    const lent = this.#lent
    lent.waiting += 1
    try {
      return await work(await lent.client)
    } catch (error) {
      // Whether the statement was wrong or the connection is gone: the next one starts on another.
      if (this.#lent === lent) this.#lent = undefined
      throw error
    } finally {
      lent.waiting -= 1
      if (lent.waiting === 0) {
        if (this.#lent === lent) this.#lent = undefined
        lent.client.then(
          (client) => client.release(),
          () => {}, // whoever waited for it has heard why
        )
      }
    }
  }
}

type Lent = { client: Promise<pg.PoolClient>; waiting: number }
