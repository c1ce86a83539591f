import { callHref, textHref } from '../content/crisis.ts'
import type { Words } from '../content/words.ts'
import { CrisisLines } from './crisis-lines.tsx'

type HelpFirstProps = {
  words: Words
  /** Whose help it is. */
  to: keyof Words['assessment']['helpTitle']
  /** In a few lines, on pages that go on with something else. */
  isShort?: boolean
  /** The page's own heading, where it has no other. */
  level?: 1 | 2
}

/** Help above everything else on the page, from the moment somebody said that they are not safe. */
export function HelpFirst({ words, to, isShort = false, level = 2 }: HelpFirstProps) {
  const { assessment, help } = words
  const Heading = `h${level}` as const
  return (
    <section class="help-first flow" aria-labelledby="help-first">
      <Heading id="help-first">{assessment.helpTitle[to]}</Heading>
      <p>{assessment.helpText[to]}</p>
      {isShort ? (
        <ShortLines words={words.frame.crisis} />
      ) : (
        <CrisisLines words={help} level={level === 1 ? 2 : 3} />
      )}
      {!isShort && <p class="quiet">{help.seen}</p>}
    </section>
  )
}

/** The longer list opens beside this page: leaving it would lose what was answered. */
const ShortLines = ({ words }: { words: Words['frame']['crisis'] }) => (
  <ul class="short-lines">
    <li>
      {words.danger} <a href={callHref('911')}>911</a>
    </li>
    <li>
      {words.talk} <a href={callHref('988')}>{words.call988}</a>,{' '}
      <a href={textHref({ to: '988' })}>{words.text988}</a>
    </li>
    <li>
      <a href="/help" target="_blank" rel="noopener">
        {words.more}
      </a>
    </li>
  </ul>
)
