import { PREPARATION_PARTS, type PreparationPart } from '../../clinical/preparation.ts'
import type { Words } from '../../content/words.ts'

type PreparePageProps = { words: Words['prepare']; done: readonly PreparationPart[] }

/** The parts of preparing: what each is, and when it counts as done. Nothing is counted down. */
export function PreparePage({ words, done }: PreparePageProps) {
  return (
    <div class="page prepare flow today">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="part-list">
        {PREPARATION_PARTS.map((part) => {
          const isDone = done.includes(part)
          return (
            <li key={part}>
              <p class={isDone ? 'tag' : 'tag open'}>{words.states[isDone ? 'done' : 'open']}</p>
              <h2>
                <a href={`/portal/prepare/${part}`}>{words.parts[part].title}</a>
              </h2>
              <p>{words.parts[part].about}</p>
              <p class="quiet">
                {words.counts} {words.parts[part].done}
              </p>
            </li>
          )
        })}
        {(
          [
            ['people', '/portal/people'],
            ['date', '/portal/booking'],
          ] as const
        ).map(([place, href]) => (
          <li key={place}>
            <h2>
              <a href={href}>{words[place].title}</a>
            </h2>
            <p>{words[place].text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
