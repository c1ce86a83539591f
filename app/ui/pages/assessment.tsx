import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { type Choice, ChoiceList } from '../choice-list.tsx'
import { Field } from '../field.tsx'
import { HelpFirst } from '../help-first.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { PartProgress } from '../part-progress.tsx'

/** A question as it is shown, with what was answered before. */
export type ShownQuestion = {
  name: string
  kind: 'one' | 'many' | 'number'
  text: string
  hint: string | null
  choices: readonly Choice[]
  chosen: readonly string[]
  problem: string | undefined
  lang: string | undefined
}

/** Published wording above the questions it belongs to. */
export type Preface = {
  untranslated: string | null
  instruction: string | null
  list: readonly string[]
  stem: string | null
  notice: string | null
  lang: string | undefined
}

type AssessmentPageProps = {
  words: Words
  action: string
  title: string
  why: string | null
  part: number
  parts: number
  /** Each stretch of questions under its own wording. */
  groups: readonly { preface: Preface | null; questions: readonly ShownQuestion[] }[]
  /** Everything answered so far, in one sealed field, and which screen this is. */
  hidden: Fields
  hasBack: boolean
  isLast: boolean
  help: keyof Words['assessment']['helpTitle'] | undefined
}

/** Id of the form, for a button that stands outside it. */
export const ASSESSMENT_FORM = 'assessment'

/** One screen of the free assessment. The way on comes first among the buttons, so that Enter goes on. */
export function AssessmentPage(props: AssessmentPageProps) {
  const { words, action, title, why, part, parts, groups, hidden, hasBack, isLast, help } = props
  const { assessment } = words
  const first = groups.flatMap(({ questions }) => questions).find(({ problem }) => problem !== undefined)
  return (
    <div class="narrow">
      {help !== undefined && <HelpFirst words={words} to={help} isShort />}
      <form id={ASSESSMENT_FORM} method="post" action={action} class="check-in">
        <HiddenFields fields={hidden} />
        <PartProgress step={part} steps={parts} label={assessment.part(part, parts)} />
        <h1>{title}</h1>
        {first !== undefined && (
          <Notice kind="problem" title={assessment.unclearTitle}>
            <p>
              <a href={`#${first.name}`}>{assessment.unclear}</a>
            </p>
          </Notice>
        )}
        {why !== null && <p class="why">{why}</p>}
        {groups.map(({ preface, questions }) => (
          <div class="question-group" key={questions[0]?.name}>
            {preface !== null && <PrefaceText preface={preface} />}
            {questions.map((question) => (
              <QuestionField key={question.name} question={question} />
            ))}
            {preface?.notice && (
              <p class="quiet" lang="en">
                {preface.notice}
              </p>
            )}
          </div>
        ))}
        <div class="actions">
          <Button kind="first" name="step" value="next">
            {isLast ? assessment.result : assessment.next}
          </Button>
          {hasBack && (
            <Button name="step" value="back">
              {assessment.back}
            </Button>
          )}
        </div>
        <p class="quiet">{assessment.notKept}</p>
      </form>
    </div>
  )
}

function PrefaceText({ preface: { untranslated, instruction, list, stem, lang } }: { preface: Preface }) {
  return (
    <>
      {untranslated !== null && <Notice>{untranslated}</Notice>}
      {instruction !== null && (
        <p class="instruction" lang={lang}>
          {instruction}
        </p>
      )}
      {list.length > 0 && (
        <ul class="instruction" lang={lang}>
          {list.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {stem !== null && (
        <p class="stem" lang={lang}>
          {stem}
        </p>
      )}
    </>
  )
}

function QuestionField({ question }: { question: ShownQuestion }) {
  const { name, kind, text, hint, choices, chosen, problem, lang } = question
  if (kind === 'number') {
    return (
      <Field
        name={name}
        label={text}
        hint={hint ?? undefined}
        error={problem}
        value={chosen[0]}
        inputMode="numeric"
        maxLength={3}
        width="code"
      />
    )
  }
  return (
    <ChoiceList
      name={name}
      question={text}
      hint={hint}
      choices={choices}
      isMany={kind === 'many'}
      chosen={chosen}
      problem={problem}
      lang={lang}
    />
  )
}
