import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { HiddenFields, type ManyFields } from '../hidden-fields.tsx'

type SessionEndedProps = {
  words: Words
  /** Where the answers go once the person is signed in again: the check-in's own address. */
  action: string
  /** Everything that was sent, so that pressing the button sends it again. */
  hidden: ManyFields
  signInHref: string
}

/** The sign-in ran out while somebody was writing. Their answers stay in this page until they are handed in. */
export function SessionEndedPage({ words, action, hidden, signInHref }: SessionEndedProps) {
  const { ended } = words.checkIn
  return (
    <div class="narrow flow">
      <h1>{ended.title}</h1>
      <p class="lead">{ended.nothingLost}</p>
      <p>{ended.why}</p>
      <ol class="numbered">
        <li class="flow">
          <h2>{ended.signIn.title}</h2>
          <p>{ended.signIn.text}</p>
          <p>
            <ButtonLink href={signInHref} kind="first" inNewTab>
              {ended.signIn.action}
            </ButtonLink>
          </p>
        </li>
        <li class="flow">
          <h2>{ended.handIn.title}</h2>
          <p>{ended.handIn.text}</p>
          <form method="post" action={action}>
            <HiddenFields fields={hidden} />
            <Button>{ended.handIn.action}</Button>
          </form>
        </li>
      </ol>
      <p class="quiet">{ended.keepOpen}</p>
    </div>
  )
}
