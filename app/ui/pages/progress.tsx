import type { Trajectory } from '../../clinical/trajectory.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { ChangeLine } from '../change-line.tsx'
import { Time, type When } from '../when.tsx'

export type ProgressSeries = {
  key: 'week' | 'month'
  trajectory: Trajectory
  /** The day of each point, in the reader's words. */
  days: readonly When[]
}

type ProgressPageProps = {
  words: Words['way']
  /** Those with anything in them. */
  series: readonly ProgressSeries[]
  /** Highest total there can be. */
  max: number
  reliableChange: number | undefined
}

/** How it went, in words: bands and not scores, dips as what they are, and nothing foretold. */
export function ProgressPage({ words, series, max, reliableChange }: ProgressPageProps) {
  const { progress } = words
  return (
    <div class="narrow flow">
      <h1>{progress.title}</h1>
      <p class="lead">{series.length === 0 ? progress.none : progress.lead}</p>
      {series.map((one) => (
        <section key={one.key} class="flow" aria-labelledby={one.key}>
          <h2 id={one.key}>{progress[one.key]}</h2>
          <Said words={progress} trajectory={one.trajectory} />
          {/* A single point is no line: the sentence above says that it comes. */}
          {one.trajectory.points.filter(({ status }) => status === 'complete').length > 1 && (
            <ChangeLine
              words={progress}
              points={one.trajectory.points.map((point) => ({
                atMs: point.at,
                total: point.status === 'complete' ? point.total : undefined,
              }))}
              max={max}
              reliableChange={reliableChange}
            />
          )}
          <details>
            <summary>{progress.listTitle}</summary>
            <EachTime words={progress} {...one} />
          </details>
        </section>
      ))}
      {series.length > 0 && (
        <>
          <p>{progress.talk}</p>
          <p class="why">{progress.noPromise}</p>
        </>
      )}
      <p>
        <ButtonLink href="/portal">{words.after.backToday}</ButtonLink>
      </p>
    </div>
  )
}

type Progress = Words['way']['progress']

/** The change since the first time and since the last. A change nobody signed a limit for is not judged. */
function Said({ words, trajectory }: { words: Progress; trajectory: Trajectory }) {
  const { fromFirst, fromPrevious, sinceThenUnscored } = trajectory
  return (
    <>
      {fromFirst && fromPrevious ? (
        <>
          <p>{words.sinceFirst[sinceFirst(fromFirst)]}</p>
          <p>{words.sincePrevious[fromPrevious.direction]}</p>
        </>
      ) : (
        sinceThenUnscored === 0 && <p>{words.one}</p>
      )}
      {sinceThenUnscored > 0 && <p>{words.unscored}</p>}
    </>
  )
}

function sinceFirst({
  isReliable,
  direction,
}: NonNullable<Trajectory['fromFirst']>): keyof Progress['sinceFirst'] {
  if (isReliable === 'undetermined') return 'unknown'
  return isReliable === 'met' && direction !== 'same' ? direction : 'usual'
}

/** Newest first, in words alone. */
function EachTime({ words, trajectory, days }: ProgressSeries & { words: Progress }) {
  const { points } = trajectory
  const complete = points.filter(({ status }) => status === 'complete')
  const rows = points.map((point, index) => {
    const before = complete[complete.indexOf(point) - 1]
    if (point.status !== 'complete') return { index, said: words.point.unscored }
    if (before?.status !== 'complete') return { index, said: words.point.first }
    const moved = point.total - before.total
    return { index, said: words.point[moved > 0 ? 'worse' : moved < 0 ? 'better' : 'same'] }
  })
  return (
    <ul class="plain-list">
      {rows.reverse().map(({ index, said }) => {
        const day = days[index]
        return (
          day && (
            <li key={day.iso}>
              <Time when={day} />: {said}
            </li>
          )
        )
      })}
    </ul>
  )
}
