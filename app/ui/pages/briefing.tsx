import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type BriefingPageProps = {
  words: Words['briefing']
  name: string
  action: string
  /** `none`: nobody asks the reader. */
  standing: 'none' | 'asked' | { agreedAt: When }
}

/** What it means to be there, and one button to agree. A no needs no button. */
export function BriefingPage({ words, name, action, standing }: BriefingPageProps) {
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
      {standing === 'asked' && (
        <form method="post" action={action} class="actions">
          <Button kind="first">{words.agree}</Button>
        </form>
      )}
      <p>
        <a href="/people">{words.back}</a>
      </p>
    </div>
  )
}
