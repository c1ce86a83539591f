import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import type { When } from '../when.tsx'
import { Time } from '../when.tsx'

type PeoplePageProps = {
  words: Words['people']
  /** By given name alone; `until` null has no end and needs no word, `href` null shares nothing to read. */
  people: readonly {
    id: string
    name: string
    href: string | null
    /** For a support person: what being there means, and where they agree. */
    briefingHref: string | null
    /** For a support person: their screens for a session's day. */
    dayHref: string | null
    until: When | null
  }[]
  briefing: string
  day: string
}

/** Whose care team the reader is on. No more than that is shared here. The screen of a session is the first to find. */
export function PeoplePage({ words, people, briefing, day }: PeoplePageProps) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      {people.length === 0 ? (
        <EmptyState title={words.empty.title}>
          <p>{words.empty.text}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.lead}</p>
          <ul class="plain-list">
            {people.map(({ id, name, href, briefingHref, dayHref, until }) => (
              <li key={id}>
                <strong>{href === null ? name : <a href={href}>{name}</a>}</strong>{' '}
                {until && (
                  <span class="quiet">
                    {words.until} <Time when={until} />
                  </span>
                )}
                {dayHref !== null && (
                  <p class="actions">
                    <ButtonLink kind="first" href={dayHref}>
                      {day}
                    </ButtonLink>
                    {briefingHref !== null && <ButtonLink href={briefingHref}>{briefing}</ButtonLink>}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="why">{words.whoDecides}</p>
    </div>
  )
}
