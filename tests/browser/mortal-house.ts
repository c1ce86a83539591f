/** The built house with its processes in reach: to be killed, stopped and started again on the same folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../app/database/embedded/postmaster.ts'
import { livingPostmaster, pidFileLines, serverProcesses } from '../../app/database/embedded/processes.ts'
import { type Connection, connectionAs, type DatabaseRole } from '../../app/database/roles.ts'
import { killAll } from '../kill-all.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY_WITHIN_MS = 60_000

export type MortalHouse = Awaited<ReturnType<typeof makeHouse>>

/** A port and an empty data folder; nothing runs yet. `remove` ends whatever still does. */
export async function makeHouse(nodeOptions: readonly string[] = []) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'groundwork-mortal-'))
  chmodSync(parent, 0o755) // started by root, PostgreSQL runs as another account and must get in
  const dataDir = path.join(parent, 'data')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { PATH = '', HOME = '' } = process.env // and nothing else: no test variable changes what is tested
  const env = { PATH, HOME, PORT: String(port), DATA_DIR: dataDir, POSTS_PER_MINUTE: '1000000' }
  let server: ChildProcess | undefined
  let said = ''

  const isRunning = () => server !== undefined && server.exitCode === null && server.signalCode === null

  /** Starts the server and returns at once. */
  function begin(program = 'dist/server/server.js'): ChildProcess {
    said = ''
    const child = spawn(process.execPath, [...nodeOptions, program], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said = (said + String(text)).slice(-50_000)
      })
    server = child
    return child
  }

  /** @throws with what the server said, when it ends or dawdles instead */
  async function ready(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS
    while (!(await fetch(`${url}/readyz`, { headers: { connection: 'close' } }).catch(() => undefined))?.ok) {
      if (!isRunning()) throw new Error(`the server ended before it was ready:\n${said}`)
      if (Date.now() > until) throw new Error(`the server was not ready in ${READY_WITHIN_MS} ms:\n${said}`)
      await sleep(10)
    }
  }

  /** Until the demo has brought its people, which it does while it is open already. */
  async function everybodyThere(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS
    const client = new pg.Client(connectionTo('owner'))
    client.on('error', () => {}) // the next query tells
    await client.connect()
    try {
      for (;;) {
        const { rows } = await client.query('select furnished_at from installation')
        if (rows[0]?.furnished_at) return
        if (Date.now() > until) throw new Error(`not everybody was there in ${READY_WITHIN_MS} ms:\n${said}`)
        await sleep(50)
      }
    } finally {
      await client.end()
    }
  }

  /** Signals the server and waits for its end. Resolves to its exit code; null when the signal ended it. */
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!server || !isRunning()) return server?.exitCode ?? null
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
    return server.exitCode
  }

  const secret = () => readFileSync(path.join(dataDir, 'secret'), 'utf8').trim()

  function connectionTo(role: DatabaseRole): Connection {
    const [, , , pgPort] = pidFileLines(path.join(dataDir, 'pg'))
    const server = { host: '127.0.0.1', port: Number(pgPort), user: '', password: '', database: 'groundwork' }
    return connectionAs(server, secret(), role)
  }

  const processes = () => serverProcesses(path.join(dataDir, 'pg'))

  return {
    url,
    dataDir,
    begin,
    ready,
    everybodyThere,
    end,
    isRunning,
    pid: () => (isRunning() ? server?.pid : undefined),
    /** Of the postmaster that lives now; undefined while there is none. */
    postmasterPid: () => livingPostmaster(path.join(dataDir, 'pg')),
    /** PostgreSQL's own, children included. */
    processes,
    secret,
    connectionAs: connectionTo,
    /** The last of what the server wrote since it began. */
    said: () => said,
    remove: async () => {
      await end('SIGKILL')
      killAll(processes())
      rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
