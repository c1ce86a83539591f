/** How statements travel: together, alone, in one trip; and what happens when one of them fails on its way. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../app/database/connection.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const setting = (text: string) => `set local app.patient_id = '${text}'`
const seen = sql<{
  text: string | null
}>`select nullif(current_setting('app.patient_id', true), '') as text where ${true}`
const wrong = sql`select 1 / ${0}::int`
const count = (n: number) => Array.from({ length: n }, (_, i) => i)

/** Each way of going to the database, with the scope's text it saw. */
const WAYS: Record<string, (db: Database, mine: string) => Promise<string | null | undefined>> = {
  alone: async (db) => (await db.alone(seen))[0]?.text,
  trip: async (db, mine) => {
    const [first, second] = await db.inOneTrip(setting(mine), (trx) =>
      Promise.all([seen.execute(trx), seen.execute(trx)]),
    )
    expect(second).toEqual(first)
    return first.rows[0]?.text
  },
  transaction: (db, mine) =>
    db.inTransaction(setting(mine), async (trx) => {
      const before = (await seen.execute(trx)).rows[0]?.text
      expect((await seen.execute(trx)).rows[0]?.text).toBe(before)
      return before
    }),
  'failing trip': async (db, mine) => {
    const both = db.inOneTrip(setting(mine), (trx) => Promise.all([seen.execute(trx), wrong.execute(trx)]))
    await expect(both).rejects.toThrow('division by zero')
    return mine
  },
  'failing alone': async (db) => {
    await expect(db.alone(wrong)).rejects.toThrow('division by zero')
    return null
  },
}

test('two hundred at once on three connections: nobody sees another’s scope, and none is left behind', async () => {
  const db = openDatabase(postgres.poolAs('app', 3))
  const ways = Object.entries(WAYS)
  const all = count(200).map(async (i) => {
    const [name, go] = ways[i % ways.length] as (typeof ways)[number]
    const expected = name.includes('alone') ? null : `mine ${i}`
    expect(await go(db, `mine ${i}`), name).toBe(expected)
  })
  await Promise.all(all)
  const after = await Promise.all(count(10).map(() => db.alone(seen)))
  expect(after.flat().map(({ text }) => text)).toEqual(count(10).map(() => null))
})

describe('one trip', () => {
  test('carries what is asked before the first answer, and refuses what comes after it', async () => {
    const late = postgres.db.inOneTrip(setting('mine'), async (trx) => {
      await seen.execute(trx)
      return seen.execute(trx)
    })
    await expect(late).rejects.toThrow('a statement was too late for its trip')
  })

  test('fails as a whole when its scope cannot be set', async () => {
    await expect(postgres.db.inOneTrip('set local app = 1', (trx) => seen.execute(trx))).rejects.toThrow()
    expect((await postgres.db.alone(seen))[0]?.text).toBeNull()
  })

  test('hands on what the work itself throws', async () => {
    const thrown = postgres.db.inOneTrip(setting('mine'), async () => {
      throw new Error('no such patient')
    })
    await expect(thrown).rejects.toThrow('no such patient')
  })
})

describe('a transaction', () => {
  test('that failed in silence is not taken for stored', async () => {
    const silent = postgres.db.inTransaction(setting('mine'), async (trx) => {
      await wrong.execute(trx).catch(() => {})
      return 'stored'
    })
    await expect(silent).rejects.toThrow('a transaction had failed before its commit')
  })

  test('says why it could not begin, not what followed from it', async () => {
    const unopened = postgres.db.inTransaction('set local nonsense', (trx) => wrong.execute(trx))
    await expect(unopened).rejects.toThrow('syntax error')
  })
})

test('a connection lost under many statements costs those, and the next one gets another', async () => {
  const pool = postgres.poolAs('app', 2)
  const db = openDatabase(pool)
  const endOfMine = sql`select pg_terminate_backend(pg_backend_pid()) where ${true}`
  const lost = await Promise.allSettled([db.alone(seen), db.alone(endOfMine), db.alone(seen), db.alone(seen)])
  expect(lost.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  expect(await db.alone(seen)).toEqual([{ text: null }])
  expect(await WAYS.trip?.(db, 'mine')).toBe('mine')
  expect(pool.totalCount - pool.idleCount, 'connections still lent').toBe(0)
})
