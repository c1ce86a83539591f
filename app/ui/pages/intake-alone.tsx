import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
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
