/** A clone of this repository in a folder of its own, started as a person starts it: by `npm start`. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { freePort } from '../../app/database/embedded/postmaster.ts'
import {
  livingPostmaster,
  type ServerProcess,
  serverProcesses,
} from '../../app/database/embedded/processes.ts'
import { killAll } from '../kill-all.ts'
import { until } from './ground.ts'

const COPIED = [
  'app',
  'practice',
  'scripts',
  'dist',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** The packages are shared by a link: `npm ci` needs a network, which tests do without. */
export function cloneRepository(): string {
  const clone = mkdtempSync(path.join(os.tmpdir(), 'groundwork-clone-'))
  chmodSync(clone, 0o755) // started by root, PostgreSQL runs as another account and must get in
  for (const name of COPIED.filter((each) => existsSync(each)))
    cpSync(name, path.join(clone, name), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'))
  return clone
}

export const removeClone = (clone: string) =>
  rmSync(clone, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

export type Start = {
  npm: ChildProcess
  port: number
  /** What it wrote so far, both streams. */
  output: () => string
  /** From the command to the first page, in milliseconds; and how much of it went by waiting for a free processor. */
  readyMs: number
  waitedMs: number
  /** Resolves with npm's exit code, or the signal's name. */
  ended: Promise<number | string>
  node: () => number
  postgres: () => ServerProcess[]
  /** The one that lives now; undefined while there is none. */
  postmaster: () => number | undefined
}

/** `npm start` in the clone, in a process group of its own like a shell's. Ended after the test at the latest. */
export async function npmStart(clone: string, env: NodeJS.ProcessEnv = {}): Promise<Start> {
  const start = await beginStart(clone, env)
  const before = performance.now()
  await until(async () => hasEnded(start.npm) || (await isServing(start.port)), 60_000)
  expect(hasEnded(start.npm), start.output()).toBe(false)
  const readyMs = performance.now() - before
  return { ...start, readyMs, waitedMs: waitedMs(start.npm.pid) + waitedMs(start.node()) }
}

/** A start that is expected to be refused. */
export async function refusedStart(clone: string, env: NodeJS.ProcessEnv = {}) {
  const start = await beginStart(clone, env)
  const code = await start.ended
  // npm's own lines and log lines are not what a person is told.
  const told = start
    .output()
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(>|npm |\{)/.test(line))
  return { code, told }
}

/** `npm start`, without waiting for anything. */
export async function beginStart(clone: string, env: NodeJS.ProcessEnv = {}): Promise<Start> {
  const port = Number(env.PORT ?? (await freePort()))
  const npm = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data) => (output += data))
  const ended = new Promise<number | string>((resolve) => {
    npm.once('close', (code, signal) => resolve(signal ?? code ?? -1))
  })
  const pg = path.join(clone, '.data', 'pg')
  onTestFinished(async () => {
    if (!hasEnded(npm)) signalGroup(npm, 'SIGKILL')
    killAll(serverProcesses(pg))
    await ended
  })
  return {
    npm,
    port,
    output: () => output,
    readyMs: 0,
    waitedMs: 0,
    ended,
    node: () => groupOf(npm).find((pid) => titleOf(pid).startsWith('node scripts/start.mjs')) ?? 0,
    postgres: () => serverProcesses(pg),
    postmaster: () => livingPostmaster(pg),
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

export async function isServing(port: number): Promise<boolean> {
  const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  return reply?.status === 200
}

/** As the terminal does at Ctrl-C. */
export const signalGroup = ({ pid = 0 }: ChildProcess, signal: NodeJS.Signals) => process.kill(-pid, signal)

/** Every living process of npm's group. */
export function groupOf({ pid }: ChildProcess): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      const [state, , group] = readOr(`/proc/${entry}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(group) === pid && state !== 'Z'
    })
    .map(Number)
}

const titleOf = (pid: number) => readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process has ended in between
  }
}

/** How long the process was ready to run while other programs had the processors. */
const waitedMs = (pid: number | undefined) =>
  Number(readOr(`/proc/${pid}/schedstat`).split(' ')[1] ?? 0) / 1e6

/** Nothing of this start is left: neither npm nor node nor PostgreSQL. */
export async function expectNothingLeft(start: Pick<Start, 'npm' | 'ended' | 'postgres'>): Promise<void> {
  await start.ended
  expect(groupOf(start.npm).map(titleOf)).toEqual([])
  await until(() => start.postgres().length === 0, 30_000)
}
