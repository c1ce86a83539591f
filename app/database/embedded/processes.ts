/**
 * What a killed server leaves behind.
 *
 * A process id in a file proves nothing: the number may belong to somebody else
 * by now. So a process counts as the server's only if it lives in the data
 * folder, and is signalled only while it is still the same process.
 */
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Say } from './folder.ts'

const PID_FILE = 'postmaster.pid'

/** `startedAt` in clock ticks since boot tells a process from a later one with the same number. */
export type ServerProcess = { pid: number; startedAt: string }

/** The server's own name, shown in the title of each of its processes. It stays the same from start to start. */
export function clusterName(pg: string): string {
  const { dev, ino } = statSync(pg)
  return `groundwork-${dev}-${ino}`
}

/** Every living process of the server on this folder: the postmaster and its children. */
export function serverProcesses(pg: string): ServerProcess[] {
  const folder = statSync(pg, { throwIfNoEntry: false })
  if (!folder) return []
  const name = `${clusterName(pg)}(?!\\d)`
  const ours = new RegExp(`^postgres: ${name}|/postgres\0.*cluster_name=${name}`, 's')
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => isServer(pid, folder, ours))
    .flatMap((pid) => {
      const startedAt = readStat(pid)?.startedAt
      return startedAt === undefined ? [] : [{ pid: Number(pid), startedAt }]
    })
}

function isServer(pid: string, folder: { dev: number; ino: number }, title: RegExp): boolean {
  try {
    const cwd = statSync(`/proc/${pid}/cwd`)
    if (cwd.dev !== folder.dev || cwd.ino !== folder.ino) return false
    return path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
  } catch {
    // Root in a container may not look into another account's process. Its title can be read by all.
    return title.test(readTitle(pid))
  }
}

/** The postmaster's arguments, or what a child shows in their place; empty when it is gone or a zombie. */
function readTitle(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Undefined when there is no such process. */
function readStat(pid: string | number): { state: string; startedAt: string } | undefined {
  try {
    // The name in brackets may hold spaces and brackets of its own.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function isAlive({ pid, startedAt }: ServerProcess): boolean {
  const stat = readStat(pid)
  return stat !== undefined && stat.state !== 'Z' && stat.startedAt === startedAt
}

function signal(processes: readonly ServerProcess[], name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  for (const each of processes) {
    try {
      if (isAlive(each)) process.kill(each.pid, name)
    } catch {} // it ended in between
  }
}

async function areGone(processes: readonly ServerProcess[], withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (processes.some(isAlive)) {
    if (Date.now() > until) return false
    await sleep(10)
  }
  return true
}

/**
 * Ends a server that outlived the process that started it: a postmaster by a
 * fast shutdown; children without a postmaster, one of which may be too busy to
 * notice, by the signal that makes them drop everything. Committed rows are safe
 * either way: they are in the log that the next start reads.
 */
export async function stopLeftovers(pg: string, say: Say): Promise<void> {
  const left = serverProcesses(pg)
  if (left.length === 0) return
  say({ message: `Stopping ${left.length} PostgreSQL processes that an earlier start left behind.` })
  const master = left.filter(({ pid }) => pid === pidInFile(pg))
  signal(master, 'SIGINT')
  await areGone(master, 10_000)
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    const still = serverProcesses(pg)
    signal(still, name)
    await areGone(still, 5_000)
  }
}

/**
 * A killed postmaster that nobody has reaped, or a stranger with its number,
 * would make PostgreSQL refuse for ever. Call it after `stopLeftovers`; while
 * any process of the server lives the file stays.
 */
export function dropStalePidFile(pg: string, say: Say): void {
  const pid = pidInFile(pg)
  if (pid === undefined || readStat(pid) === undefined) return // PostgreSQL sees for itself that it is gone
  if (serverProcesses(pg).length > 0) return
  say({ message: `Process ${pid} in postmaster.pid is not PostgreSQL's any more; the file was removed.` })
  rmSync(path.join(pg, PID_FILE), { force: true })
}

/** The postmaster that lives now, by its own word and ours; undefined while there is none. */
export function livingPostmaster(pg: string): number | undefined {
  const named = pidInFile(pg)
  return serverProcesses(pg).find(({ pid }) => pid === named)?.pid
}

function pidInFile(pg: string): number | undefined {
  const [first] = pidFileLines(pg)
  return first === undefined ? undefined : Number.parseInt(first, 10)
}

/**
 * What a postmaster wrote about itself: its process id on the first line, its port
 * on the fourth, its state on the eighth. None while there is no such file, which a
 * server that ends removes at any moment.
 */
export function pidFileLines(pg: string): string[] {
  try {
    return readFileSync(path.join(pg, PID_FILE), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
