import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase, openPool } from '../app/database/connection.ts'
import { type Connection, connectionAs, type DatabaseRole } from '../app/database/roles.ts'
import { TEMPLATE, TEST_SECRET } from './postgres-server.ts'

/** A migrated database of a test file's own, copied in some milliseconds. */
export async function openTestDatabase() {
  const administrator = inject('administrator')
  const name = `groundwork_test_${randomBytes(6).toString('hex')}`
  const pool = openPool(administrator, 1)
  // Copying needs the template to itself; files begin at the same moment.
  await pool.query(`select pg_advisory_lock(hashtextextended('template', 0))`)
  await pool.query(`create database ${name} template ${TEMPLATE}`)
  await pool.query(`select pg_advisory_unlock(hashtextextended('template', 0))`)

  const server: Connection = { ...administrator, database: name }
  const pools: { end: () => Promise<void> }[] = []
  const poolAs = (role: DatabaseRole, size = 4) => {
    const opened = openPool(connectionAs(server, TEST_SECRET, role), size)
    pools.push(opened)
    return opened
  }
  return {
    server,
    connectionAs: (role: DatabaseRole) => connectionAs(server, TEST_SECRET, role),
    poolAs,
    /** As the application: row-level security binds it. */
    db: openDatabase(poolAs('app')),
    /** As the owner: for setting the scene and for checking what really was stored. */
    everything: openDatabase(poolAs('owner', 2)),
    close: async () => {
      await Promise.all(pools.map((opened) => opened.end()))
      await pool.query(`drop database ${name} with (force)`)
      await pool.end()
    },
  }
}

export type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>
