import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Grounding } from '../grounding.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'

/** Something else that is due. */
type More = { title: string; minutes: string; href: string }

type CheckInThanksPageProps = {
  words: Words
  /** What became of the answers that were sent last; undefined where nobody notes it. */
  told: ToldView | undefined
  more?: readonly More[]
}

/** After handing in, and again whenever somebody comes back to it. */
export function CheckInThanksPage({ words, told, more = [] }: CheckInThanksPageProps) {
  const { thanks } = words.checkIn
  return (
    <div class="narrow flow">
      <h1>{thanks.title}</h1>
      <Notice kind="done">
        <p>{thanks.sent}</p>
        {told && <Told words={words.told} told={told} />}
      </Notice>
      {told && !told.seen && <p>{thanks.next}</p>}
      {more.length > 0 && (
        <section class="flow" aria-labelledby="more">
          <h2 id="more" class="small-title">
            {thanks.more}
          </h2>
          <p>{thanks.moreLead}</p>
          <ul class="intake-parts">
            {more.map(({ title, minutes, href }) => (
              <li key={href} class="open">
                <a href={href}>{title}</a>
                <span class="quiet">{minutes}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Grounding words={words.help.grounding} title={thanks.groundingTitle} lead={thanks.groundingLead} />
      <p class="note">
        {thanks.worse} <a href="/help">{thanks.worseLink}</a>
      </p>
      <p>
        <ButtonLink href="/portal">{thanks.toToday}</ButtonLink>
      </p>
    </div>
  )
}
