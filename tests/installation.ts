/** Whole installations on a test server: the tables of every role, sign-in and mail included. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openPool } from '../app/database/connection.ts'
import { prepareJobs } from '../app/database/jobs.ts'
import { migrate } from '../app/database/migrate.ts'
import { type Connection, connectionAs, type DatabaseRole, prepareDatabase } from '../app/database/roles.ts'
import { furnish, type Ground, type House } from '../app/house.ts'
import { type Config, readConfig } from '../app/system/config.ts'
import { quiet } from './app.ts'
import { openTestDatabase } from './postgres.ts'
import { TEST_SECRET } from './postgres-server.ts'

export const PRODUCTION_ENV = {
  GROUNDWORK_MODE: 'production',
  GROUNDWORK_SECRET: TEST_SECRET,
  ORIGIN: 'https://practice.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'practice@practice.example',
}

/** An empty one, on a copy of the template; closed, it is gone with its data folder. */
export async function openInstallation(mode: Config['mode'] = 'demo'): Promise<House> {
  const { server, poolAs, close } = await openTestDatabase()
  return furnished(mode, server, poolAs, close)
}

/** An empty one on another server than the test run's own, migrated there. */
export async function openInstallationAt(administrator: Connection): Promise<House> {
  const name = `groundwork_test_${randomBytes(6).toString('hex')}`
  const pool = openPool(administrator, 1)
  await pool.query(`create database ${name}`)
  const server = { ...administrator, database: name }
  await prepareDatabase(server, TEST_SECRET)
  await migrate(connectionAs(server, TEST_SECRET, 'owner'))
  await prepareJobs(connectionAs(server, TEST_SECRET, 'worker'))
  const pools: { end: () => Promise<void> }[] = []
  const poolAs: Ground['poolAs'] = (role, size) => {
    const opened = openPool(connectionAs(server, TEST_SECRET, role), size)
    pools.push(opened)
    return opened
  }
  return furnished('demo', server, poolAs, async () => {
    await Promise.all(pools.map((opened) => opened.end()))
    await pool.query(`drop database ${name} with (force)`)
    await pool.end()
  })
}

async function furnished(
  mode: Config['mode'],
  server: Connection,
  poolAs: Ground['poolAs'],
  close: () => Promise<void>,
): Promise<House> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'groundwork-data-'))
  const env = mode === 'demo' ? {} : PRODUCTION_ENV
  const house: House = await furnish(
    {
      ...{ config: readConfig({ env, nodeVersion: 'v24.0.0' }), secret: TEST_SECRET, dataDir, server },
      ...{ migrated: [], poolAs },
      connectionAs: (role: DatabaseRole) => connectionAs(server, TEST_SECRET, role),
      close: async () => {
        await house.login.settle()
        await close()
        rmSync(dataDir, { recursive: true, force: true })
      },
    },
    quiet,
  )
  return house
}
