import type { Words } from '../../content/words.ts'

type PasskeyButtonProps = {
  words: Words['signIn']['passkey']
  /** Sign in with one that exists, or add one to the account that is signed in. */
  does: 'sign-in' | 'add'
  label: string
  /** A path of our own, gone to when it worked. */
  next: string
  needsScript: string
}

/**
 * The one part of signing in that needs a script: app/islands/passkey.ts. Until it runs, and where it
 * cannot, there is no button, and a sentence says so.
 */
export function PasskeyButton({ words, does, label, next, needsScript }: PasskeyButtonProps) {
  return (
    <div class="flow" data-passkey={does} data-next={next} data-problems={JSON.stringify(words.problems)}>
      <button class="button first" type="button" hidden>
        {label}
      </button>
      <p class="quiet">{needsScript}</p>
      <p role="alert" />
    </div>
  )
}
