import { callHref, textHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { Grounding } from '../grounding.tsx'
import { Told, type ToldView } from '../told.tsx'
import { INTAKE_PATH } from './intake-part.tsx'

type IntakeSafetyPageProps = {
  words: Words
  told: ToldView
  /** False where one answer elsewhere leads to the questions about safety. */
  isAnswered: boolean
  /** Where its questions are answered; absent where they are not taken any more. */
  askHref?: string
  /** Where it goes on; the intake unless said. */
  backHref?: string
}

/** After an answer that asks for a person: help first, then what became of the answer, then the rest. */
export function IntakeSafetyPage({
  words,
  told,
  isAnswered,
  askHref,
  backHref = INTAKE_PATH,
}: IntakeSafetyPageProps) {
  const { safety } = words.intake
  return (
    <div class="narrow flow">
      <h1>{safety.title}</h1>
      <p class="lead">{safety.first}</p>
      <p class="actions">
        <ButtonLink kind="first" href={callHref('988')}>
          {safety.call}
        </ButtonLink>
        <ButtonLink href={textHref({ to: '988' })}>{safety.text}</ButtonLink>
      </p>
      <p class="note">{safety.emergency}</p>
      <Card labelledBy="sent-to-team">
        <h2 id="sent-to-team" class="small-title">
          {safety.team}
        </h2>
        <Told words={words.told} told={told} />
        <p>{safety.plan}</p>
      </Card>
      <Grounding words={words.help.grounding} title={safety.grounding} lead={safety.groundingLead} />
      <p class="actions">
        <ButtonLink href={backHref}>{safety.goOn}</ButtonLink>
        {askHref && <a href={askHref}>{isAnswered ? safety.answerAgain : safety.answer}</a>}
      </p>
    </div>
  )
}
