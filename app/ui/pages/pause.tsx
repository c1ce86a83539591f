import type { Wished } from '../../clinical/enrolment.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { Time, type When } from '../when.tsx'

type PausePageProps = {
  words: Words
  /** What may be done from here, one tap each. */
  open: { pause: boolean; leave: boolean; resume: 'alone' | 'with-a-doctor' | 'no' }
  /** A session may be under way, or its evening, which nothing here ends. */
  watched: 'inSession' | 'inEvening' | undefined
  /** Asked for already, and not taken yet. */
  wish: WishView | undefined
  isTakenBack: boolean
  mayHaveMedicine: boolean
}

export type WishView = {
  to: Wished
  askedAt: When
  told: ToldView | undefined
  /** In the evening: the hour from which it holds. Otherwise when the session is closed. */
  from?: string
}

const PATH = '/portal/pause'

/** A break, or leaving: both one tap, without a reason; said beforehand what each means. */
export function PausePage(props: PausePageProps) {
  const { words, open, watched, wish, isTakenBack, mayHaveMedicine } = props
  const { pause, after } = words.way
  const isNothing = !open.pause && !open.leave && open.resume === 'no'
  return (
    <div class="narrow flow">
      <h1>{pause.title}</h1>
      {isTakenBack && !wish && <Notice kind="done">{words.way.wish.takenBack}</Notice>}
      {wish ? (
        <Wish words={words} wish={wish} />
      ) : (
        <p class="lead">{isNothing ? pause.nothing : pause.lead}</p>
      )}
      {watched && !wish && <p class="note">{pause[watched]}</p>}
      {open.resume === 'alone' && (
        <Choice id="resume" title={pause.resumeTitle} text={pause.resumeText} button={pause.resumeButton} />
      )}
      {open.resume === 'with-a-doctor' && <p>{pause.resumeWithDoctor}</p>}
      {open.pause && (
        <Choice id="pause" title={pause.pauseTitle} text={pause.pauseText} button={pause.pauseButton} />
      )}
      {open.leave && (
        <Choice
          id="leave"
          title={pause.leaveTitle}
          text={watched ? pause.leaveTextLater : pause.leaveText}
          button={pause.leaveButton}
        />
      )}
      {mayHaveMedicine && <p class="why">{pause.medicine}</p>}
      <p>
        <ButtonLink href="/portal">{isNothing || wish ? after.backToday : pause.stay}</ButtonLink>
      </p>
    </div>
  )
}

/** Thanked for first; then what goes on, from when it holds, who knows, and that it can be taken back. */
function Wish({ words, wish: { to, askedAt, told, from } }: { words: Words; wish: WishView }) {
  const { wish } = words.way
  return (
    <Card labelledBy="wish">
      <h2 id="wish">{wish.title[to]}</h2>
      <p class="lead">{wish.thanks}</p>
      <p>
        {from === undefined ? wish.session : wish.evening}{' '}
        <strong>{from === undefined ? wish.from[to] : wish.fromEvening[to](from)}</strong>
      </p>
      <p>{wish.check}</p>
      {told ? (
        <Told words={words.told} told={told} />
      ) : (
        <p class="why">
          {wish.askedAt} <Time when={askedAt} />
        </p>
      )}
      <p>{wish.takeBackText}</p>
      <form method="post" action={PATH}>
        <Button name="way" value="stay">
          {wish.takeBack}
        </Button>
      </form>
    </Card>
  )
}

type ChoiceProps = { id: 'pause' | 'leave' | 'resume'; title: string; text: string; button: string }

function Choice({ id, title, text, button }: ChoiceProps) {
  return (
    <Card labelledBy={`${id}-title`}>
      <h2 id={`${id}-title`} class="small-title">
        {title}
      </h2>
      <p>{text}</p>
      <form method="post" action={PATH}>
        <Button kind={id === 'resume' ? 'first' : 'second'} name="way" value={id}>
          {button}
        </Button>
      </form>
    </Card>
  )
}
