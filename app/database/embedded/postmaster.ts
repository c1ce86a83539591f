/** One run of PostgreSQL: how it is started, how it is known to be ready, how it is ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../system/errors.ts'
import type { Binaries } from './binaries.ts'
import { runAs, SERVER_ENV } from './cluster.ts'
import { type DataFolder, freeBytes, refuseFullDisk, type Say } from './folder.ts'
import { clusterName, pidFileLines } from './processes.ts'

/** Given on the command line, so an edited file in the data folder cannot weaken them. */
const SETTINGS: Record<string, string> = {
  // An acknowledged row is on the disk.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  restart_after_crash: 'on',

  // This machine only, and by password only: a socket file would be one more door.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',

  // A small server beside the application, with short queries.
  shared_buffers: '256MB',
  max_connections: '60',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',

  // An error repeats the value that was wrong, a detail the whole statement or key: no such line is written.
  // `log` keeps starts, stops and crashes and leaves out everything a query can cause. A panic still writes its
  // statement, without the parameters: one more reason why values travel as parameters.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}

export type Postmaster = {
  pid: number | undefined
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>
  hasEnded: () => boolean
  /** Resolves when connections are accepted. @throws Refusal with PostgreSQL's own reason when it ends instead */
  ready: () => Promise<void>
  /** Ends it with a checkpoint; if that takes too long, without one. */
  stop: () => Promise<void>
}

type Run = {
  folder: DataFolder
  binaries: Binaries
  port: number
  settings: Record<string, string>
  say: Say
}

export function runPostmaster({ folder, binaries, port, settings, say }: Run): Postmaster {
  const all = { ...SETTINGS, ...settings, port: String(port), cluster_name: clusterName(folder.pg) }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])

  const logFile = path.join(folder.path, 'postgres.log')
  const log = openSync(logFile, 'a', 0o600)
  const alreadyLogged = statSync(logFile).size
  const child = spawn(binaries.postgres, ['-D', folder.pg, ...options], {
    ...runAs(folder.account),
    env: SERVER_ENV,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true, // a Ctrl-C reaches us alone; we end it in order
  })
  closeSync(log)

  let problem: Error | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      problem = error // it never began
      resolve()
    })
  })
  const hasEnded = () => problem !== undefined || child.exitCode !== null || child.signalCode !== null

  async function ready() {
    const tellAgainMs = 10_000
    let tellAt = Date.now() + tellAgainMs
    while (!isReady(folder.pg, child.pid)) {
      if (hasEnded()) throw refusalFor(folder, logFile, alreadyLogged, problem)
      if (Date.now() > tellAt) {
        say({
          message: 'PostgreSQL is still reading its log after an interruption; this can take some minutes.',
        })
        tellAt += tellAgainMs
      }
      await sleep(5)
    }
  }

  return { pid: child.pid, ended, hasEnded, ready, stop: () => stop(child, ended) }
}

/** By its own word, which is written for whoever started it. */
function isReady(pg: string, pid: number | undefined): boolean {
  const lines = pidFileLines(pg)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** What stopped it, in one sentence: a full disk if there is one, else the last complaint in its log. */
function refusalFor(
  folder: DataFolder,
  logFile: string,
  alreadyLogged: number,
  problem: Error | undefined,
): Refusal {
  try {
    refuseFullDisk(folder.path, freeBytes(folder.path))
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  const lines = readFileSync(logFile).subarray(alreadyLogged).toString().trim().split('\n')
  const complaint = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? ''
  const reason = problem?.message ?? complaint.replace(/^.*?(FATAL|PANIC): +/, '')
  return new Refusal(`PostgreSQL did not start (${reason || 'it gave no reason'}); more is in ${logFile}.`)
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [name, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill(name)
    const inTime = new AbortController()
    await Promise.race([ended, sleep(patienceMs, undefined, { signal: inTime.signal }).catch(() => {})])
    inTime.abort()
  }
}

/**
 * A free port below those the kernel hands to outgoing connections. One of
 * those could be taken while the server is being brought back, or even meet
 * itself: a client that keeps trying a port nobody listens on can connect to itself.
 * @param but one that somebody is about to listen on
 */
export async function freePort(but?: number): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (port === but) continue
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = net.createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
