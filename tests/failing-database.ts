import { type Database, openDatabase } from '../app/database/connection.ts'
import type { TestDatabase } from './postgres.ts'

/** The database as the app sees it, whose `n`-th statement never arrives. Counted from 1. */
export function failingAtStep(postgres: TestDatabase, n: number): Database {
  const pool = postgres.poolAs('app', 1)
  let step = 0
  pool.on('connect', (client) => {
    const send = client.query.bind(client)
    const query = (...statement: Parameters<typeof send>) => {
      step += 1
      return step === n ? Promise.reject(new Error('this step fails')) : send(...statement)
    }
    Object.assign(client, { query })
  })
  return openDatabase(pool)
}
