import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { NextPage } from '../next-page.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'
import { type WorklistRow, WorklistTable } from '../worklist-table.tsx'

type WorklistPageProps = {
  words: Words['worklist']
  patientWords: Words['patient']
  /** What asks for a person now stands above everything that may wait. */
  alerts?: { words: Words['alerts']; unseen: number }
  rows: readonly WorklistRow[]
  /** When the list was read. It does not change by itself. */
  asOf: When
  /** Place of the first row in the whole list, from 1. */
  from: number
  pageSize: number
  nextHref: string | null
  firstHref?: string | null
}

/** Who needs a clinician's eye, strongest first. */
export function WorklistPage(props: WorklistPageProps) {
  const { words, patientWords, alerts, rows, asOf, from, pageSize, nextHref, firstHref = null } = props
  return (
    <div class="wide">
      <header class="console-head">
        <h1>{words.title}</h1>
        {rows.length > 0 && <p>{words.lead}</p>}
        <p class="quiet push">
          {words.asOf} <Time when={asOf} /> · <a href="/console">{words.refresh}</a>
        </p>
      </header>
      {alerts && alerts.unseen > 0 && (
        <Notice kind="problem">
          <p>
            {alerts.words.waiting(alerts.unseen)} <a href="/console/alerts">{alerts.words.toAlerts}</a>
          </p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>
          <p>{words.empty.text}</p>
        </EmptyState>
      ) : (
        <WorklistTable words={words} patientWords={patientWords} rows={rows} />
      )}
      <NextPage
        showing={words.showing(from, from + rows.length - 1)}
        nextHref={nextHref}
        nextLabel={words.next(pageSize)}
        firstHref={firstHref}
        firstLabel={words.toTop}
      />
    </div>
  )
}
