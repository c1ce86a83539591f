/** /demo/mail: what the demo would have sent. */
import type { Words } from '../../content/words.ts'
import { clockface, type When } from '../../system/time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Time } from '../../ui/when.tsx'
import { onlyInDemo, open, type Route } from '../route.ts'

export const demoMailRoutes: Route[] = [
  onlyInDemo(
    open('GET', '/demo/mail', async (c) => {
      const { words, language, services } = c.var
      const face = clockface(language, services.practice.timeZone)
      const messages = await services.demo.listMail()
      const shown = messages.map(({ at, ...message }) => ({ ...message, sent: face.instant(at) }))
      const body = <DemoMailPage words={words.demo.mail} messages={shown} origin={services.origin} />
      return c.var.page({ area: 'plain', title: words.demo.mail.title, body })
    }),
  ),
]

type Shown = { id: string; to: string; subject: string; text: string; sent: When }
type DemoMailProps = { words: Words['demo']['mail']; messages: readonly Shown[]; origin: string }

function DemoMailPage({ words, messages, origin }: DemoMailProps) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {messages.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneHint}</p>
        </EmptyState>
      )}
      {messages.map(({ id, to, subject, text, sent }) => (
        <article key={id} class="card flow">
          <h2>{subject}</h2>
          <p class="quiet">
            {words.to} {to}. {words.sent} <Time when={sent} />.
          </p>
          {text.split('\n\n').map((part) => (
            <p key={part}>{linked(part.trim(), origin)}</p>
          ))}
        </article>
      ))}
      <p>
        <a href="/demo">{words.back}</a>
      </p>
    </div>
  )
}

/** An address of our own becomes a link, as a mail program would make it. */
function linked(text: string, origin: string) {
  const isOwnAddress = text.startsWith(`${origin}/`) && !/\s/.test(text)
  return isOwnAddress ? <a href={text.slice(origin.length)}>{text}</a> : text
}
