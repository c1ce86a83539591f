import type { Words } from '../content/words.ts'
import { Button } from './button.tsx'

type CloseFindingProps = { words: Words['patient']['close']; action: string }

/** Folded away until a clinician wants it: a finding is closed with a reason, which stays on record. */
export function CloseFinding({ words, action }: CloseFindingProps) {
  return (
    <details class="close-finding">
      <summary>{words.open}</summary>
      <form method="post" action={action}>
        <label>
          <span>{words.because}</span>
          <textarea name="because" rows={2} maxlength={500} required />
        </label>
        <Button>{words.close}</Button>
      </form>
    </details>
  )
}
