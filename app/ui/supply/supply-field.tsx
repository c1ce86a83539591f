import { h } from 'preact'

type SupplyFieldProps = {
  name: string
  label: string
  /** Several forms stand on one page: ids are the form's own. */
  prefix: string
  written: Readonly<Record<string, string>>
  hint?: string
  type?: 'text' | 'date'
  isNumber?: boolean
  required?: boolean
}

/** One line of a form that may stand on a page several times. */
export function SupplyField(props: SupplyFieldProps) {
  const { name, label, prefix, written, hint, type = 'text', isNumber = false, required = true } = props
  const id = `${prefix}-${name}`
  return (
    <div class={isNumber || type === 'date' ? 'field short' : 'field'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {h('input', {
        id,
        name,
        type,
        required,
        value: written[name] ?? '',
        autocomplete: 'off',
        maxLength: 100,
        ...(isNumber ? { inputMode: 'decimal' } : {}),
        'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
      })}
    </div>
  )
}
