import type { Words } from '../content/words.ts'
import type { TrajectoryEntry } from './trajectory-chart.tsx'
import { Time } from './when.tsx'

type TrajectoryTableProps = {
  words: Words['patient']['pcl5']
  entries: readonly TrajectoryEntry[]
  first: number | undefined
  reliableChange: number | undefined
}

/** Newest first: the row a clinician wants is the one on top. */
export function TrajectoryTable({ words, entries, first, reliableChange }: TrajectoryTableProps) {
  const { columns } = words
  const firstIndex = entries.findIndex(({ total }) => total !== undefined)
  const rows = entries.map((entry, index) => ({ entry, isFirst: index === firstIndex })).reverse()
  return (
    <div class="table-scroll">
      <table class="dense">
        <thead>
          <tr>
            <th scope="col">{columns.on}</th>
            <th scope="col" class="number">
              {columns.total}
            </th>
            <th scope="col" class="number">
              {columns.change}
            </th>
            {columns.clusters.map((cluster) => (
              <th key={cluster} scope="col" class="number">
                {cluster}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entry, isFirst }) => (
            <tr key={entry.at.iso}>
              <th scope="row">
                <Time when={entry.at} />
              </th>
              {entry.total === undefined ? (
                <td colspan={6}>{words.notScored(entry.skipped ?? 0, entry.notReached ?? 0)}</td>
              ) : (
                <>
                  <td class="number strong">{entry.total}</td>
                  <td class="number">
                    {isFirst || first === undefined
                      ? '–'
                      : changeText(entry.total - first, reliableChange, words.reliable)}
                  </td>
                  <td class="number">{entry.clusters?.B ?? '–'}</td>
                  <td class="number">{entry.clusters?.C ?? '–'}</td>
                  <td class="number">{entry.clusters?.D ?? '–'}</td>
                  <td class="number">{entry.clusters?.E ?? '–'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.clustersTitle}</p>
    </div>
  )
}

/** `−19, reliable`: a real minus sign, and the word only where a signed number allows it. */
export function changeText(change: number, reliableChange: number | undefined, word: string): string {
  const signed = change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0'
  return reliableChange !== undefined && Math.abs(change) >= reliableChange ? `${signed}, ${word}` : signed
}
