import { CRISIS_LINES, type CrisisLine, callHref, textHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
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
      <ul class="crisis-lines">
        {CRISIS_LINES.map((line) => (
          <li key={line.id} class={`crisis-line ${line.id}`}>
            <h2>{words.lines[line.id].title}</h2>
            <p>{words.lines[line.id].text}</p>
            <LineButtons words={words} line={line} />
          </li>
        ))}
      </ul>
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

function LineButtons({ words, line }: { words: Words['help']; line: CrisisLine }) {
  const { id, call, text } = line
  return (
    <p class="actions">
      {call !== undefined && (
        <ButtonLink kind={id === 'emergency' ? 'emergency' : 'first'} href={callHref(call)}>
          {id === 'veterans' ? words.press1(call) : words.call(call)}
        </ButtonLink>
      )}
      {text !== undefined && (
        <ButtonLink kind={call === undefined ? 'first' : 'second'} href={textHref(text)}>
          {text.word === undefined ? words.text(text.to) : words.textWord(text.word, text.to)}
        </ButtonLink>
      )}
    </p>
  )
}
