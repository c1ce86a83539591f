import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { type VersionView, versionHref } from '../protocol/version-view.ts'

type ProtocolRetirePageProps = {
  words: Words['protocol']
  version: VersionView
  /** What was unclear in what was sent. */
  problem: string | null
  because: string
  signInAgainHref: string | null
}

/** Ends what is in force, or sets a draft aside. What that means stands above the button. */
export function ProtocolRetirePage(props: ProtocolRetirePageProps) {
  const { words, version, problem, because, signInAgainHref } = props
  const own = words.retire
  const href = versionHref(version.version)
  const isDraft = version.inForceFrom === null
  return (
    <div class="narrow flow">
      <h1>{isDraft ? own.setAsideTitle(version.version) : own.title(version.version)}</h1>
      <p>{isDraft ? own.setAsideMeans : own.means}</p>
      {version.ended !== null && <Notice kind="problem">{own.notOpen}</Notice>}
      {signInAgainHref !== null && (
        <Notice kind="problem" title={words.sign.again.title}>
          <p>{words.sign.again.text}</p>
          <p>
            <ButtonLink href={signInAgainHref}>{words.sign.again.link}</ButtonLink>
          </p>
        </Notice>
      )}
      {version.ended === null && signInAgainHref === null && (
        <form method="post" action={`${href}/retire`} class="flow reason">
          <input type="hidden" name="readHash" value={version.hash} />
          <div class="field full">
            <label for="because">{own.because}</label>
            {problem !== null && (
              <p class="field-error" id="because-error">
                {problem}
              </p>
            )}
            <textarea
              id="because"
              name="because"
              rows={3}
              maxlength={500}
              required
              aria-describedby={problem === null ? undefined : 'because-error'}
            >
              {because}
            </textarea>
          </div>
          <Button kind="first">{isDraft ? own.setAsideButton : own.button}</Button>
        </form>
      )}
      <p>
        <a href={href}>{words.heading(version.version)}</a>
      </p>
    </div>
  )
}
