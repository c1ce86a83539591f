import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { INTAKE_PATH, PartReasons } from './intake-part.tsx'

type IntakeQuestionnairePageProps = {
  words: Words
  part: { title: string; minutes: string; why: string }
  /** What the questions are about, where they can be hard to read. */
  note: string | null
  action: string
  hidden: Fields
  /** Of the questions about safety: whether somebody is on duty. */
  safety: { isCovered: boolean } | undefined
  isLater: boolean
  /** Begun before: the screen it goes on with. */
  goOnAt?: number | undefined
  /** Where somebody goes who does not answer now; the intake unless said, where it can be put away for good as well. */
  backHref?: string
}

/** Before a questionnaire: what comes, what limits privacy, and every way not to answer, said before the first question. */
export function IntakeQuestionnairePage(props: IntakeQuestionnairePageProps) {
  const { words, part, note, action, hidden, safety, isLater, goOnAt, backHref } = props
  const { questionnaire: own } = words.intake
  return (
    <div class="narrow flow">
      <h1>{part.title}</h1>
      {isLater && (
        <Notice kind="done">
          <p>{own.laterKept}</p>
        </Notice>
      )}
      {goOnAt !== undefined && (
        <Notice>
          <p>{own.begun}</p>
        </Notice>
      )}
      {note !== null && <p class="lead">{note}</p>}
      <PartReasons words={words.intake} why={part.why} />
      {safety !== undefined && (
        <>
          <p class="note">{own.limits}</p>
          <p>{own.onYourOwn}</p>
          <p>{safety.isCovered ? own.inside : own.outside}</p>
        </>
      )}
      <p class="note">
        {words.checkIn.start.tooMuch} <a href={callHref('988')}>988</a>.
      </p>
      <form method="post" action={action} class="actions">
        <HiddenFields fields={hidden} />
        <Button kind="first" name="step" value={String(goOnAt ?? 1)}>
          {goOnAt !== undefined ? own.goOn : safety === undefined ? own.begin : own.answerNow}
        </Button>
        {safety !== undefined && (
          <Button name="step" value="later">
            {own.later}
          </Button>
        )}
        {backHref === undefined && (
          <Button name="step" value="never">
            {own.never}
          </Button>
        )}
        <ButtonLink href={backHref ?? INTAKE_PATH}>{own.notNow}</ButtonLink>
      </form>
    </div>
  )
}
