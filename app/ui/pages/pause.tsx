import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'

type PausePageProps = {
  words: Words['way']
  /** What may be done from here, one tap each. */
  open: { pause: boolean; leave: boolean; resume: 'alone' | 'with-a-doctor' | 'no' }
  /** A session may be under way, which nothing here ends. */
  isInSession: boolean
  mayHaveMedicine: boolean
}

const PATH = '/portal/pause'

/** A break, or leaving: both one tap, without a reason; said beforehand what each means. */
export function PausePage({ words, open, isInSession, mayHaveMedicine }: PausePageProps) {
  const { pause } = words
  const isNothing = !open.pause && !open.leave && open.resume === 'no'
  return (
    <div class="narrow flow">
      <h1>{pause.title}</h1>
      <p class="lead">{isNothing ? pause.nothing : pause.lead}</p>
      {isInSession && <p class="note">{pause.inSession}</p>}
      {open.resume === 'alone' && (
        <Choice id="resume" title={pause.resumeTitle} text={pause.resumeText} button={pause.resumeButton} />
      )}
      {open.resume === 'with-a-doctor' && <p>{pause.resumeWithDoctor}</p>}
      {open.pause && (
        <Choice id="pause" title={pause.pauseTitle} text={pause.pauseText} button={pause.pauseButton} />
      )}
      {open.leave && (
        <Choice id="leave" title={pause.leaveTitle} text={pause.leaveText} button={pause.leaveButton} />
      )}
      {mayHaveMedicine && <p class="why">{pause.medicine}</p>}
      <p>
        <ButtonLink href="/portal">{isNothing ? words.after.backToday : pause.stay}</ButtonLink>
      </p>
    </div>
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
