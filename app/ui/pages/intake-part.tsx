import type { ComponentChildren } from 'preact'
import type { Question } from '../../clinical/intake/question.ts'
import type { AskedText } from '../../content/intake-words.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { type FormNames, IntakeQuestion } from '../intake-question.tsx'
import { Notice } from '../notice.tsx'

/** Id of the form, for a button that stands outside it. */
export const PART_FORM = 'intake-part'
export const INTAKE_PATH = '/portal/intake'

type IntakePartPageProps = {
  words: Words['intake']
  part: { title: string; why: string }
  action: string
  hidden: Fields
  names: FormNames
  questions: readonly { question: Question; text: AskedText }[]
  /** How many questions are left out because the person asked for it. */
  hiddenCount: number
  written: Readonly<Record<string, readonly string[]>>
  /** What to say beside a question, by its name. */
  problems: Readonly<Record<string, string>>
  /** Asked by itself, and not as a part of the intake: where somebody goes who does not answer. */
  backHref?: string
  /** Above the questions: what stands only with this part. */
  children?: ComponentChildren
}

/** One short part of the intake, on one screen. Kept as a whole, and open again at any time. */
export function IntakePartPage(props: IntakePartPageProps) {
  const { words, part, action, hidden, names, questions, hiddenCount, written, problems, children } = props
  const [unclear] = Object.keys(problems)
  const untranslated = questions.find(({ text }) => text.untranslated !== undefined)?.text.untranslated
  return (
    <form id={PART_FORM} method="post" action={action} class="narrow intake-part">
      <HiddenFields fields={hidden} />
      <h1>{part.title}</h1>
      <PartReasons words={words} why={part.why} />
      {children}
      {untranslated !== undefined && <Notice>{untranslated}</Notice>}
      {unclear !== undefined && (
        <Notice kind="problem" title={words.form.unclearTitle}>
          <p>{words.form.unclear}</p>
          <p>
            <a href={`#${unclear}`}>{words.form.unclearGo}</a>
          </p>
        </Notice>
      )}
      {questions.map(({ question, text }) => (
        <IntakeQuestion
          key={question.name}
          words={words.form}
          names={names}
          question={question}
          text={text}
          written={written}
          problem={problems[question.name]}
        />
      ))}
      {hiddenCount > 0 && (
        <p class="quiet">
          {words.form.hidden(String(hiddenCount))} <a href={`${action}?all`}>{words.form.showHidden}</a>
        </p>
      )}
      <KeepButtons words={words} backHref={props.backHref} />
    </form>
  )
}

export function PartReasons({ words, why }: { words: Words['intake']; why: string }) {
  return (
    <p class="why">
      <strong>{words.form.whyTitle}</strong> {why} <strong>{words.form.whoTitle}</strong> {words.form.who}
    </p>
  )
}

/** The way on comes first, so that Enter goes on. */
export function KeepButtons({ words, backHref }: { words: Words['intake']; backHref?: string | undefined }) {
  return (
    <div class="actions">
      <Button kind="first" name="then" value="next">
        {backHref === undefined ? words.form.keep : words.handIn.button}
      </Button>
      {backHref === undefined && (
        <Button name="then" value="overview">
          {words.form.keepAndStop}
        </Button>
      )}
      <ButtonLink href={backHref ?? INTAKE_PATH}>{words.form.back}</ButtonLink>
    </div>
  )
}
