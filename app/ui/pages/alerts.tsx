import type { Words } from '../../content/words.ts'
import { AlertList, type AlertView } from '../alert-list.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type AlertsPageProps = {
  words: Words
  asOf: When
  alerts: readonly AlertView[]
  /** What was missing in what the reader just sent. */
  problem: string | undefined
}

/** Everything that asks for a person now, of everybody on the reader's list. */
export function AlertsPage({ words, asOf, alerts, problem }: AlertsPageProps) {
  const own = words.alerts
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{own.title}</h1>
        <p class="quiet push">
          {own.asOf} <Time when={asOf} /> · <a href="/console/alerts">{own.refresh}</a>
        </p>
      </header>
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {alerts.length === 0 ? (
        <EmptyState title={own.empty.title}>
          <p>{own.empty.text}</p>
        </EmptyState>
      ) : (
        <>
          <p class="quiet">{own.lead}</p>
          <AlertList words={words.sessionDay.one} alerts={alerts} />
        </>
      )}
    </div>
  )
}
