import type { Words } from '../content/words.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

export type InstrumentFormChoices = {
  instruments: readonly { code: string; name: string }[]
  /** What was sent before, by field; the file has to be chosen again. */
  sent: Readonly<Record<string, string>>
}

const LANGUAGES = ['en', 'es'] as const

/** The text of one scale and what allows it, in one form that works without a script. */
export function InstrumentForm({
  words,
  choices: { instruments, sent },
}: {
  words: Words['instruments']
  choices: InstrumentFormChoices
}) {
  const { form } = words
  return (
    <section class="flow" aria-labelledby="load-a-text">
      <h2 id="load-a-text">{form.title}</h2>
      <p>{form.lead}</p>
      <form class="flow" method="post" action="/console/instruments" enctype="multipart/form-data">
        <Choice
          name="instrument"
          label={form.instrument}
          options={instruments.map(({ code, name }) => [code, name])}
          chosen={sent.instrument}
        />
        <Choice
          name="language"
          label={form.language}
          options={LANGUAGES.map((language) => [language, words.language[language]])}
          chosen={sent.language}
        />
        <div class="field">
          <label for="file">{form.file}</label>
          <p class="field-hint" id="file-hint">
            {form.fileHint}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,application/json,application/fhir+json"
            aria-describedby="file-hint"
            required
          />
        </div>
        <Field name="grantedBy" label={form.grantedBy} value={sent.grantedBy} maxLength={500} required />
        <Field name="grantedTo" label={form.grantedTo} value={sent.grantedTo} maxLength={500} required />
        <Field
          name="terms"
          label={form.terms}
          hint={form.termsHint}
          value={sent.terms}
          maxLength={500}
          required
        />
        <Field name="grantedOn" type="date" label={form.grantedOn} value={sent.grantedOn} required />
        <Field name="until" type="date" label={form.until} hint={form.untilHint} value={sent.until} />
        <p>{form.confirm}</p>
        <Button kind="first">{form.button}</Button>
      </form>
    </section>
  )
}

type ChoiceProps = {
  name: string
  label: string
  options: readonly (readonly [value: string, label: string])[]
  chosen: string | undefined
}

const Choice = ({ name, label, options, chosen }: ChoiceProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name} required>
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)
