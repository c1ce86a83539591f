import type { Words } from '../content/words.ts'
import { type FindingView, findingSentence } from './finding-row.tsx'
import { Time, type When } from './when.tsx'

export type WorklistRow = {
  /** Address of the patient's page. */
  href: string
  name: string
  ageYears: number
  /** `Broward, FL`: where the person is treated, which decides who may treat them. */
  place: string
  /** The strongest open finding. */
  finding: Pick<FindingView, 'ruleId' | 'ruleVersion' | 'severity' | 'isUnknown' | 'evidence' | 'text'>
  /** How many more findings are open. */
  moreFindings: number
  openSince: When
  /** `unscored` when it came in but could not be scored; null when there is none. */
  lastTotal: { total: number | 'unscored'; at: When } | null
}

type WorklistTableProps = {
  words: Words['worklist']
  patientWords: Words['patient']
  rows: readonly WorklistRow[]
}

/**
 * People with something open, one a row. The name is the link and stretches over the row, so that a pointer
 * may aim anywhere and a keyboard has one stop for each person.
 */
export function WorklistTable({ words, patientWords, rows }: WorklistTableProps) {
  const { columns } = words
  return (
    <table class="worklist">
      <caption class="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.severity}</th>
          <th scope="col">{columns.person}</th>
          <th scope="col">{columns.finding}</th>
          <th scope="col" class="number">
            {columns.lastTotal}
          </th>
          <th scope="col">{columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.href} words={words} patientWords={patientWords} row={row} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { words: Words['worklist']; patientWords: Words['patient']; row: WorklistRow }

function Row({ words, patientWords, row }: RowProps) {
  const { finding, moreFindings, lastTotal } = row
  return (
    <tr class={finding.severity}>
      <td class="cell-severity">{patientWords.severity[finding.severity]}</td>
      <th scope="row" class="cell-person">
        <a href={row.href}>{row.name}</a>{' '}
        <span class="quiet">
          {words.age(row.ageYears)} · {row.place}
        </span>
      </th>
      <td class="cell-finding">
        {findingSentence(patientWords, finding)}{' '}
        <span class="quiet">
          {patientWords.finding.rule(finding.ruleId, finding.ruleVersion)}
          {moreFindings > 0 && ` · ${words.more(moreFindings)}`}
        </span>
      </td>
      <td class="cell-total number">
        <span class="cell-label">{words.columns.lastTotal}</span>
        {lastTotal === null ? (
          <span class="quiet">{words.noResponse}</span>
        ) : (
          <>
            <span>{lastTotal.total === 'unscored' ? words.notScored : words.totalOf80(lastTotal.total)}</span>{' '}
            <span class="quiet">
              <Time when={lastTotal.at} />
            </span>
          </>
        )}
      </td>
      <td class="cell-since">
        <span class="cell-label">{words.columns.since}</span>
        <Time when={row.openSince} />
      </td>
    </tr>
  )
}
