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
const PLOT: Plot = { left: 40, right: 408, top: 14, bottom: 190 }
const WIDTH = 424
const HEIGHT = 222
/** Space one date needs under the axis, in the drawing's own units. */
const LABEL_ROOM = 76

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
            x={PLOT.left}
            y={layout.band.y}
            width={PLOT.right - PLOT.left}
            height={layout.band.height}
            rx={4}
          />
        )}
        {layout.sessions.map((x) => (
          <path key={x} class="session" d={`M${x} ${PLOT.bottom}v-12`} />
        ))}
        <Line layout={layout} />
        <Dates entries={entries} layout={layout} />
      </svg>
      <figcaption class="quiet">
        {words.range}.{' '}
        {reliableChange === undefined ? words.noBand : <BandKey text={words.band(reliableChange)} />}
        {sessions.length > 0 && (
          <>
            {' '}
            <span class="session-key" aria-hidden="true" /> {words.session}.
          </>
        )}
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

function BandKey({ text }: { text: string }) {
  return (
    <>
      <span class="band-key" aria-hidden="true" /> {text}.
    </>
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
            <path d={`M${PLOT.left} ${y}H${PLOT.right}`} />
            <text x={PLOT.left - 8} y={y} dy="0.34em" text-anchor="end">
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

function Dates({ entries, layout }: { entries: readonly TrajectoryEntry[]; layout: TrajectoryLayout }) {
  const places = [...layout.dots, ...layout.gaps].sort((a, b) => a.index - b.index)
  const kept = labelsThatFit(
    places.map(({ x }) => x),
    LABEL_ROOM,
  )
  return (
    <g class="dates">
      {kept.map((index) => {
        const place = places[index]
        const entry = entries[place?.index ?? -1]
        if (!place || !entry) return null
        const anchor =
          kept.length === 1
            ? 'middle'
            : index === 0
              ? 'start'
              : index === places.length - 1
                ? 'end'
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
