type Choice = { value: string; label: string; isChosen: boolean }

type TicksProps = {
  legend: string
  name: string
  choices: readonly Choice[]
  /** `one` of them, or as many as fit. Nothing is chosen for the person. */
  kind: 'one' | 'several'
  hint?: string | undefined
  error?: string | undefined
}

/** A list to choose from, one under the other, each line a target of its own. */
export function Ticks({ legend, name, choices, kind, hint, error }: TicksProps) {
  const told = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
  const describedBy = told.filter((id) => id !== '').join(' ')
  return (
    <fieldset class="ticks" aria-describedby={describedBy === '' ? undefined : describedBy}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="choices">
        {choices.map(({ value, label, isChosen }) => (
          <label key={value} class="choice">
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={name}
              value={value}
              checked={isChosen}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
