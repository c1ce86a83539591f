import { READY_THINGS, type ReadyThing } from '../clinical/readiness.ts'
import type { Words } from '../content/words.ts'

type MissingListProps = {
  words: Words['booking']
  missing: readonly ReadyThing[]
  states: Words['prepare']['states']
}

/** Everything that has to be there, and what still is not. The same list for whoever looks. */
export function MissingList({ words, missing, states }: MissingListProps) {
  return (
    <>
      {missing.length === 0 && <p>{words.nothingMissing}</p>}
      <ul class="step-list must-be-there">
        {READY_THINGS.map((thing) => {
          const isMissing = missing.includes(thing)
          return (
            <li key={thing} class={isMissing ? 'later' : 'done'}>
              <span class="step-label">{words.missing[thing]}</span>
              <span class="quiet">{states[isMissing ? 'open' : 'done']}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
