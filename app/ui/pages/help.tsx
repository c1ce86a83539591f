import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { CrisisLines } from '../crisis-lines.tsx'
import { Grounding } from '../grounding.tsx'
import { Time, type When } from '../when.tsx'

type HelpPageProps = {
  words: Words['help']
  practice: { name: string; phone: string | null }
  /** When the oldest of the numbers was last checked. */
  checkedOn: When
}

/** Help right now. Works without an account, without script, and asks nothing. */
export function HelpPage({ words, practice, checkedOn }: HelpPageProps) {
  return (
    <div class="page help-page">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <CrisisLines words={words} />
      <div class="help-notes">
        <p class="note">{words.seen}</p>
        <p class="quiet">{words.notWatched}</p>
      </div>
      <Grounding words={words.grounding} />
      {practice.phone !== null && (
        <section class="flow" aria-labelledby="practice">
          <h2 id="practice">{words.practiceTitle}</h2>
          <p>
            {words.practice(practice.name)} <a href={callHref(practice.phone)}>{practice.phone}</a>
          </p>
        </section>
      )}
      <p class="quiet">
        {words.checkedOn} <Time when={checkedOn} />
      </p>
    </div>
  )
}
