import type { EnrolmentState } from '../../clinical/enrolment.ts'
import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Time, type When } from '../when.tsx'

export type JourneyView = {
  id: string
  name: string
  /** Null where the reader has no page to act on. */
  href: string | null
  since: When
  isUnseen: boolean
}

type JourneysPageProps = {
  words: Words['journey']
  asOf: When
  /** In the order of the way; states with nobody in them are left out. */
  groups: readonly { state: EnrolmentState; people: readonly JourneyView[] }[]
}

/** Everybody by state: what waits, for whom, and since when. Names and times, and nothing clinical. */
export function JourneysPage({ words, asOf, groups }: JourneysPageProps) {
  const { people, states } = words
  return (
    <div class="wide journeys">
      <header class="console-head">
        <h1>{people.title}</h1>
        {groups.length > 0 && <p>{people.lead}</p>}
        <p class="quiet push">
          {people.asOf} <Time when={asOf} />
        </p>
      </header>
      {groups.length === 0 && (
        <EmptyState title={people.none.title}>
          <p>{people.none.text}</p>
        </EmptyState>
      )}
      <div class="journey-groups">
        {groups.map((group) => (
          <section key={group.state} class="card" aria-labelledby={group.state}>
            <h2 id={group.state}>
              {states[group.state]} <span class="quiet">{people.count(group.people.length)}</span>
            </h2>
            <p class="quiet">
              {people.columns.waits} {people.waits[group.state]}
            </p>
            <ul class="plain-list">
              {group.people.map((person) => (
                <li key={person.id}>
                  {person.href === null ? person.name : <a href={person.href}>{person.name}</a>}{' '}
                  <span class="quiet">
                    <Time when={person.since} />
                  </span>
                  {person.isUnseen && <p class="tag">{people.unseen}</p>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
