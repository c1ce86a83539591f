import type { Words } from '../content/words.ts'
import { Button } from './button.tsx'
import { Time, type When } from './when.tsx'

export type LoadedView = {
  id: string
  /** Which version it is here, from 1. */
  number: number
  /** The publisher's. */
  textVersion: string
  licence: { grantedBy: string; grantedTo: string; terms: string; from: When; until: When | null }
  uploaded: { by: string; at: When; withCommand: boolean }
  fileHash: string
}

type LoadedWordingProps = { words: Words['instruments']; wording: LoadedView; mayWithdraw: boolean }

/** One loaded text: what allows it, who loaded what and when, and the two things one can do with it. */
export function LoadedWording({ words, wording, mayWithdraw }: LoadedWordingProps) {
  const { id, number, licence, uploaded, fileHash } = wording
  return (
    <>
      <p>
        {words.licence}: {words.granted(licence.grantedBy, licence.grantedTo)}. {licence.terms}. {words.from}{' '}
        <Time when={licence.from} />,{' '}
        {licence.until ? (
          <>
            {words.until} <Time when={licence.until} />
          </>
        ) : (
          words.noEnd
        )}
      </p>
      <p class="quiet">
        {words.loadedBy(uploaded.by, number)} {uploaded.withCommand && words.withCommand}{' '}
        <Time when={uploaded.at} />. {words.hash}: <code>{fileHash}</code>
      </p>
      <p>
        <a href={`/console/instruments/wordings/${id}`}>{words.download}</a>
      </p>
      {mayWithdraw && (
        <details class="close-finding">
          <summary>{words.withdraw.open}</summary>
          <form method="post" action={`/console/instruments/wordings/${id}/withdraw`}>
            <label>
              <span>{words.withdraw.because}</span>
              <textarea name="because" rows={2} maxlength={500} required />
            </label>
            <Button>{words.withdraw.button}</Button>
          </form>
        </details>
      )}
    </>
  )
}
