import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'

type AssessmentStartProps = {
  words: Words
  action: string
  /** The answers could not be read any more. */
  isAgain?: boolean
}

/** What is coming, who sees it, and that nothing is kept: said before the first question. */
export function AssessmentStartPage({
  words: { assessment },
  action,
  isAgain = false,
}: AssessmentStartProps) {
  const { start, again } = assessment
  return (
    <div class="narrow flow">
      {isAgain && (
        <Notice kind="problem" title={again.title}>
          <p>{again.text}</p>
        </Notice>
      )}
      <h1>{start.title}</h1>
      <p class="lead">{start.lead}</p>
      <dl class="facts">
        {start.facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={action} class="actions">
        <Button kind="first" name="step" value="begin">
          {start.begin}
        </Button>
        <ButtonLink href="/">{start.notNow}</ButtonLink>
      </form>
    </div>
  )
}
