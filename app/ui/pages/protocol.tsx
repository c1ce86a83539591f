import type { Limits } from '../../clinical/protocol.ts'
import type { Language, Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { countLimits, GroupLinks, LimitsList } from '../protocol/limits-list.tsx'
import { Time, type When } from '../when.tsx'

type ProtocolPageProps = {
  language: Language
  words: Words['protocol']
  protocol:
    | {
        version: number
        limits: Limits
        isInvented: boolean
        signedBy: string
        signedOn: When
        /** null: none was agreed. */
        lastDay: When | null
      }
    | undefined
  /** Prescribers and medical directors: they may read versions and rules. */
  mayReadVersions: boolean
}

/** The numbers in force, and what is not set. A limit nobody set is shown as missing, not as a blank. */
export function ProtocolPage({ language, words, protocol, mayReadVersions }: ProtocolPageProps) {
  const versions = mayReadVersions && (
    <p class="push">
      <a href="/console/protocol/versions">{words.list.link}</a>
    </p>
  )
  if (!protocol)
    return (
      <div class="wide flow">
        <header class="console-head">
          <h1>{words.title}</h1>
          {versions}
        </header>
        <EmptyState title={words.none.title}>
          <p>{words.none.text}</p>
        </EmptyState>
      </div>
    )
  const { set, all } = countLimits(language, protocol.limits)
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{words.heading(protocol.version)}</h1>
        <p class="tag">{words.states['in-force']}</p>
        {versions}
      </header>
      {protocol.isInvented && <Notice kind="problem">{words.invented}</Notice>}
      <p>
        {words.signed(protocol.signedBy)} <Time when={protocol.signedOn} />.{' '}
        {protocol.lastDay === null ? (
          words.noEnd
        ) : (
          <>
            {words.until} <Time when={protocol.lastDay} />.
          </>
        )}{' '}
        {words.counted(set, all)} {set < all && words.notSetMeans}
      </p>
      <GroupLinks language={language} words={words} />
      <LimitsList language={language} words={words} limits={protocol.limits} linksRules={mayReadVersions} />
    </div>
  )
}
