import type { ConsentText } from '../../content/en/consent-texts.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { type ConsentState, StateText } from './consents.tsx'

type ConsentPageProps = {
  words: Words['consents']
  text: ConsentText
  /** Which of how many, from 1. */
  number: number
  count: number
  version: number
  now: ConsentState
  action: string
  hidden: Fields
  /** Said above: the name is missing, it is read again first, or it can wait. */
  problem?: 'nameMissing' | 'readAgain' | 'notToday' | undefined
  name: string
  isDemo: boolean
}

/** Id of the form, for a button that stands outside it. */
export const CONSENT_FORM = 'consent'

/** One text, whole, and beneath it the place to sign or, once signed, to take it back. */
export function ConsentPage(props: ConsentPageProps) {
  const { words, text, number, count, version, now, action, hidden, problem, name, isDemo } = props
  return (
    <div class="narrow flow consent-page">
      {(problem === 'readAgain' || problem === 'notToday') && (
        <Notice kind="problem" title={words[problem].title}>
          <p>{words[problem].text}</p>
        </Notice>
      )}
      {now.state === 'takenBack' && (
        <Notice kind="done">
          <p>{words.takeBack.done}</p>
        </Notice>
      )}
      <p class="quiet">
        {words.number(number, count)} · {words.version(version)}
      </p>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {isDemo && <p class="note">{words.invented}</p>}
      {text.parts.map((part) => (
        <section key={part.title} class="flow">
          <h2>{part.title}</h2>
          {part.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <form id={CONSENT_FORM} method="post" action={action} novalidate>
        <HiddenFields fields={hidden} />
        {now.state === 'signed' ? (
          <Signed words={words} text={text} now={now} />
        ) : (
          <Card labelledBy="sign">
            <h2 id="sign">{words.sign.title}</h2>
            <p>
              <strong>{text.agree}</strong>
            </p>
            <p>{words.sign.text}</p>
            <Field
              name="name"
              label={words.sign.name}
              value={name}
              error={problem === 'nameMissing' ? words.sign.nameMissing : undefined}
              autocomplete="name"
              maxLength={200}
              required
            />
            <p class="actions">
              <Button kind="first" name="step" value="sign">
                {words.sign.button}
              </Button>
              <ButtonLink href="/portal/consents">{words.sign.later}</ButtonLink>
            </p>
          </Card>
        )}
      </form>
      <p>
        <a href="/portal/consents">{words.all}</a>
      </p>
    </div>
  )
}

function Signed({
  words,
  text,
  now,
}: {
  words: Words['consents']
  text: ConsentText
  now: Extract<ConsentState, { state: 'signed' }>
}) {
  return (
    <>
      <Notice kind="done">
        <p>
          <StateText words={words} now={now} />. {words.signedBy(now.name)}
        </p>
      </Notice>
      <Card labelledBy="take-back">
        <h2 id="take-back">{words.takeBack.title}</h2>
        <p>{words.takeBack.text}</p>
        <p>{text.takenBack}</p>
        <p class="actions">
          <Button name="step" value="take-back">
            {words.takeBack.button}
          </Button>
        </p>
      </Card>
    </>
  )
}
