import type { Words } from '../../content/words.ts'
import { Time } from '../when.tsx'
import type { SignatureView, VersionView } from './version-view.ts'

type SignaturesProps = { words: Words['protocol']; version: VersionView }

/** Who signed what it says now, and who signed what it said before. */
export function Signatures({ words, version }: SignaturesProps) {
  const own = words.version
  const { signatures, signedBefore, fallenAway, isSecondLook } = version
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">{own.signatures}</h2>
      {signatures.length === 0 && <p>{signedBefore === null ? own.unsigned : own.before(signedBefore)}</p>}
      <ul class="plain-list">
        {signatures.map((signature, i) => (
          <li key={signature.at.iso}>
            <SignatureLine words={words} signature={signature} />
            {i === 1 && isSecondLook && <span class="quiet"> ({own.secondLook})</span>}
          </li>
        ))}
      </ul>
      {fallenAway.length > 0 && (
        <>
          <p class="quiet">{own.fellAway}</p>
          <ul class="plain-list quiet">
            {fallenAway.map((signature) => (
              <li key={signature.at.iso}>
                <SignatureLine words={words} signature={signature} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet">
        {own.hash} <code class="hash">{version.shortHash}</code>. {own.hashMeans}
      </p>
    </section>
  )
}

type SignatureLineProps = { words: Words['protocol']; signature: SignatureView }

export function SignatureLine({ words, signature }: SignatureLineProps) {
  const { by, isDirector, isReviewer, at } = signature
  const { director, reviewer, notDirector } = words.version
  return (
    <>
      <strong>{by}</strong>, {isDirector ? director : isReviewer ? reviewer : notDirector}, <Time when={at} />
    </>
  )
}
