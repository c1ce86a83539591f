import type { EnrolmentState } from '../../clinical/enrolment.ts'
import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Time, type When } from '../when.tsx'

export type JourneyView = {
  id: string
  name: string
  /** Null for whoever reads no chart. */
  chartHref: string | null
  /** Where the reader works for this person: the next step first. */
  acts: readonly { page: keyof Words['journey']['people']['acts']; href: string }[]
  since: When
  /** What is new and not seen, and what their booked session rests on and is gone. */
  tags: readonly string[]
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
            <h2 id={group.state} class="small-title">
              {states[group.state]} <span class="quiet">{people.count(group.people.length)}</span>
            </h2>
            <p class="quiet">
              {people.columns.waits} {people.waits[group.state]}
            </p>
            <ul class="plain-list">
              {group.people.map((person) => (
                <li key={person.id}>
                  {person.chartHref === null ? person.name : <a href={person.chartHref}>{person.name}</a>}{' '}
                  <span class="quiet">
                    <Time when={person.since} />
                  </span>{' '}
                  {person.acts.map(({ page, href }) => (
                    <a key={page} class="act" href={href}>
                      {people.acts[page]}
                      <span class="unseen">: {person.name}</span>
                    </a>
                  ))}
                  {person.tags.map((tag) => (
                    <p key={tag} class="tag">
                      {tag}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
