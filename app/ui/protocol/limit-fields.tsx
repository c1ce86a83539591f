import type { ComponentChildren } from 'preact'
import { rulesReading } from '../../clinical/protocol/diff.ts'
import type { AnyRowsField, PlainField } from '../../clinical/protocol/field.ts'
import { fieldAt } from '../../clinical/protocol/fields.ts'
import { placeName } from '../../clinical/protocol/places.ts'
import type { LimitPath, Limits } from '../../clinical/protocol.ts'
import { columnLabel, limitLines, limitWords, optionText, unitText } from '../../content/limit-words.ts'
import type { Language, Words } from '../../content/words.ts'

/** What was unclear in one field. */
export type FieldProblem =
  | { is: keyof Words['protocol']['edit']['problems'] }
  | { is: 'out-of-range'; from: number; to: number }

export const problemText = (words: Words['protocol']['edit'], problem: FieldProblem): string =>
  problem.is === 'out-of-range' ? words.outOfRange(problem.from, problem.to) : words.problems[problem.is]

export type LimitForm = {
  language: Language
  words: Words['protocol']
  /** The text in each field, by its name. */
  written: Readonly<Record<string, string>>
  problems: ReadonlyMap<string, FieldProblem>
  /** What holds today, said beside each field; null when nothing does. */
  inForce: Limits | null
}

/** One limit to be written: a field, boxes, or a row of fields for each of a fixed set. */
export function LimitField({ form, path }: { form: LimitForm; path: LimitPath }) {
  const { language, words, inForce } = form
  const field = fieldAt(path)
  const rules = rulesReading(path)
  const lines = inForce === null ? [] : limitLines(language, inForce, path)
  const now = inForce === null ? null : words.edit.inForce(lines.join('; ') || limitWords[language].notSet)
  const about = (
    <p class="limit-about quiet" id={`${path}-about`}>
      {field.is !== 'rows' && now}
      {field.is !== 'rows' && now !== null && rules.length > 0 && ' · '}
      {rules.length > 0 && words.edit.readBy(rules.join(', '))}
    </p>
  )
  if (field.is === 'rows') return <Rows form={form} path={path} field={field} about={about} />
  const label = limitWords[language].labels[path]
  const problem = form.problems.get(path)
  if (field.is === 'choices')
    return (
      <fieldset class="limit-field" id={path} tabindex={-1}>
        <legend>{label}</legend>
        <Problem form={form} name={path} />
        <div class="boxes">
          {[...field.of, 'none'].map((option) => (
            <Box key={option} form={form} name={`${path}.${option}`} option={option} />
          ))}
        </div>
        {about}
      </fieldset>
    )
  return (
    <div class={problem ? 'limit-field unclear' : 'limit-field'}>
      <label for={path}>{label}</label>
      <Problem form={form} name={path} />
      <span class="limit-input">
        <Control form={form} name={path} field={field} describedBy={`${path}-about`} />
        <span class="quiet">{unitText(language, field)}</span>
      </span>
      {field.is === 'texts' && <p class="field-hint">{words.edit.linesHint}</p>}
      {field.is === 'numbers' && <p class="field-hint">{words.edit.listHint}</p>}
      {about}
    </div>
  )
}

type RowsProps = {
  form: LimitForm
  path: LimitPath
  field: AnyRowsField
  about: ComponentChildren
}

function Rows({ form, path, field, about }: RowsProps) {
  const words = limitWords[form.language]
  return (
    <fieldset class="limit-rows">
      <legend>{words.labels[path]}</legend>
      <p class="field-hint">{form.words.edit.rowsHint}</p>
      {about}
      {field.keys.map((row) => (
        <fieldset key={row} class="limit-row">
          <legend>{optionText(words, row)}</legend>
          {Object.entries(field.columns).map(([column, of]) => {
            const name = placeName({ path, row, column })
            return (
              <div key={column} class="limit-cell">
                <label for={name}>{columnLabel(words, path, column)}</label>
                <Problem form={form} name={name} />
                <span class="limit-input">
                  <Control form={form} name={name} field={of} />
                  <span class="quiet">{unitText(form.language, of)}</span>
                </span>
              </div>
            )
          })}
        </fieldset>
      ))}
    </fieldset>
  )
}

function Problem({ form, name }: { form: LimitForm; name: string }) {
  const problem = form.problems.get(name)
  if (!problem) return null
  return (
    <p class="field-error" id={`${name}-error`}>
      {problemText(form.words.edit, problem)}
    </p>
  )
}

type ControlProps = { form: LimitForm; name: string; field: PlainField; describedBy?: string }

/** A field to write in, or a choice. Text even for numbers: what was written comes back as it was written. */
function Control({ form, name, field, describedBy }: ControlProps) {
  const value = form.written[name] ?? ''
  const isUnclear = form.problems.has(name)
  const told = {
    id: name,
    name,
    'aria-invalid': isUnclear || undefined,
    'aria-describedby': isUnclear ? `${name}-error` : describedBy,
  }
  const words = limitWords[form.language]
  if (field.is === 'yes-no' || field.is === 'choice') {
    const options = field.is === 'choice' ? field.of : ['yes', 'no']
    const text = (option: string) =>
      field.is === 'choice' ? optionText(words, option) : option === 'yes' ? words.yes : words.no
    return (
      <select {...told}>
        <option value="">{form.words.edit.choose}</option>
        {options.map((option) => (
          <option key={option} value={option} selected={option === value}>
            {text(option)}
          </option>
        ))}
      </select>
    )
  }
  if (field.is === 'texts')
    return (
      <textarea {...told} rows={Math.max(2, value.split('\n').length)} autocomplete="off">
        {value}
      </textarea>
    )
  const isLong = field.is === 'text' || field.is === 'numbers'
  return (
    <input
      {...told}
      type="text"
      inputMode={field.is === 'number' ? 'decimal' : 'text'}
      class={isLong ? 'long' : 'short'}
      value={value}
      autocomplete="off"
    />
  )
}

function Box({ form, name, option }: { form: LimitForm; name: string; option: string }) {
  const words = limitWords[form.language]
  return (
    <div class="tick">
      <input type="checkbox" id={name} name={name} value="yes" checked={form.written[name] === 'yes'} />
      <label for={name}>{option === 'none' ? form.words.edit.noneOfThese : optionText(words, option)}</label>
    </div>
  )
}
