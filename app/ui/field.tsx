import { h } from 'preact'

type FieldProps = {
  /** Form field name, and the input's id. */
  name: string
  label: string
  /** What to write, said before it is needed. */
  hint?: string | undefined
  /** What was unclear in what was sent, and what to do. */
  error?: string | undefined
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'datetime-local' | 'number'
  value?: string | undefined
  required?: boolean
  autocomplete?: string
  inputMode?: 'numeric' | 'text' | 'email' | 'tel'
  maxLength?: number
  minLength?: number
  /** Wide enough for what is expected: six digits, or a sentence. */
  width?: 'code' | 'full'
  autoFocus?: boolean
}

/**
 * One line to write in, with its label, hint and error tied to it for a screen reader.
 *
 * The input is made by `h`, because the JSX type wants each kind of input written out on its own.
 */
export function Field({ name, label, hint, error, width = 'full', type = 'text', ...input }: FieldProps) {
  const hintId = hint === undefined ? undefined : `${name}-hint`
  const errorId = error === undefined ? undefined : `${name}-error`
  const describedBy = [hintId, errorId].filter((id) => id !== undefined).join(' ')
  return (
    <div class={`field ${width}`}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
      {h('input', {
        id: name,
        name,
        type,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
        ...input,
      })}
    </div>
  )
}
