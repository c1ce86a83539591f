import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { type AnswerLine, IntakeAnswers } from '../intake-answers.tsx'
import { INTAKE_PATH } from './intake-part.tsx'

type IntakeScaleAnsweredPageProps = {
  words: Words['intake']
  title: string
  lines: readonly AnswerLine[]
  /** Undefined when the questions are not asked any more. */
  againHref: string | undefined
}

/** What somebody answered, with the questions as they read them then. */
export function IntakeScaleAnsweredPage({ words, title, lines, againHref }: IntakeScaleAnsweredPageProps) {
  return (
    <div class="narrow flow">
      <h1>{title}</h1>
      <p>{words.questionnaire.answered}</p>
      <IntakeAnswers sections={[{ title: words.overview.states.kept, lines }]} notTold={words.form.open} />
      <p class="actions">
        {againHref !== undefined && <ButtonLink href={againHref}>{words.questionnaire.again}</ButtonLink>}
        <ButtonLink href={INTAKE_PATH}>{words.questionnaire.notNow}</ButtonLink>
      </p>
    </div>
  )
}
