import type { Words } from '../content/words.ts'
import { layOut, type Plot } from './trajectory.ts'

/** A total is drawn and never written: the patient reads words. */
export type ChangePoint = { atMs: number; total: number | undefined }

type ChangeLineProps = {
  words: Words['way']['progress']
  /** Oldest first. */
  points: readonly ChangePoint[]
  max: number
  /** Points beyond which a change is more than chance, from the signed protocol; absent draws no band. */
  reliableChange: number | undefined
}

const PLOT: Plot = { left: 16, right: 344, top: 26, bottom: 150 }
const WIDTH = 360
const HEIGHT = 176

/** How hard the days were, over time: a line that may dip, in the band of usual ups and downs, without a number. */
export function ChangeLine({ words, points, max, reliableChange }: ChangeLineProps) {
  const { lines, dots, gaps, band } = layOut(points, PLOT, max, reliableChange)
  const last = dots.at(-1)
  return (
    <figure class="trajectory change-line">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.picture}>
        <text class="end" x={4} y={14}>
          {words.harder}
        </text>
        <text class="end" x={4} y={HEIGHT - 6}>
          {words.easier}
        </text>
        {band && <rect class="band" x={4} y={band.y} width={WIDTH - 8} height={band.height} rx={4} />}
        {lines.map((path) => (
          <path key={path} class="line" d={path} />
        ))}
        {dots.map(({ x, y, index }) => (
          <circle key={index} class={index === last?.index ? 'dot latest' : 'dot'} cx={x} cy={y} r={5} />
        ))}
        {gaps.map(({ x, index }) => (
          <path key={index} class="gap" d={`M${x - 4} ${PLOT.bottom - 4}l8 -8m0 8l-8 -8`} />
        ))}
      </svg>
      {band && (
        <figcaption class="quiet">
          <span class="band-key" aria-hidden="true" /> {words.bandText}
        </figcaption>
      )}
    </figure>
  )
}
