/**
 * Where the points of a score's line go on paper. Plain arithmetic, so that the picture and the table beside
 * it can never be drawn from different numbers.
 */

export type TrajectoryPoint = {
  /** Epoch milliseconds. */
  atMs: number
  /** Undefined when that response could not be scored: a gap, never a zero. */
  total: number | undefined
}

export type Plot = { left: number; right: number; top: number; bottom: number }

export type TrajectoryLayout = {
  /** One drawn line per unbroken run of scored points: a gap is not bridged. */
  lines: string[]
  dots: { x: number; y: number; index: number }[]
  /** Responses that could not be scored, marked on the axis. */
  gaps: { x: number; index: number }[]
  /** Within this of the first total a change may be chance. Absent without a signed number. */
  band: { y: number; height: number } | undefined
  sessions: number[]
}

/** Maps a domain onto a range in a straight line. A domain of one point lands in the middle. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  if (from === to) return () => (start + end) / 2
  return (value: number) => start + ((value - from) / (to - from)) * (end - start)
}

const round = (value: number) => Math.round(value * 10) / 10

/**
 * @param points oldest first
 * @param max highest total the instrument can give; the axis starts at 0
 * @param reliableChange points a change must reach to be more than chance, from the signed protocol
 */
export function layOut(
  points: readonly TrajectoryPoint[],
  plot: Plot,
  max: number,
  reliableChange: number | undefined,
  sessionsAtMs: readonly number[] = [],
): TrajectoryLayout {
  const times = [...points.map(({ atMs }) => atMs), ...sessionsAtMs]
  const x = scale([Math.min(...times), Math.max(...times)], [plot.left, plot.right])
  const y = scale([0, max], [plot.bottom, plot.top])

  const dots: TrajectoryLayout['dots'] = []
  const gaps: TrajectoryLayout['gaps'] = []
  const lines: string[] = []
  let line = ''
  for (const [index, { atMs, total }] of points.entries()) {
    if (total === undefined) {
      gaps.push({ x: round(x(atMs)), index })
      if (line !== '') lines.push(line)
      line = ''
      continue
    }
    const dot = { x: round(x(atMs)), y: round(y(total)), index }
    dots.push(dot)
    line += `${line === '' ? 'M' : 'L'}${dot.x} ${dot.y}`
  }
  if (line !== '') lines.push(line)

  return {
    lines,
    dots,
    gaps,
    band: bandAround(firstTotal(points), max, reliableChange, y),
    sessions: sessionsAtMs.map((atMs) => round(x(atMs))),
  }
}

/** The total everything later is compared with; undefined until one response could be scored. */
export const firstTotal = (points: readonly TrajectoryPoint[]) =>
  points.find(({ total }) => total !== undefined)?.total

function bandAround(
  first: number | undefined,
  max: number,
  reliableChange: number | undefined,
  y: (value: number) => number,
): TrajectoryLayout['band'] {
  if (first === undefined || reliableChange === undefined) return undefined
  const top = y(Math.min(max, first + reliableChange))
  const bottom = y(Math.max(0, first - reliableChange))
  return { y: round(top), height: round(bottom - top) }
}

/**
 * Keeps the labels of an axis apart. The first begins at its place, the last ends there, one between stands
 * astride it and only where it fits; the last matters most, and stays when even two are too many.
 *
 * @param xs places of the labels, from left to right
 * @param width of one label
 * @returns which of them to write
 */
export function labelsThatFit(xs: readonly number[], width: number): number[] {
  const last = xs.length - 1
  const [start, end] = [xs[0], xs[last]]
  if (start === undefined || end === undefined) return []
  if (last === 0 || end - start < 2 * width) return [last]

  const kept = [0]
  let free = start + width
  for (let index = 1; index < last; index++) {
    const x = xs[index] ?? start
    if (x - width / 2 < free || x + width / 2 > end - width) continue
    kept.push(index)
    free = x + width / 2
  }
  return [...kept, last]
}
