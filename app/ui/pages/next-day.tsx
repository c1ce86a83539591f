import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { HelpFirst } from '../help-first.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { Time, type When } from '../when.tsx'
import { BeforeQuestions, type BeforeQuestionsProps } from './session-day.tsx'

type NextDayIntroProps = BeforeQuestionsProps & {
  /** They handed in without an answer or a skip anywhere: there was nothing to send. */
  isEmpty: boolean
}

/** The day after, before any question: what comes, who reads it, what limits privacy, and whether they are alone. */
export function NextDayIntroPage({ isEmpty, ...before }: NextDayIntroProps) {
  const { nextDay } = before.words
  return (
    <div class="narrow flow">
      <h1>{nextDay.introTitle}</h1>
      {isEmpty && (
        <Notice>
          <p>{nextDay.empty}</p>
        </Notice>
      )}
      <p>{nextDay.intro}</p>
      <BeforeQuestions {...before} />
      <p class="note">
        {nextDay.help} <a href="/help">{nextDay.helpLink}</a>
      </p>
    </div>
  )
}

type NextDayAnsweredProps = {
  words: Words
  title: string
  /** What the answers ask for, each in a sentence. */
  lines: readonly string[]
  /** They said that they think of it right now: help stands where the title would. */
  isRightNow: boolean
  sentAt: When
  /** Where the answers asked for a person: whether one has looked. Nobody is asked about anything else. */
  told: ToldView | undefined
  /** They have just sent it: what is good for today is said then, and not weeks later. */
  isJustSent: boolean
  action: string
}

/** The day after has been told of: when, what became of it, and a way to tell something new. */
export function NextDayAnsweredPage(props: NextDayAnsweredProps) {
  const { words, title, lines, isRightNow, sentAt, told, isJustSent, action } = props
  const { nextDay, answer } = words.sessionDay
  return (
    <div class="narrow flow">
      {isRightNow ? <HelpFirst words={words} to="not-safe" level={1} /> : <h1>{title}</h1>}
      {lines.map((line) => (
        <p key={line} class="lead">
          {line}
        </p>
      ))}
      {told ? (
        <Told words={words.told} told={told} />
      ) : (
        <p class="why">
          {words.told.sent} <Time when={sentAt} />
        </p>
      )}
      {!isRightNow && <p>{nextDay.thanksText}</p>}
      {isJustSent && <p>{nextDay.rest}</p>}
      <p class="actions">
        <ButtonLink kind={isRightNow ? 'second' : 'first'} href="/portal">
          {nextDay.toStart}
        </ButtonLink>
        <ButtonLink href="/help">{answer.grounding}</ButtonLink>
      </p>
      <p>
        {nextDay.againWhy}{' '}
        <a class="big-link" href={`${action}?again=1`}>
          {nextDay.again}
        </a>
      </p>
    </div>
  )
}
