export type Choice = {
  value: string
  label: string
  /** Of the label, where it differs from the page's. */
  lang?: string | undefined
}

type ChoiceListProps = {
  /** Form field name. */
  name: string
  question: string
  hint?: string | null
  choices: readonly Choice[]
  /** Any number of them. */
  isMany?: boolean
  /** What was sent before, when the page comes back. */
  chosen: readonly string[]
  /** Said when what was sent could not be read. */
  problem?: string | undefined
  /** Language of the question, where it differs from the page's. */
  lang?: string | undefined
  look?: 'choice-list' | 'rating-scale'
}

/** One question with its answers beneath each other, the way out among them. Nothing is chosen for the person. */
export function ChoiceList(props: ChoiceListProps) {
  const { name, question, hint = null, choices, isMany = false, chosen, problem, lang } = props
  const { look = 'choice-list' } = props
  const hintId = hint === null ? undefined : `${name}-hint`
  const problemId = problem === undefined ? undefined : `${name}-problem`
  const describedBy = [hintId, problemId].filter((id) => id !== undefined).join(' ')
  return (
    <fieldset
      class={look}
      id={name}
      // So that the link to an unclear question brings the reader there, and not only the page.
      tabindex={problem === undefined ? undefined : -1}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend lang={lang}>{question}</legend>
      {hint !== null && (
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
        {choices.map(({ value, label, lang }) => (
          <label key={value} class="choice">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span lang={lang}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
