import type { Language, Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Contradictions } from '../protocol/contradictions.tsx'
import { countLimits, GroupLinks, LimitsList } from '../protocol/limits-list.tsx'
import { Signatures } from '../protocol/signatures.tsx'
import { type VersionView, versionHref } from '../protocol/version-view.ts'
import { Time } from '../when.tsx'

type ProtocolVersionPageProps = {
  language: Language
  words: Words['protocol']
  version: VersionView
  /** What was just done, in a sentence. */
  done: string | null
  /** The version it would take the place of, or took. */
  comparedWith: number | null
  mayDraft: boolean
  mayRetire: boolean
}

/** One version: how far it has come, who signed it, and every limit with the rules that read it. */
export function ProtocolVersionPage(props: ProtocolVersionPageProps) {
  const { language, words, version, done, comparedWith, mayDraft, mayRetire } = props
  const own = words.version
  const { set, all } = countLimits(language, version.limits)
  const isOpen = version.state === 'draft' || version.state === 'signed-once'
  const mayEnd = mayRetire && (isOpen || version.state === 'in-force' || version.state === 'expired')
  const href = versionHref(version.version)
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{words.heading(version.version)}</h1>
        <p class="tag">{words.states[version.state]}</p>
        <p class="push">
          <a href="/console/protocol/versions">{words.list.link}</a>
        </p>
      </header>
      {done !== null && <Notice kind="done">{done}</Notice>}
      {version.isInvented && <Notice kind="problem">{words.invented}</Notice>}
      <p>{words.stateMeans[version.state]}</p>
      {isOpen && <Contradictions language={language} words={words} limits={version.limits} />}
      <p class="actions">
        {isOpen && mayDraft && <ButtonLink href={`${href}/edit`}>{own.edit}</ButtonLink>}
        {isOpen && (
          <ButtonLink kind="first" href={`${href}/sign`}>
            {own.sign}
          </ButtonLink>
        )}
        <ButtonLink href={comparedWith === null ? `${href}/changes` : `${href}/changes?from=${comparedWith}`}>
          {comparedWith === null ? own.compare : own.changes(comparedWith)}
        </ButtonLink>
        {mayEnd && <ButtonLink href={`${href}/retire`}>{isOpen ? own.setAside : own.retire}</ButtonLink>}
      </p>
      <History words={words} version={version} />
      <Signatures words={words} version={version} />
      <p>
        {words.counted(set, all)} {set < all && words.notSetMeans}
      </p>
      <GroupLinks language={language} words={words} />
      <LimitsList language={language} words={words} limits={version.limits} linksRules={true} />
    </div>
  )
}

/** Where it came from, until when it holds, and how it ended. */
function History({ words, version }: { words: Words['protocol']; version: VersionView }) {
  const own = words.version
  const { drafted, changed, basedOn, inForceFrom, lastDay, ended, replacedBy } = version
  return (
    <ul class="plain-list">
      {drafted && (
        <li>
          {own.drafted(drafted.by)}, <Time when={drafted.at} />. {basedOn !== null && own.basedOn(basedOn)}
        </li>
      )}
      {changed && (
        <li>
          {own.changed(changed.by)}, <Time when={changed.at} />
        </li>
      )}
      {inForceFrom && (
        <li>
          {words.list.columns.from}: <Time when={inForceFrom} />
        </li>
      )}
      <li>
        {words.list.columns.until}: {lastDay ? <Time when={lastDay} /> : words.changes.noDay}
      </li>
      {replacedBy !== null && ended && (
        <li>
          <a href={versionHref(replacedBy)}>{own.replacedBy(replacedBy)}</a>, <Time when={ended.at} />
        </li>
      )}
      {replacedBy === null && ended && (
        <li>
          {own.ended(ended.by)}, <Time when={ended.at} />. {own.because}: {ended.because}
        </li>
      )}
    </ul>
  )
}
