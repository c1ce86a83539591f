import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { HiddenFields, type ManyFields } from '../hidden-fields.tsx'

type SendAgainProps = {
  words: Words['errors']
  code: keyof Words['errors']['sendAgain']['what']
  action: string
  hidden: ManyFields
  /** The number under which our log knows what broke. */
  reference: string | undefined
}

/** It could not be taken when somebody handed something in. It is all still in this page. */
export function SendAgainPage({ words, code, action, hidden, reference }: SendAgainProps) {
  const own = words.sendAgain
  return (
    <div class="narrow flow error-page">
      <h1>{own.title}</h1>
      <p class="lead">{own.nothingLost}</p>
      <p>{own.what[code]}</p>
      <form method="post" action={action}>
        <HiddenFields fields={hidden} />
        <Button kind="first">{own.again}</Button>
      </form>
      <p class="quiet">{own.keepOpen}</p>
      {reference !== undefined && <p class="quiet">{words.reference(reference)}</p>}
    </div>
  )
}
