import type { DayQuestion } from '../../clinical/day/questions.ts'
import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { DayQuestions } from '../day-questions.tsx'
import { HelpFirst } from '../help-first.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { RatingScale } from '../rating-scale.tsx'
import { Time, type When } from '../when.tsx'

type WithWords = { words: Words['sessionDay'] }

type NoDayProps = WithWords & {
  title?: string
  text?: string
  /** Where the reader goes on from here: their first page, unless something else is said. */
  home: string
  toHome?: string
}

/** Nothing is booked: said without a question. */
export function NoDayPage({ words, title, text, home, toHome }: NoDayProps) {
  return (
    <div class="narrow flow">
      <h1>{title ?? words.none.title}</h1>
      <p>{text ?? words.none.text}</p>
      <p class="actions">
        <ButtonLink kind="first" href={home}>
          {toHome ?? words.none.toStart}
        </ButtonLink>
      </p>
    </div>
  )
}

type OtherDayProps = WithWords & {
  title: string
  text: string
  /** What was said about safety, with help. */
  help: string | undefined
  phone: string | null
  action: string
  hidden: Fields
}

/** Another day than the booked one: no question, and the ways out that are always there. */
export function OtherDayPage({ words, title, text, help, phone, action, hidden }: OtherDayProps) {
  return (
    <div class="narrow flow">
      <h1>{title}</h1>
      {help !== undefined && (
        <Notice kind="problem" title={words.form.helpNow}>
          <p>{help}</p>
        </Notice>
      )}
      <p class="lead">{text}</p>
      <p class="actions">
        {phone !== null && <ButtonLink href={callHref(phone)}>{words.answer.call(phone)}</ButtonLink>}
        <ButtonLink href="/help">{words.answer.grounding}</ButtonLink>
      </p>
      <p class="note">{words.intro.house}</p>
      <NotToday words={words} action={action} hidden={hidden} />
    </div>
  )
}

type IntroProps = WithWords & {
  action: string
  hidden: Fields
  planned: When
  isNotAlone: boolean
  isCovered: boolean
  phone: string | null
  /** What the booking rests on and is gone, each in a sentence. */
  gaps: readonly string[]
}

/** What comes, who sees it, what limits privacy, and whether the person is alone: before any question. */
export function DayIntroPage(props: IntroProps) {
  const { words, action, hidden, planned, isNotAlone, isCovered, phone, gaps } = props
  const { intro } = words
  return (
    <div class="narrow flow">
      <h1>{intro.title}</h1>
      <p class="quiet">
        {intro.when} <Time when={planned} />
      </p>
      {gaps.map((gap) => (
        <Notice key={gap} kind="problem">
          {gap}
        </Notice>
      ))}
      <p>{intro.text}</p>
      <BeforeQuestions {...{ words, action, hidden, isNotAlone, isCovered, phone }} />
      <p class="note">{intro.house}</p>
      <NotToday words={words} action={`${action}/not-today`} hidden={hidden} />
    </div>
  )
}

export type BeforeQuestionsProps = WithWords & {
  action: string
  hidden: Fields
  isNotAlone: boolean
  isCovered: boolean
  phone: string | null
}

/** Before the suicide screen, on whichever day: who reads it, what limits privacy, and whether they are alone. */
export function BeforeQuestions(props: BeforeQuestionsProps) {
  const { words, action, hidden, isNotAlone, isCovered, phone } = props
  const { intro } = words
  return (
    <>
      <p class="why">{intro.who}</p>
      <p class="why">{intro.limits}</p>
      {!isCovered && <Notice>{intro.outside}</Notice>}
      {isNotAlone ? (
        <Notice title={intro.alone}>
          <p>{intro.notAlone}</p>
          {phone !== null && (
            <p>
              <a href={callHref(phone)}>{words.answer.call(phone)}</a>
            </p>
          )}
        </Notice>
      ) : (
        <h2>{intro.alone}</h2>
      )}
      <form class="actions" method="post" action={action}>
        <HiddenFields fields={hidden} />
        <Button kind="first" name="step" value="asq">
          {intro.yes}
        </Button>
        {!isNotAlone && (
          <Button name="step" value="not-alone">
            {intro.no}
          </Button>
        )}
      </form>
    </>
  )
}

/** Always there before the dose, never with a question. */
export function NotToday({ words, action, hidden }: WithWords & { action: string; hidden: Fields }) {
  return (
    <form class="flow" method="post" action={action}>
      <HiddenFields fields={hidden} />
      <p class="actions">
        <Button>{words.intro.notToday}</Button>
        <span class="quiet">{words.intro.notTodayWhy}</span>
      </p>
    </form>
  )
}

export type DayFormProps = WithWords & {
  id: string
  action: string
  hidden: Fields
  title: string
  lead?: string | undefined
  /** Questions of a scale on this screen. */
  scale?: { items: readonly { linkId: string; ask: string }[]; labels: readonly string[] } | undefined
  questions?: readonly DayQuestion[]
  sent: Readonly<Record<string, readonly string[]>>
  unclear: readonly string[]
  /** Help above the questions, after a yes. */
  crisis?: string | undefined
  next: { label: string; step: string }
}

