/** Sends load from a process of its own and says what came back, together with what it cost. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

export type Plan = {
  url: string
  path: string
  /** Taken in turn, one per request. */
  cookies: readonly string[]
  connections: number
  seconds: number
  /** Posts check-ins, each with an id of its own, of the patients the cookies belong to. */
  form?: { secret: string; patientIds: readonly string[] }
}

export type Seen = {
  perSecond: number
  /** Milliseconds. The generator knows no 95th percentile; the next stricter it knows is used. */
  p50: number
  p97_5: number
  p99: number
  total: number
  statuses: Record<string, number>
  failed: number
  /** Milliseconds of CPU per request. */
  serverCpuMs: number
  databaseCpuMs: number
}

/** Whose CPU is counted: the process that answers, and the postmaster with all its children. */
export type Watched = { server: number; postmaster: number }

export async function load(plan: Plan, watched: Watched): Promise<Seen> {
  const program = path.join(import.meta.dirname, 'generator.ts')
  const before = cpuOf(watched)
  const running = promisify(execFile)(process.execPath, ['--import', 'tsx', program])
  running.child.stdin?.end(JSON.stringify(plan)) // too long for an argument
  const { stdout } = await running
  const after = cpuOf(watched)
  const { requests, latency, errors, timeouts, statusCodeStats } = JSON.parse(stdout)
  const statuses: Record<string, number> = {}
  for (const [status, { count }] of Object.entries<{ count: number }>(statusCodeStats))
    statuses[status] = count
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p97_5: latency.p97_5,
    p99: latency.p99,
    total: requests.total,
    statuses,
    failed: errors + timeouts,
    serverCpuMs: (after.server - before.server) / requests.total,
    databaseCpuMs: (after.database - before.database) / requests.total,
  }
}

/** Every request was answered, and with this status; anything else is no measurement. */
export function mustAll(seen: Seen, status: number): Seen {
  const { [status]: good = 0, ...others } = seen.statuses
  if (seen.failed > 0 || good === 0 || Object.keys(others).length > 0)
    throw new Error(`Not every request was answered with ${status}: ${JSON.stringify(seen)}`)
  return seen
}

/** The middle one by rate of several runs. */
export function middle(runs: readonly Seen[]): Seen {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond)
  const seen = sorted[Math.floor(sorted.length / 2)]
  if (!seen) throw new Error('nothing was measured')
  return seen
}

/** Resident memory of a process in MB: now, and the most it ever had. */
export function memoryOf(pid: number): { nowMb: number; mostMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  return { nowMb: of('VmRSS'), mostMb: of('VmHWM') }
}

/** Milliseconds of CPU used so far. */
function cpuOf({ server, postmaster }: Watched): { server: number; database: number } {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => readStat(Number(entry)))
  const sum = (isCounted: (each: { pid: number; parent: number }) => boolean) =>
    all.filter(isCounted).reduce((total, { cpuMs }) => total + cpuMs, 0)
  return {
    server: sum(({ pid }) => pid === server),
    database: sum(({ pid, parent }) => pid === postmaster || parent === postmaster),
  }
}

const TICK_MS = 10

function readStat(pid: number): { pid: number; parent: number; cpuMs: number }[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return [{ pid, parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }]
  } catch {
    return [] // it ended just now
  }
}
