import { Fragment } from 'preact'
import type { Change } from '../../clinical/protocol/diff.ts'
import type { Language, Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { ChangesList } from '../protocol/changes-list.tsx'
import { Contradictions } from '../protocol/contradictions.tsx'
import { LimitsList } from '../protocol/limits-list.tsx'
import { SignatureLine } from '../protocol/signatures.tsx'
import { type VersionView, versionHref } from '../protocol/version-view.ts'
import { Time } from '../when.tsx'

export type RefusedBecause = keyof Words['protocol']['sign']['refused']

type ProtocolSignPageProps = {
  language: Language
  words: Words['protocol']
  version: VersionView
  /** What is in force now, and would be replaced. */
  inForce: number | null
  changes: readonly Change[]
  signer: string
  isSecondLook: boolean
  mayDraft: boolean
  /** Why this person cannot sign it now. */
  refused: RefusedBecause | null
  needsTick: boolean
  /** Where to sign in again; null when this login is fresh enough. */
  signInAgainHref: string | null
}

/** One signature: what changes, everything that is signed, its hash, and what the signature does. */
export function ProtocolSignPage(props: ProtocolSignPageProps) {
  const { language, words, version, inForce, changes, refused } = props
  const own = words.sign
  return (
    <div class="wide flow">
      <header class="console-head">
        <h1>{own.title(version.version)}</h1>
        <p class="push">
          <a href={versionHref(version.version)}>{words.heading(version.version)}</a>
        </p>
      </header>
      {refused !== null && (
        <Notice kind="problem" title={own.refused[refused].title}>
          <p>{own.refused[refused].text}</p>
        </Notice>
      )}
      {version.isInvented && <Notice kind="problem">{words.invented}</Notice>}
      <Contradictions language={language} words={words} limits={version.limits} />
      {version.signatures.length > 0 && (
        <p>
          {own.already}{' '}
          {version.signatures.map((signature, i) => (
            <Fragment key={signature.at.iso}>
              {i > 0 && '; '}
              <SignatureLine words={words} signature={signature} />
            </Fragment>
          ))}
        </p>
      )}
      {version.lastDay && (
        <p>
          {words.list.columns.until}: <Time when={version.lastDay} />
        </p>
      )}
      <h2>{own.what}</h2>
      {inForce !== null && <p class="quiet">{words.changes.title(inForce, version.version)}</p>}
      {inForce !== null && <ChangesList language={language} words={words} changes={changes} level={3} />}
      <details class="answers" open={inForce === null}>
        <summary>{own.all(version.version)}</summary>
        <LimitsList language={language} words={words} limits={version.limits} linksRules={true} />
      </details>
      <Act {...props} />
    </div>
  )
}

function Act(props: ProtocolSignPageProps) {
  const { words, version, inForce, signer, isSecondLook, mayDraft, refused, needsTick, signInAgainHref } =
    props
  const own = words.sign
  const href = versionHref(version.version)
  if (refused !== null && refused !== 'changed') {
    const toDraft = mayDraft && ['expired', 'no-expiry', 'contradicts-itself'].includes(refused)
    return (
      <p class="actions">
        <ButtonLink href={toDraft ? `${href}/edit` : href}>
          {toDraft ? words.version.edit : words.heading(version.version)}
        </ButtonLink>
      </p>
    )
  }
  if (signInAgainHref !== null)
    return (
      <Notice kind="problem" title={own.again.title}>
        <p>{own.again.text}</p>
        <p>
          <ButtonLink href={signInAgainHref}>{own.again.link}</ButtonLink>
        </p>
      </Notice>
    )
  return (
    <form method="post" action={`${href}/sign`} class="card flow signing">
      <p>{version.signatures.length === 0 ? own.first : own.second(inForce)}</p>
      {isSecondLook && <p>{own.secondLook}</p>}
      <p>
        {own.hash} <code class="hash">{version.shortHash}</code>. {words.version.hashMeans}
      </p>
      <input type="hidden" name="readHash" value={version.hash} />
      <div class="tick">
        <input
          type="checkbox"
          id="hasRead"
          name="hasRead"
          value="yes"
          required
          aria-invalid={needsTick || undefined}
          aria-describedby={needsTick ? 'hasRead-error' : undefined}
        />
        <label for="hasRead">{own.read}</label>
      </div>
      {needsTick && (
        <p class="field-error" id="hasRead-error">
          {own.readNeeded}
        </p>
      )}
      <p class="quiet">{own.name(signer)}</p>
      <Button kind="first">{own.button}</Button>
    </form>
  )
}
