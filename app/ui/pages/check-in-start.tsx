import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'

type CheckInStartProps = {
  words: Words
  practiceName: string
  /** Why this is asked, in one sentence. */
  why: string
  /** Where the form goes: the check-in's own address. */
  action: string
  hidden: Fields
}

/** What is coming, how long it takes, who reads it: said before the first question, with the way out beside. */
export function CheckInStartPage({ words, practiceName, why, action, hidden }: CheckInStartProps) {
  const { start } = words.checkIn
  return (
    <div class="narrow flow">
      <h1>{start.title}</h1>
      <p class="lead">{start.note}</p>
      <dl class="facts">
        {start.facts(practiceName, why).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {start.tooMuch} <a href={callHref('988')}>988</a>.
      </p>
      <form method="post" action={action} class="actions">
        <HiddenFields fields={hidden} />
        <Button kind="first" name="step" value="1">
          {start.begin}
        </Button>
        <ButtonLink href="/portal">{start.notNow}</ButtonLink>
      </form>
    </div>
  )
}
