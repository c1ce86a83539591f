import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { HiddenFields, type ManyFields } from '../hidden-fields.tsx'
import { Dial, Dusk } from './session-room.tsx'

type SessionEndedProps = {
  words: Words
  /** Where the answers go once the person is signed in again: the check-in's own address. */
  action: string
  /** Everything that was sent, so that pressing the button sends it again. */
  hidden: ManyFields
  signInHref: string
}

/** The sign-in ran out while somebody was writing. Their answers stay in this page until they are handed in. */
export function SessionEndedPage(page: SessionEndedProps) {
  const { ended } = page.words.checkIn
  return (
    <div class="narrow flow">
      <h1>{ended.title}</h1>
      <p class="lead">{ended.nothingLost}</p>
      <p>{ended.why}</p>
      <HowToGoOn {...page} handIn={ended.handIn} />
    </div>
  )
}

/** The same in the room of a session: the numbers first, because what was pressed has reached nobody. */
export function RoomEndedPage({ dutyPhone, ...page }: SessionEndedProps & { dutyPhone: string | null }) {
  const { checkIn, sessionDay } = page.words
  const { title, why, handIn } = checkIn.endedInRoom
  return (
    <Dusk>
      <Dial words={sessionDay} dutyPhone={dutyPhone} />
      <p class="lead" role="status">
        {sessionDay.help.notTold}
      </p>
      <h1>{title}</h1>
      <p>{why}</p>
      <HowToGoOn {...page} handIn={handIn} />
    </Dusk>
  )
}

type GoOnProps = SessionEndedProps & { handIn: Words['checkIn']['ended']['handIn'] }

function HowToGoOn({ words, action, hidden, signInHref, handIn }: GoOnProps) {
  const { signIn, keepOpen } = words.checkIn.ended
  return (
    <>
      <ol class="numbered">
        <li class="flow">
          <h2>{signIn.title}</h2>
          <p>{signIn.text}</p>
          <p>
            <ButtonLink href={signInHref} kind="first" inNewTab>
              {signIn.action}
            </ButtonLink>
          </p>
        </li>
        <li class="flow">
          <h2>{handIn.title}</h2>
          <p>{handIn.text}</p>
          <form method="post" action={action}>
            <HiddenFields fields={hidden} />
            <Button>{handIn.action}</Button>
          </form>
        </li>
      </ol>
      <p class="quiet">{keepOpen}</p>
    </>
  )
}
