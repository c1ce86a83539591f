import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Grounding } from '../grounding.tsx'
import { HelpFirst } from '../help-first.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'

type AssessmentHelpProps = { words: Words; action: string; hidden: Fields }

/** Id of the form, for a button that stands outside it. */
export const AFTER_HELP_FORM = 'after-help'

/** Somebody said that they are not safe, or not sure: help, and nothing else until they want to go on. */
export function AssessmentHelpPage({ words, action, hidden }: AssessmentHelpProps) {
  const { afterHelp } = words.assessment
  return (
    <div class="narrow flow">
      <HelpFirst words={words} to="not-safe" level={1} />
      <Grounding words={words.help.grounding} />
      <form id={AFTER_HELP_FORM} method="post" action={action} class="actions">
        <HiddenFields fields={hidden} />
        <Button name="step" value="next">
          {afterHelp.goOn}
        </Button>
        <ButtonLink href="/">{afterHelp.stop}</ButtonLink>
      </form>
      <p class="quiet">{afterHelp.kept}</p>
    </div>
  )
}
