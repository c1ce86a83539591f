import type { Words } from '../content/words.ts'
import { Time, type When } from './when.tsx'

/**
 * What became of something that was sent to people. `seen` only once somebody has; outside cover help comes
 * first. No text states a human act that has not happened.
 */
export type ToldView = {
  sentAt: When
  seen?: { by: string; at: When } | undefined
  /** Nobody is on duty. Of what was seen already it says nothing. */
  isOutsideCover: boolean
}

/** The one place where sent, seen and outside cover are said. */
export function Told({ words, told }: { words: Words['told']; told: ToldView }) {
  const { sentAt, seen, isOutsideCover } = told
  return (
    <>
      <p class="why">
        {words.sent} <Time when={sentAt} />
        {' · '}
        {seen ? (
          <>
            {words.seen(seen.by)}, <Time when={seen.at} />
          </>
        ) : (
          words.notSeen
        )}
      </p>
      {!seen && isOutsideCover && (
        <p class="note">
          {words.outsideCover} {words.meanwhile} <a href="/help">{words.meanwhileLink}</a>
        </p>
      )}
    </>
  )
}
