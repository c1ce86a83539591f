type RatingScaleProps = {
  /** Form field name; the FHIR linkId of the question. */
  name: string
  question: string
  /** What to hold the answer against, said before it is given. */
  hint?: string | undefined
  /** Labels from lowest to highest; the submitted value is the index. */
  ratings: readonly string[]
  /** Label of the way out. Submitted as `skip`, so a skip is never mistaken for an answer. */
  skip: string
  /** What was sent before, when the page comes back. */
  chosen?: string | undefined
  /** Said when what was sent could not be read. */
  problem?: string | undefined
  /** Language of question and ratings, where it differs from the page's. */
  wordingLanguage?: string | undefined
}

/** One question on a rating scale. Nothing is chosen for the person, and skipping weighs the same. */
export function RatingScale({
  name,
  question,
  hint,
  ratings,
  skip,
  chosen,
  problem,
  wordingLanguage,
}: RatingScaleProps) {
  const problemId = problem === undefined ? undefined : `${name}-problem`
  const hintId = hint === undefined ? undefined : `${name}-hint`
  const describedBy = [hintId, problemId].filter((id) => id !== undefined).join(' ')
  const choices = [
    ...ratings.map((label, index) => ({ label, value: String(index), lang: wordingLanguage })),
    { label: skip, value: 'skip', lang: undefined },
  ]
  return (
    <fieldset
      class="rating-scale"
      id={name}
      // So that the link to an unclear question brings the reader there, and not only the page.
      tabindex={problem === undefined ? undefined : -1}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend lang={wordingLanguage}>{question}</legend>
      {hint !== undefined && (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="field-error" id={problemId}>
          {problem}
        </p>
      )}
      <div class="choices">
        {choices.map(({ label, value, lang }) => (
          <label key={value} class="choice">
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span lang={lang}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
