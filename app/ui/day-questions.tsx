import { type DayQuestion, PRESSURES } from '../clinical/day/questions.ts'
import type { Words } from '../content/words.ts'
import { Field } from './field.tsx'

type DayQuestionsProps = {
  words: Words['sessionDay']
  questions: readonly DayQuestion[]
  /** What was written before, by field. */
  sent: Readonly<Record<string, readonly string[]>>
  unclear: readonly string[]
}

/** Short questions, each to be skipped with the same weight. One that follows another shows beside that answer: css. */
export function DayQuestions({ words, questions, sent, unclear }: DayQuestionsProps) {
  return (
    <>
      {questions.map((question) => (
        <One
          key={question.name}
          words={words}
          question={question}
          sent={sent[question.name] ?? []}
          problem={unclear.includes(question.name) ? problemOf(words, question.name) : undefined}
        />
      ))}
    </>
  )
}

const problemOf = ({ form }: DayQuestionsProps['words'], name: string): string =>
  PRESSURES.flat().includes(name) ? form.unclearPressure : form.unclearItem

/** More answers than these do not stand side by side on any screen. */
const MOST_IN_A_LINE = 4

type OneProps = {
  words: Words['sessionDay']
  question: DayQuestion
  sent: readonly string[]
  problem: string | undefined
}

function One(props: OneProps) {
  const { after } = props.question
  if (!after) return <Asked {...props} />
  return (
    <div class="follow-up" data-after={`${after.name}=${after.is}`}>
      <Asked {...props} />
    </div>
  )
}

function Asked({ words, question, sent, problem }: OneProps) {
  const { name } = question
  const { ask, options = {} } = words.questions[name] ?? { ask: name }
  if (question.kind !== 'one-of' && question.kind !== 'several')
    return (
      <div class="day-field">
        <Field
          name={name}
          label={ask}
          value={sent[0]}
          error={problem}
          {...(question.kind === 'number'
            ? ({ inputMode: 'numeric', width: 'code', hint: words.form.number, maxLength: 5 } as const)
            : { maxLength: question.kind === 'text' ? question.longest : 100 })}
        />
      </div>
    )
  const isSeveral = question.kind === 'several'
  const choices = [
    ...question.options.map((option) => [option, options[option] ?? option] as const),
    ...(isSeveral ? [['none', words.form.none] as const] : []),
    ['skip', words.form.skip] as const,
  ]
  const isListed = isSeveral || choices.length > MOST_IN_A_LINE
  return (
    <fieldset class="rating-scale day-choices" id={name}>
      <legend>{ask}</legend>
      {problem !== undefined && <p class="field-error">{problem}</p>}
      <div class={`choices${isListed ? ' listed' : ''}`}>
        {choices.map(([value, label]) => (
          <label key={value} class="choice">
            <input
              type={isSeveral ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={sent.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
