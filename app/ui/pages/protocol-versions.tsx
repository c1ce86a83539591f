import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { type VersionView, versionHref } from '../protocol/version-view.ts'
import { Time } from '../when.tsx'

type ProtocolVersionsPageProps = {
  words: Words['protocol']
  versions: readonly VersionView[]
  /** A reviewer from outside drafts nothing. */
  mayDraft: boolean
}

/** Every version there is, the latest first; what is not signed has no effect, and says so. */
export function ProtocolVersionsPage({ words, versions, mayDraft }: ProtocolVersionsPageProps) {
  const own = words.list
  const open = versions.find(({ state }) => state === 'draft' || state === 'signed-once')
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{own.title}</h1>
        <p class="push">
          <a href="/console/protocol">{words.states['in-force']}</a>
        </p>
      </header>
      {versions.some(({ isInvented }) => isInvented) && <Notice kind="problem">{words.invented}</Notice>}
      {versions.length === 0 ? (
        <EmptyState title={own.empty.title}>
          <p>{own.empty.text}</p>
        </EmptyState>
      ) : (
        <ul class="versions">
          {versions.map((version) => (
            <VersionRow key={version.version} words={words} version={version} />
          ))}
        </ul>
      )}
      {open ? (
        <p>
          <a href={versionHref(open.version)}>{own.openDraft(open.version)}</a>
        </p>
      ) : (
        mayDraft && (
          <form method="post" action="/console/protocol/versions" class="actions">
            <p class="quiet">{own.beginMeans}</p>
            <Button kind="first">{own.begin}</Button>
          </form>
        )
      )}
    </div>
  )
}

type VersionRowProps = { words: Words['protocol']; version: VersionView }

function VersionRow({ words, version }: VersionRowProps) {
  const { columns, notYet, nobody } = words.list
  const signed = version.signatures.map(({ by }) => by).join(', ')
  return (
    <li class={`version ${version.state}`}>
      <h2>
        <a href={versionHref(version.version)}>{words.heading(version.version)}</a>
      </h2>
      <p>
        <span class="tag">{words.states[version.state]}</span>
      </p>
      <dl class="evidence">
        <div>
          <dt>{columns.signatures}</dt>
          <dd>{signed || version.signedBefore || nobody}</dd>
        </div>
        <div>
          <dt>{columns.from}</dt>
          <dd>{version.inForceFrom ? <Time when={version.inForceFrom} /> : notYet}</dd>
        </div>
        <div>
          <dt>{columns.until}</dt>
          <dd>{version.lastDay ? <Time when={version.lastDay} /> : words.changes.noDay}</dd>
        </div>
      </dl>
      {version.replacedBy !== null && <p class="quiet">{words.version.replacedBy(version.replacedBy)}</p>}
    </li>
  )
}
