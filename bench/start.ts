/**
 * From `npm start` to a page that is served, migrated and founded: on an empty folder, and the next time; against
 * a bare PostgreSQL made and started, and a bare node that listens.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '../app/database/embedded/embedded.ts'
import { freePort } from '../app/database/embedded/postmaster.ts'
import { machine } from './parts/ground.ts'
import { goals, ms, table } from './parts/print.ts'

const ROUNDS = Number(process.env.ROUNDS || 5)
const LISTEN = `require('http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1')`

type Times = { house: number; node: number; postgres: number }
const first: Times[] = []
const next: Times[] = []

for (let round = 0; round < ROUNDS; round += 1) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-start-'))
  chmodSync(folder, 0o755) // started by root, PostgreSQL runs as another account and must get in
  try {
    for (const times of [first, next]) {
      times.push({
        house: await untilServed('npm', ['start'], path.join(folder, 'house')),
        node: await untilServed(process.execPath, ['--eval', LISTEN], folder),
        postgres: await untilStarted(path.join(folder, 'bare')),
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const rows = (
  [
    ['first', first],
    ['next', next],
  ] as const
).map(([name, times]) => {
  const house = middle(times.map((each) => each.house))
  const node = middle(times.map((each) => each.node))
  const postgres = middle(times.map((each) => each.postgres))
  return { name, house, node, postgres, ratio: house / (node + postgres) }
})
table(
  `npm start until a page is served, the middle of ${ROUNDS}; ${machine()}`,
  ['', 'Groundwork', 'bare node', 'bare PostgreSQL', 'times the two'],
  rows.map(({ name, house, node, postgres, ratio }) => [
    name,
    ms(house),
    ms(node),
    ms(postgres),
    ratio.toFixed(1),
  ]),
)
const [made, again] = rows
goals([
  { what: 'first ≤ 5 s', seen: ms(made?.house ?? 0), isReached: (made?.house ?? 0) <= 5_000 },
  { what: 'next ≤ 2 s', seen: ms(again?.house ?? 0), isReached: (again?.house ?? 0) <= 2_000 },
])

/** Milliseconds until the program answers on its port; it is ended again. */
async function untilServed(program: string, args: readonly string[], dataDir: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(program, args, {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  try {
    while (!(await answers(`http://127.0.0.1:${port}/readyz`))) {
      if (hasEnded(child)) throw new Error(`${program} ended with ${child.exitCode}`)
      await sleep(5)
    }
    return performance.now() - begun
  } finally {
    const ended = once(child, 'exit')
    if (child.kill('SIGTERM')) await ended
  }
}

async function answers(url: string): Promise<boolean> {
  const { ok } = await fetch(url, { headers: { connection: 'close' } }).catch(() => ({ ok: false }))
  return ok
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function untilStarted(dataDir: string): Promise<number> {
  const begun = performance.now()
  const server = await startEmbedded({ dataDir, say: () => {} })
  const tookMs = performance.now() - begun
  await server.stop()
  return tookMs
}
