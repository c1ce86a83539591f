import type { Words } from '../content/words.ts'
import { firstTotal, labelsThatFit, layOut, type Plot, type TrajectoryLayout } from './trajectory.ts'
import { TrajectoryTable } from './trajectory-table.tsx'
import type { When } from './when.tsx'

export type TrajectoryEntry = {
  at: When
  /** Undefined when the response could not be scored. */
  total: number | undefined
  clusters?: Readonly<Record<'B' | 'C' | 'D' | 'E', number>> | undefined
  skipped?: number
  notReached?: number
}

type TrajectoryChartProps = {
  words: Words['patient']['pcl5']
  /** Oldest first. */
  entries: readonly TrajectoryEntry[]
  /** Points beyond which a change is more than chance, from the signed protocol; absent draws no band. */
  reliableChange?: number | undefined
  sessions?: readonly When[]
}

const MAX_TOTAL = 80
const TICKS = [0, 20, 40, 60, 80]
/** Where the axes stand; the points keep a little away from both ends. */
const FRAME: Plot = { left: 36, right: 414, top: 14, bottom: 190 }
const PLOT: Plot = { ...FRAME, left: FRAME.left + 12, right: FRAME.right - 14 }
const WIDTH = 424
const HEIGHT = 222
/** Width of one letter of a date under the axis, in the drawing's own units, where it is drawn smallest. */
const LETTER = 7.6

/** PCL-5 totals over time: a line that may dip, the band of usual change, and the same numbers as a table. */
export function TrajectoryChart({ words, entries, reliableChange, sessions = [] }: TrajectoryChartProps) {
  const points = entries.map(({ at, total }) => ({ atMs: Date.parse(at.iso), total }))
  const layout = layOut(
    points,
    PLOT,
    MAX_TOTAL,
    reliableChange,
    sessions.map(({ iso }) => Date.parse(iso)),
  )
  const spoken = entries.map(({ total }) => total ?? words.notScoredShort).join(', ')
  return (
    <figure class="trajectory">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.chart(spoken)}>
        <Axis />
        {layout.band && (
          <rect
            class="band"
            x={FRAME.left}
            y={layout.band.y}
            width={FRAME.right - FRAME.left}
            height={layout.band.height}
            rx={4}
          />
        )}
        {layout.sessions.map((x) => (
          <path key={x} class="session" d={`M${x} ${PLOT.bottom}v-12`} />
        ))}
        <Line layout={layout} />
        <LatestTotal entries={entries} layout={layout} />
        <Dates entries={entries} layout={layout} />
      </svg>
      <figcaption class="quiet">
        <span class="key">{words.range}.</span>{' '}
        {layout.band === undefined ? (
          <span class="key">{words.noBand}</span>
        ) : (
          <span class="key">
            <span class="band-key" aria-hidden="true" /> {words.band(reliableChange ?? 0)}.
          </span>
        )}{' '}
        {sessions.length > 0 && (
          <span class="key">
            <span class="session-key" aria-hidden="true" /> {words.session}.
          </span>
        )}{' '}
        {layout.gaps.length > 0 && <span class="key">× {words.notScoredShort}.</span>}
      </figcaption>
      <TrajectoryTable
        words={words}
        entries={entries}
        first={firstTotal(points)}
        reliableChange={reliableChange}
      />
    </figure>
  )
}

function Axis() {
  const step = (PLOT.bottom - PLOT.top) / (TICKS.length - 1)
  return (
    <g class="axis">
      {TICKS.map((tick, index) => {
        const y = PLOT.bottom - index * step
        return (
          <g key={tick}>
            <path d={`M${FRAME.left} ${y}H${FRAME.right}`} />
            <text x={FRAME.left - 8} y={y} dy="0.34em" text-anchor="end">
              {tick}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Line({ layout }: { layout: TrajectoryLayout }) {
  const last = layout.dots.at(-1)
  return (
    <>
      {layout.lines.map((path) => (
        <path key={path} class="line" d={path} />
      ))}
      {layout.dots.map(({ x, y, index }) => (
        <circle key={index} class={index === last?.index ? 'dot latest' : 'dot'} cx={x} cy={y} r={4.5} />
      ))}
      {layout.gaps.map(({ x, index }) => (
        <path key={index} class="gap" d={`M${x - 4} ${PLOT.bottom - 4}l8 -8m0 8l-8 -8`} />
      ))}
    </>
  )
}

/** The number most people look for, written at its point. */
function LatestTotal({ entries, layout }: { entries: readonly TrajectoryEntry[]; layout: TrajectoryLayout }) {
  const dot = layout.dots.at(-1)
  if (!dot) return null
  return (
    <text class="latest-total" x={dot.x} y={dot.y - 11} text-anchor="middle">
      {entries[dot.index]?.total}
    </text>
  )
}

function Dates({ entries, layout }: { entries: readonly TrajectoryEntry[]; layout: TrajectoryLayout }) {
  const places = [...layout.dots, ...layout.gaps].sort((a, b) => a.index - b.index)
  const longest = Math.max(...entries.map(({ at }) => at.text.length))
  const kept = labelsThatFit(
    places.map(({ x }) => x),
    longest * LETTER,
  )
  return (
    <g class="dates">
      {kept.map((index) => {
        const place = places[index]
        const entry = entries[place?.index ?? -1]
        if (!place || !entry) return null
        const anchor =
          places.length === 1
            ? 'middle'
            : index === places.length - 1
              ? 'end'
              : index === 0
                ? 'start'
                : 'middle'
        return (
          <text key={index} x={place.x} y={PLOT.bottom + 20} text-anchor={anchor}>
            {entry.at.text}
          </text>
        )
      })}
    </g>
  )
}
