import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { HiddenFields, type ManyFields } from '../hidden-fields.tsx'

type SendAgainProps = { words: Words['errors']['sendAgain']; action: string; hidden: ManyFields }

/** We could not be reached while somebody handed something in. It is all still in this page. */
export function SendAgainPage({ words, action, hidden }: SendAgainProps) {
  return (
    <div class="narrow flow error-page">
      <h1>{words.title}</h1>
      <p class="lead">{words.nothingLost}</p>
      <p>{words.what}</p>
      <form method="post" action={action}>
        <HiddenFields fields={hidden} />
        <Button kind="first">{words.again}</Button>
      </form>
      <p class="quiet">{words.keepOpen}</p>
    </div>
  )
}
