import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type BriefingPageProps = {
  words: Words['briefing']
  name: string
  action: string
  part: 'support' | 'backup'
  /** Their own number, as it is kept or as they wrote it just now. */
  phone: string | undefined
  /** What they wrote cannot be dialled. */
  isUnclear: boolean
  /** `none`: nobody asks the reader. */
  standing: 'none' | 'asked' | { agreedAt: When; isReachable: boolean }
}

/** What it means to be there, a number to be reached on, and one button to agree. A no needs no button. */
export function BriefingPage(props: BriefingPageProps) {
  const { words, name, standing } = props
  if (standing === 'none')
    return (
      <div class="narrow flow">
        <h1>{words.title}</h1>
        <p class="lead">{words.notAsked}</p>
      </div>
    )
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      {standing !== 'asked' && (
        <Notice kind="done" title={words.agreed}>
          <p>
            {words.agreedOn} <Time when={standing.agreedAt} />. {words.readAgain}
          </p>
        </Notice>
      )}
      {standing !== 'asked' && <OwnNumber {...props} isOpen={!standing.isReachable || props.isUnclear} />}
      <p class="lead">{words.lead(name)}</p>
      {words.parts.map(({ title, lines }) => (
        <section key={title} class="flow">
          <h2 class="small-title">{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {standing === 'asked' && <NumberForm {...props} button={words.agree} />}
      <p>
        <a href="/people">{words.back}</a>
      </p>
    </div>
  )
}

/** Once agreed: the number as it is, and a form to change it; open where there is none. */
function OwnNumber(props: BriefingPageProps & { isOpen: boolean }) {
  const { words, phone, isOpen } = props
  return (
    <section class="flow" aria-labelledby="number">
      <h2 id="number" class="small-title">
        {words.number.title}
      </h2>
      {isOpen ? (
        <NumberForm {...props} button={words.number.save} />
      ) : (
        <>
          <p>{phone}</p>
          <details>
            <summary>{words.number.change}</summary>
            <NumberForm {...props} button={words.number.save} />
          </details>
        </>
      )}
    </section>
  )
}

function NumberForm({
  words,
  action,
  part,
  phone,
  isUnclear,
  button,
}: BriefingPageProps & { button: string }) {
  const { label, hint, unclear } = words.number
  return (
    <form method="post" action={action} class="flow">
      <Field
        name="phone"
        type="tel"
        label={label}
        hint={hint[part]}
        error={isUnclear ? unclear : undefined}
        value={phone}
        autocomplete="tel"
        maxLength={40}
      />
      <p class="actions">
        <Button kind="first">{button}</Button>
      </p>
    </form>
  )
}