/** One screen of questions. Its answers travel in the form until the last is handed in. */
export function DayFormPage(props: DayFormProps) {
  const { words, id, action, hidden, title, lead, scale, questions = [], sent, unclear, crisis, next } = props
  return (
    <form id={id} method="post" action={action} class="narrow check-in">
      <HiddenFields fields={hidden} />
      <h1>{title}</h1>
      {crisis !== undefined && (
        <Notice kind="problem" title={words.form.helpNow}>
          <p>{crisis}</p>
        </Notice>
      )}
      {lead !== undefined && <p class="instruction">{lead}</p>}
      {unclear.length > 0 && (
        <Notice kind="problem" title={words.form.unclearTitle}>
          <p>{words.form.unclear}</p>
        </Notice>
      )}
      {scale?.items.map(({ linkId, ask }) => (
        <RatingScale
          key={linkId}
          name={linkId}
          question={ask}
          ratings={scale.labels}
          skip={words.form.skip}
          chosen={sent[linkId]?.[0]}
          problem={unclear.includes(linkId) ? words.form.unclearItem : undefined}
        />
      ))}
      <DayQuestions words={words} questions={questions} sent={sent} unclear={unclear} />
      <div class="actions">
        <Button kind="first" name="step" value={next.step}>
          {next.label}
        </Button>
      </div>
    </form>
  )
}

export type DayAnswerProps = {
  words: Words
  /** The answer first, then its reasons. */
  lines: readonly string[]
  isWaiting: boolean
  isReady: boolean
  isHeld: boolean
  /** They said that they think of it right now: help stands above the answer. */
  isRightNow: boolean
  phone: string | null
  action: string
  hidden: Fields
}

/** What the gate says to the patient, with the reasons, warm alternatives, and no blame. */
export function DayAnswerPage(props: DayAnswerProps) {
  const { words, lines, isWaiting, isReady, isHeld, isRightNow, phone, action, hidden } = props
  const { answer, intro } = words.sessionDay
  const [first = '', ...reasons] = lines
  const title = isWaiting ? answer.waitingTitle : first
  return (
    <div class="narrow flow">
      {isRightNow && <HelpFirst words={words} to="not-safe" level={1} />}
      {isRightNow ? <h2>{title}</h2> : <h1>{title}</h1>}
      <div class="flow" role="status">
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
      {isWaiting && <p>{answer.waiting}</p>}
      {isReady && (
        <Card>
          <p>{answer.ready}</p>
          <p class="actions">
            <ButtonLink kind="first" href="/portal/day/now">
              {answer.toNow}
            </ButtonLink>
          </p>
        </Card>
      )}
      {isHeld && (
        <>
          <p class="actions">
            {phone !== null && (
              <ButtonLink kind="first" href={callHref(phone)}>
                {answer.call(phone)}
              </ButtonLink>
            )}
            <ButtonLink href="/help">{answer.grounding}</ButtonLink>
          </p>
          <p class="quiet">{answer.warm}</p>
        </>
      )}
      <p class="note">{intro.house}</p>
      <p>
        <a class="big-link" href="/portal/day?again=1">
          {answer.again}
        </a>
      </p>
      <NotToday words={words.sessionDay} action={action} hidden={hidden} />
    </div>
  )
}

/** The day is off: free, and kind. */
export function DayOffPage({ words }: WithWords) {
  return (
    <div class="narrow flow">
      <h1>{words.answer.offTitle}</h1>
      <p class="lead">{words.answer.off}</p>
      <p>{words.answer.warm}</p>
      <p class="actions">
        <ButtonLink kind="first" href="/portal">
          {words.none.toStart}
        </ButtonLink>
        <ButtonLink href="/help">{words.answer.grounding}</ButtonLink>
      </p>
    </div>
  )
}

type BesideProps = WithWords & {
  name: string
  state: 'waiting' | 'moved' | 'ready'
  moved: string
  base: string
}

/** After the support person's half: one sentence, whatever the reason. */
export function BesidePage({ words, name, state, moved, base }: BesideProps) {
  const { beside } = words
  return (
    <div class="narrow flow">
      <h1>{beside.title(name)}</h1>
      <p class="lead" role="status">
        {state === 'moved' ? moved : state === 'ready' ? beside.ready : beside.waiting(name)}
      </p>
      {state === 'ready' && (
        <>
          <p class="actions">
            <ButtonLink kind="first" href={`${base}/now`}>
              {beside.toRoom}
            </ButtonLink>
          </p>
          <p>{beside.timer}</p>
        </>
      )}
      <p>
        <a class="big-link" href={base}>
          {beside.lookAgain}
        </a>
      </p>
      <p>
        <a class="big-link" href={`${base}?again=1`}>
          {beside.again}
        </a>
      </p>
    </div>
  )
}
