import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Told, type ToldView } from '../told.tsx'
import { INTAKE_PATH, PartReasons } from './intake-part.tsx'

type IntakeAlonePageProps = { words: Words['intake']; action: string; hidden: Fields }

/** Before two questions nobody else should see: whether anybody could. Nothing is stored here. */
export function IntakeAlonePage({ words, action, hidden }: IntakeAlonePageProps) {
  const { alone } = words
  return (
    <div class="narrow flow">
      <h1>{alone.ask}</h1>
      <p class="lead">{alone.text}</p>
      <PartReasons words={words} why={words.parts.alone.why} />
      <p>{alone.exit}</p>
      <form method="post" action={action} class="actions">
        <HiddenFields fields={hidden} />
        <Button kind="first" name="then" value="alone">
          {alone.yes}
        </Button>
        <ButtonLink href={INTAKE_PATH}>{alone.no}</ButtonLink>
      </form>
    </div>
  )
}

type IntakeAloneToldPageProps = { words: Words; told: ToldView; goOnHref: string }

/**
 * The one screen that says what became of an answer nobody else should see. It has no address of its own, and nothing on
 * it is larger than what everybody reads with the question.
 */
export function IntakeAloneToldPage({ words, told, goOnHref }: IntakeAloneToldPageProps) {
  const { alone, safety } = words.intake
  return (
    <div class="narrow flow">
      <h1>{safety.title}</h1>
      <p class="note">{safety.emergency}</p>
      <Card labelledBy="sent-to-team">
        <h2 id="sent-to-team" class="small-title">
          {safety.team}
        </h2>
        <Told words={words.told} told={told} />
      </Card>
      <p>{alone.help}</p>
      <p>
        {alone.onceOnly} {alone.exit}
      </p>
      <p class="actions">
        <ButtonLink href={goOnHref}>{safety.goOn}</ButtonLink>
      </p>
    </div>
  )
}
