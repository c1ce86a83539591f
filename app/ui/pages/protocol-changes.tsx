import type { Change } from '../../clinical/protocol/diff.ts'
import type { Language, Words } from '../../content/words.ts'
import { Notice } from '../notice.tsx'
import { ChangesList } from '../protocol/changes-list.tsx'
import { versionHref } from '../protocol/version-view.ts'

type ProtocolChangesPageProps = {
  language: Language
  words: Words['protocol']
  /** null: compared with nothing at all. */
  from: number | null
  to: number
  isInvented: boolean
  changes: readonly Change[]
  /** The last day of each, in words, where it differs. */
  lastDay: { was: string; now: string } | null
  /** Other versions it can be compared with. */
  others: readonly number[]
}

/** Two versions side by side, as sentences. */
export function ProtocolChangesPage(props: ProtocolChangesPageProps) {
  const { language, words, from, to, isInvented, changes, lastDay, others } = props
  const own = words.changes
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{from === null ? own.fromNothing(to) : own.title(from, to)}</h1>
        <p class="push">
          <a href={versionHref(to)}>{words.heading(to)}</a>
        </p>
      </header>
      {isInvented && <Notice kind="problem">{words.invented}</Notice>}
      {others.length > 0 && (
        <p class="with-links">
          {own.other}{' '}
          {others.map((other) => (
            <a key={other} href={`${versionHref(to)}/changes?from=${other}`}>
              {words.heading(other)}
            </a>
          ))}
        </p>
      )}
      {lastDay && <p>{own.expiry(lastDay.was, lastDay.now)}</p>}
      <ChangesList language={language} words={words} changes={changes} />
    </div>
  )
}
