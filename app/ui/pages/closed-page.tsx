import type { WhyClosed } from '../../clinical/own-pages.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'

type ClosedPageProps = {
  words: Words['ownPages']
  why: WhyClosed
  /** Something was handed in here, and not taken. */
  wasSent: boolean
  /** Where their next thing is done, where that is one page; their first page says it always. */
  next: { href: string; label: string } | undefined
}

/** A page that is not open to somebody where they stand: why, where to go now, and help. Nobody did anything wrong. */
export function ClosedPage({ words, why, wasSent, next }: ClosedPageProps) {
  const { title, text } = words.why[why]
  return (
    <div class="narrow flow">
      <h1>{title}</h1>
      <p class="lead">
        {wasSent && `${words.nothingSent} `}
        {text}
      </p>
      <p class="actions">
        {next && (
          <ButtonLink kind="first" href={next.href}>
            {next.label}
          </ButtonLink>
        )}
        <ButtonLink kind={next ? 'second' : 'first'} href="/portal">
          {words.toToday}
        </ButtonLink>
      </p>
      <p class="note">
        {words.help} <a href="/help">{words.helpLink}</a>
      </p>
    </div>
  )
}
