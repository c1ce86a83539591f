import type { Log } from './browser.ts'

/** How long each kind of request took, the slowest first, and how often the server was away. */
export function tellOf({ timings, away }: Log): string {
  const byKind = new Map<string, number[]>()
  for (const { what, ms } of timings) byKind.set(what, [...(byKind.get(what) ?? []), ms])
  const rows = [...byKind]
    .map(([what, all]) => ({ what, all: all.sort((a, b) => a - b) }))
    .sort((a, b) => middle(b.all) - middle(a.all))
  const lines = rows.map(({ what, all }) => {
    const cells = [all.length, middle(all).toFixed(0), at(all, 0.95).toFixed(0), (all.at(-1) ?? 0).toFixed(0)]
    return `${what.padEnd(52)}${cells.map((cell) => String(cell).padStart(8)).join('')}`
  })
  const head = `${'request'.padEnd(52)}${['times', 'p50 ms', 'p95 ms', 'most ms'].map((cell) => cell.padStart(8)).join('')}`
  const gone = away === 0 ? [] : [`Nobody answered ${away} times; those requests were sent again.`]
  return ['', head, ...lines, '', `${timings.length} requests.`, ...gone].join('\n')
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const middle = (sorted: readonly number[]): number => at(sorted, 0.5)
