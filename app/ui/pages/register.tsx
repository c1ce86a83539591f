import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'

export const REGISTER_FIELDS = [
  'givenName',
  'familyName',
  'email',
  'bornOn',
  'state',
  'place',
  'language',
] as const
export type RegisterField = (typeof REGISTER_FIELDS)[number]

type RegisterPageProps = {
  words: Words['register']
  practiceName: string
  states: readonly { code: string; name: string }[]
  action: string
  assessmentAction: string
  hidden: Fields
  sent: Partial<Record<RegisterField, string>>
  problems: readonly RegisterField[]
}

/** Id of the form, for a button that stands outside it. */
export const REGISTER_FORM = 'register'

/** A name, an address, where and when: what it takes for a person to meet somebody. */
export function RegisterPage(props: RegisterPageProps) {
  const { words, practiceName, states, action, assessmentAction, hidden, sent, problems } = props
  const line = (name: RegisterField) => ({
    name,
    value: sent[name],
    error: problems.includes(name) ? words.problem[name] : undefined,
    required: true,
  })
  return (
    <div class="narrow flow">
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      {problems[0] !== undefined && (
        <Notice kind="problem" title={words.problemTitle}>
          <ul class="plain-list">
            {problems.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{words.problem[name]}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <dl class="facts">
        {words.facts(practiceName).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <form id={REGISTER_FORM} method="post" action={action} class="flow" novalidate>
        <HiddenFields fields={hidden} />
        <Field
          {...line('givenName')}
          label={words.givenName}
          hint={words.givenNameHint}
          autocomplete="given-name"
          maxLength={100}
        />
        <Field {...line('familyName')} label={words.familyName} autocomplete="family-name" maxLength={100} />
        <Field
          {...line('email')}
          label={words.email}
          hint={words.emailHint}
          type="email"
          autocomplete="email"
          maxLength={200}
        />
        <Field
          {...line('bornOn')}
          label={words.bornOn}
          hint={words.bornOnHint}
          type="date"
          autocomplete="bday"
        />
        <Choose
          {...line('state')}
          label={words.state}
          hint={words.stateHint}
          options={states.map(({ code, name }) => [code, name])}
        />
        <Field {...line('place')} label={words.place} autocomplete="address-level2" maxLength={100} />
        <Choose
          {...line('language')}
          label={words.language}
          options={[
            ['en', words.languages.en],
            ['es', words.languages.es],
          ]}
        />
        <p class="actions">
          <Button kind="first" name="step" value="send">
            {words.send}
          </Button>
          <Button formAction={assessmentAction} name="step" value="result">
            {words.back}
          </Button>
        </p>
      </form>
    </div>
  )
}

type ChooseProps = {
  name: string
  label: string
  hint?: string
  error: string | undefined
  value: string | undefined
  options: readonly (readonly [value: string, label: string])[]
}

function Choose({ name, label, hint, error, value, options }: ChooseProps) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
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
      <select
        id={name}
        name={name}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        aria-invalid={error === undefined ? undefined : true}
        required
      >
        <option value="" />
        {options.map(([each, text]) => (
          <option key={each} value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
