type TextAreaProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  rows?: number
  maxLength?: number
}

/** Some lines to write in, with label, hint and error tied to them for a screen reader. */
export function TextArea({ name, label, hint, error, value, rows = 2, maxLength = 500 }: TextAreaProps) {
  const told = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
  const describedBy = told.filter((id) => id !== '').join(' ')
  return (
    <div class="field text-area">
      <label for={name}>{label}</label>
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
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={maxLength}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        aria-invalid={error === undefined ? undefined : true}
      >
        {value}
      </textarea>
    </div>
  )
}
