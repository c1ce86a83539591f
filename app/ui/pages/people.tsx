import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import type { When } from '../when.tsx'
import { Time } from '../when.tsx'

type PeoplePageProps = {
  words: Words['people']
  /** By given name alone; `until` null has no end. */
  people: readonly { id: string; name: string; until: When | null }[]
}

/** Whose care team the reader is on. No more than that is shared here. */
export function PeoplePage({ words, people }: PeoplePageProps) {
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
            {people.map(({ id, name, until }) => (
              <li key={id}>
                <strong>{name}</strong>{' '}
                <span class="quiet">
                  {until ? (
                    <>
                      {words.until} <Time when={until} />
                    </>
                  ) : (
                    words.noEnd
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="why">{words.whoDecides}</p>
    </div>
  )
}
