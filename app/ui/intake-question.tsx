import type { Question } from '../clinical/intake/question.ts'
import type { AskedText } from '../content/intake-words.ts'
import type { Words } from '../content/words.ts'

/** Field names and words of not answering, as app/routes/intake-form.ts reads them. */
export type FormNames = { skip: string; never: string; none: string; insteadOf: (name: string) => string }

type IntakeQuestionProps = {
  words: Words['intake']['form']
  names: FormNames
  question: Question
  text: AskedText
  /** What was written or kept before, by field. */
  written: Readonly<Record<string, readonly string[]>>
  problem: string | undefined
  /** A clinician records, or leaves open: there is nothing not to say. */
  isForClinician?: boolean
}

/** One question: a choice, or something to write, and beside it two ways not to answer that weigh the same. */
export function IntakeQuestion(props: IntakeQuestionProps) {
  const { question } = props
  return question.kind === 'one-of' || question.kind === 'several' ? (
    <Choices {...props} />
  ) : (
    <Written {...props} />
  )
}

function Choices(props: IntakeQuestionProps) {
  const { words, names, question, text, written, problem, isForClinician = false } = props
  const { name } = question
  if (question.kind !== 'one-of' && question.kind !== 'several') return null
  const isOne = question.kind === 'one-of'
  const chosen = written[name] ?? []
  const offered = question.options.map((value) => ({ value, label: text.options?.[value] ?? value }))
  const choices = isOne
    ? isForClinician
      ? [...offered, { value: '', label: words.open }]
      : [...offered, { value: names.skip, label: words.skip }, { value: names.never, label: words.never }]
    : [...offered, { value: names.none, label: words.none }]
  return (
    <fieldset
      class="rating-scale intake-question"
      id={name}
      tabindex={problem === undefined ? undefined : -1}
      aria-describedby={describedBy(name, text, problem)}
    >
      <legend lang={text.language}>{text.ask}</legend>
      <Beside name={name} text={text} problem={problem} />
      <div class="choices listed">
        {choices.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span lang={value in (text.options ?? {}) ? text.language : undefined}>{label}</span>
          </label>
        ))}
      </div>
      {!isOne && !isForClinician && <Instead words={words} names={names} name={name} written={written} />}
    </fieldset>
  )
}

function Written(props: IntakeQuestionProps) {
  const { words, names, question, text, written, problem, isForClinician = false } = props
  const { name, kind } = question
  const value = written[name]?.[0] ?? ''
  const shared = {
    id: name,
    name,
    'aria-describedby': describedBy(name, text, problem),
    'aria-invalid': problem === undefined ? undefined : true,
  }
  return (
    <div class="field intake-question">
      <label for={name} lang={text.language}>
        {text.ask}
      </label>
      <Beside name={name} text={text} problem={problem} />
      {kind === 'text' ? (
        <textarea {...shared} rows={3} maxlength={question.longest}>
          {value}
        </textarea>
      ) : kind === 'day' ? (
        <input {...shared} type="date" value={value} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={kind === 'number' ? 'numeric' : 'text'}
          maxlength={24}
          autocomplete="off"
          value={value}
        />
      )}
      {!isForClinician && <Instead words={words} names={names} name={name} written={written} />}
    </div>
  )
}

/** Beside what is written or ticked: the two ways not to answer. */
function Instead({
  words,
  names,
  name,
  written,
}: Pick<IntakeQuestionProps, 'words' | 'names' | 'written'> & { name: string }) {
  const field = names.insteadOf(name)
  const chosen = written[field]?.[0] ?? ''
  const options = [
    { value: '', label: words.answer },
    { value: names.skip, label: words.skip },
    { value: names.never, label: words.never },
  ]
  return (
    <div class="instead">
      <label for={field}>{words.or}</label>
      <select id={field} name={field}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Beside({ name, text, problem }: { name: string; text: AskedText; problem: string | undefined }) {
  return (
    <>
      {text.hint !== undefined && (
        <p class="field-hint" id={`${name}-hint`}>
          {text.hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="field-error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
}

const describedBy = (name: string, text: AskedText, problem: string | undefined): string | undefined =>
  [
    ...(text.hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ].join(' ') || undefined
