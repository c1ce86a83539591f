/** One PostgreSQL for the whole test run, with one migrated database to copy from. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openPool } from '../app/database/connection.ts'
import { startEmbedded } from '../app/database/embedded/embedded.ts'
import { prepareJobs } from '../app/database/jobs.ts'
import { migrate } from '../app/database/migrate.ts'
import { type Connection, connectionAs, prepareDatabase } from '../app/database/roles.ts'
import { connectionFromUrl } from '../app/database/url.ts'

export const TEST_SECRET = 'only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz'
export const TEMPLATE = 'groundwork_template'

declare module 'vitest' {
  export interface ProvidedContext {
    administrator: Connection
  }
}

export default async function setup(project: TestProject) {
  const server = await (process.env.TEST_DATABASE_URL ? given(process.env.TEST_DATABASE_URL) : embedded())
  await makeTemplate(server.administrator)
  project.provide('administrator', server.administrator)
  return server.stop
}

/** Somebody else's server, of any version from 15 on. */
async function given(url: string) {
  return { administrator: connectionFromUrl(url), stop: async () => {} }
}

async function embedded() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'groundwork-tests-'))
  chmodSync(home, 0o755) // started by root, PostgreSQL runs as another user and must get in
  const server = await startEmbedded({ dataDir: home, say: () => {}, settings: { max_connections: '200' } })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { administrator: server.connection, stop }
}

async function makeTemplate(administrator: Connection) {
  const pool = openPool(administrator, 1)
  await pool.query(`drop database if exists ${TEMPLATE} with (force)`)
  await pool.query(`create database ${TEMPLATE}`)
  await pool.end()
  const template = { ...administrator, database: TEMPLATE }
  await prepareDatabase(template, TEST_SECRET)
  await migrate(connectionAs(template, TEST_SECRET, 'owner'))
  await prepareJobs(connectionAs(template, TEST_SECRET, 'worker'))
}
