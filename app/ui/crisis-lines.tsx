import { CRISIS_LINES, type CrisisLine, callHref, textHref } from '../content/crisis.ts'
import type { Words } from '../content/words.ts'
import { ButtonLink } from './button.tsx'

type CrisisLinesProps = {
  words: Words['help']
  /** Level of the heading of each line: one below the heading above them. */
  level?: 2 | 3
}

/** Everybody who can be reached right now, and how. */
export function CrisisLines({ words, level = 2 }: CrisisLinesProps) {
  const Heading = `h${level}` as const
  return (
    <ul class="crisis-lines">
      {CRISIS_LINES.map((line) => (
        <li key={line.id} class={`crisis-line ${line.id}`}>
          <Heading>{words.lines[line.id].title}</Heading>
          <p>{words.lines[line.id].text}</p>
          <LineButtons words={words} line={line} />
        </li>
      ))}
    </ul>
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
