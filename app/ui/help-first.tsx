import type { Words } from '../content/words.ts'
import { CrisisLines } from './crisis-lines.tsx'

type HelpFirstProps = {
  words: Words
  /** Whose help it is. */
  to: keyof Words['assessment']['helpTitle']
}

/** Help above everything else on the page, from the moment somebody said that they are not safe. */
export function HelpFirst({ words: { assessment, help }, to }: HelpFirstProps) {
  return (
    <section class="help-first flow" aria-labelledby="help-first">
      <h2 id="help-first">{assessment.helpTitle[to]}</h2>
      <p>{assessment.helpText[to]}</p>
      <CrisisLines words={help} level={3} />
      <p class="quiet">{help.seen}</p>
    </section>
  )
}
