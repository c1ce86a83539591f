/** Data folders for tests of the embedded server: each test has its own, and none leaves a process behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished } from 'vitest'
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbedded,
} from '../../app/database/embedded/embedded.ts'
import { serverProcesses } from '../../app/database/embedded/processes.ts'
import { killAll } from '../kill-all.ts'

export const isRoot = process.getuid?.() === 0

/** A folder that is removed after the test, once nothing lives in it any more. */
export function dataFolder(): string {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'groundwork-ground-'))
  chmodSync(parent, 0o755) // started by root, PostgreSQL runs as another account and must get in
  const dataDir = path.join(parent, 'data')
  onTestFinished(() => {
    const left = serverProcesses(path.join(dataDir, 'pg'))
    killAll(left)
    rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    expect(left, 'a process of the server was left behind').toEqual([])
  })
  return dataDir
}

/** A started server that is stopped after the test, and what it said. */
export async function start(dataDir: string, options: Partial<EmbeddedOptions> = {}) {
  const said: string[] = []
  const server = await startEmbedded({ dataDir, say: ({ message }) => said.push(message), ...options })
  onTestFinished(() => server.stop())
  return { ...server, said }
}

/** One query on a connection of its own. */
export async function query(
  { connection }: Pick<EmbeddedServer, 'connection'>,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // the server may be killed under it; the query itself then fails
  try {
    await client.connect()
    return (await client.query(text, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** Waits for something that happens outside this process. */
export async function until(what: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`still not so after ${withinMs} ms: ${what}`)
    await sleep(20)
  }
}

export type Child = { process: ChildProcess; server: EmbeddedServer; postmasterPid: number }

/** Another node process that starts the server on the folder, prints where, and goes on with `then`. */
export async function startInChild(dataDir: string, then = ''): Promise<Child> {
  const script = `
    import { startEmbedded } from './app/database/embedded/embedded.ts'
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, say: () => {} })
    console.log(JSON.stringify({ connection: server.connection, pid: server.postmasterPid() }))
    ${then}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data)))
    child.once('exit', (code) => reject(new Error(`the child ended with ${code} before it was ready`)))
  })
  const { connection, pid } = JSON.parse(line)
  return {
    process: child,
    server: { connection, postmasterPid: () => pid, stop: async () => {} },
    postmasterPid: pid,
  }
}
