import type { Mismatch } from '../../clinical/instruments/questionnaire-mismatch.ts'
import type { Words } from '../../content/words.ts'
import { InstrumentForm, type InstrumentFormChoices } from '../instrument-form.tsx'
import { Notice } from '../notice.tsx'

type InstrumentRefusedPageProps = {
  words: Words['instruments']
  /** What does not fit in the file, and in what allows it. */
  mismatches: readonly Mismatch[]
  licenceFaults: readonly (keyof Words['instruments']['licenceFault'])[]
  hasFile: boolean
  form: InstrumentFormChoices
}

/** Nothing was stored: everything that does not fit, and the form again with what was written in it. */
export function InstrumentRefusedPage(props: InstrumentRefusedPageProps) {
  const { words, mismatches, licenceFaults, hasFile, form } = props
  const points = [
    ...licenceFaults.map((fault) => words.licenceFault[fault]),
    ...(hasFile
      ? mismatches.map(({ kind, at, found }) => words.mismatch[kind](at, found))
      : [words.refused.noFile]),
  ]
  return (
    <div class="wide flow instruments">
      <h1>{words.refused.title}</h1>
      <Notice kind="problem" title={words.refused.count(String(points.length))}>
        <p>{words.refused.lead}</p>
      </Notice>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>{words.refused.chooseAgain}</p>
      <InstrumentForm words={words} choices={form} />
      <p>
        <a href="/console/instruments">{words.refused.back}</a>
      </p>
    </div>
  )
}
