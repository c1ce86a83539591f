import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { HelpFirst } from '../help-first.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'

type AssessmentResultProps = {
  words: Words
  kind: keyof Words['assessment']['outcome']
  help: keyof Words['assessment']['helpTitle'] | undefined
  /** What closes the way, or what to talk about first. */
  reasons: readonly string[]
  notes: readonly string[]
  /** What a self-check cannot know. */
  limits: string
  phone: string | null
  action: string
  registerAction: string
  hidden: Fields
}

/** Id of the form that leads back, for the button of the other language. */
export const RESULT_FORM = 'answered'

/** Where the answers lead, in words: no number, no diagnosis. Every way on has a card of the same size. */
export function AssessmentResultPage(props: AssessmentResultProps) {
  const { words, kind, help, reasons, notes, limits, phone, action, registerAction, hidden } = props
  const { assessment } = words
  const { ways } = assessment
  const { title, lead } = assessment.outcome[kind]
  return (
    <div class="page result-page">
      {help !== undefined && <HelpFirst words={words} to={help} />}
      <div class="flow">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      {kind !== 'talk' && (
        <section class="flow" aria-labelledby="reasons">
          <h2 id="reasons">{assessment.reasonsTitle[kind]}</h2>
          <Sentences texts={reasons} />
        </section>
      )}
      {notes.length > 0 && (
        <section class="flow" aria-labelledby="heard">
          <h2 id="heard">{assessment.notesTitle}</h2>
          <Sentences texts={notes} />
        </section>
      )}
      <section class="flow" aria-labelledby="limits">
        <h2 id="limits">{assessment.limitsTitle}</h2>
        <p>{limits}</p>
      </section>
      <section class="flow" aria-labelledby="ways">
        <h2 id="ways">{assessment.waysTitle}</h2>
        <p>{assessment.waysLead}</p>
        <ul class="ways">
          {kind !== 'not-now' && (
            <li class="card flow">
              <h3>{ways.goOn.title}</h3>
              <p>{ways.goOn.text}</p>
              <form method="post" action={registerAction}>
                <HiddenFields fields={hidden} />
                <Button name="step" value="form">
                  {ways.goOn.button}
                </Button>
              </form>
            </li>
          )}
          {phone !== null && (
            <li class="card flow">
              <h3>{ways.call.title}</h3>
              <p>{ways.call.text}</p>
              <p>
                <ButtonLink href={callHref(phone)}>{ways.call.button(phone)}</ButtonLink>
              </p>
            </li>
          )}
          {(['therapy', 'doctor', 'nothing'] as const).map((way) => (
            <li class="card flow" key={way}>
              <h3>{ways[way].title}</h3>
              <p>{ways[way].text}</p>
            </li>
          ))}
        </ul>
      </section>
      <form id={RESULT_FORM} method="post" action={action} class="actions">
        <HiddenFields fields={{ ...hidden, screen: 'result' }} />
        <Button name="step" value="back">
          {assessment.back}
        </Button>
      </form>
      <p class="quiet">{assessment.notKept}</p>
    </div>
  )
}

const Sentences = ({ texts }: { texts: readonly string[] }) => (
  <ul class="sentences">
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)
