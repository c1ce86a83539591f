/** The house as a person starts it: built, in demo mode, with a port and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { openPool } from '../../app/database/connection.ts'
import { freePort } from '../../app/database/embedded/postmaster.ts'
import { pidFileLines, serverProcesses } from '../../app/database/embedded/processes.ts'
import { type Connection, connectionAs, type DatabaseRole } from '../../app/database/roles.ts'
import { killAll } from '../kill-all.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** A first start makes a database, and then its people; before it, the sources may have to be built. */
const READY_WITHIN_MS = 110_000
const STOPPED_WITHIN_MS = 20_000

export type RunningHouse = {
  /** `http://localhost:…`, without a slash at the end. */
  url: string
  dataDir: string
  /** Rows of one query, past row-level security: as the owner, or as who owns the sign-in tables. */
  query: <Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
    role?: DatabaseRole,
  ) => Promise<Row[]>
  /** Log lines about something that is our fault. */
  faults: () => string[]
  /** Ends the server and its PostgreSQL and removes the data folder. */
  stop: () => Promise<void>
}

/** @throws with everything the server said, when it does not become ready; nothing is left behind */
export async function startHouse(env: Record<string, string> = {}): Promise<RunningHouse> {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'groundwork-browser-'))
  chmodSync(parent, 0o755) // started by root, PostgreSQL runs as another account and must get in
  const dataDir = path.join(parent, 'data')
  const port = await freePort()
  const url = `http://localhost:${port}`

  const { PATH = '', HOME = '' } = process.env // and nothing else: no test variable changes what is tested
  const given = { PATH, HOME, PORT: String(port), DATA_DIR: dataDir, POSTS_PER_MINUTE: '100000', ...env }
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: given,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => void server.kill('SIGTERM')
  process.on('exit', endWithUs)
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += String(text)))

  const pools = new Map<DatabaseRole, pg.Pool>()
  const poolAs = (role: DatabaseRole) => {
    const pool = pools.get(role) ?? openPool(connectionTo(dataDir, role), 2)
    pools.set(role, pool)
    return pool
  }
  const stop = async () => {
    await Promise.all([...pools.values()].map((pool) => pool.end()))
    await end(server)
    process.off('exit', endWithUs)
    const left = serverProcesses(path.join(dataDir, 'pg'))
    killAll(left)
    rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    if (left.length > 0) throw new Error('PostgreSQL outlived the server that started it')
  }

  const query: RunningHouse['query'] = async (text, values = [], role = 'owner') =>
    (await poolAs(role).query(text, values)).rows

  try {
    await untilReady(url, server)
    await untilComplete(query)
  } catch (error) {
    await stop()
    throw new Error(`The house did not open. It said:\n${said}`, { cause: error })
  }
  return {
    url,
    dataDir,
    query,
    faults: () => said.split('\n').filter((line) => /^\{"level":[56]0,/.test(line)),
    stop,
  }
}

/** The demo keeps its secret in the data folder, and PostgreSQL its port. */
function connectionTo(dataDir: string, role: DatabaseRole): Connection {
  const secret = readFileSync(path.join(dataDir, 'secret'), 'utf8').trim()
  const port = Number(pidFileLines(path.join(dataDir, 'pg'))[3])
  const server = { host: '127.0.0.1', port, user: '', password: '', database: 'groundwork' }
  return connectionAs(server, secret, role)
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (hasEnded(server)) throw new Error('the server ended before it was ready')
    if (Date.now() > until) throw new Error(`the server was not ready within ${READY_WITHIN_MS} ms`)
    await sleep(50)
  }
}

/** The demo brings its people while it is open already. A test begins when nothing moves by itself any more. */
async function untilComplete(query: RunningHouse['query']): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const [row] = await query<{ furnished_at: Date | null }>('select furnished_at from installation')
    if (row?.furnished_at) return
    if (Date.now() > until) throw new Error(`not everybody was there within ${READY_WITHIN_MS} ms`)
    await sleep(50)
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const patience = setTimeout(() => server.kill('SIGKILL'), STOPPED_WITHIN_MS)
  await ended
  clearTimeout(patience)
}
