import type { EnrolmentState, Wished } from '../../clinical/enrolment.ts'
import type { NextThing } from '../../clinical/next-thing.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { Time, type When } from '../when.tsx'

/** Where each next thing is done. Nothing to do: no address. */
export const WHERE: Record<NextThing, string | undefined> = {
  register: '/portal/consents',
  sign: '/portal/consents',
  tell: '/portal/intake',
  sent: undefined,
  'in-review': undefined,
  declined: '/help',
  plan: '/portal/plan',
  prepare: '/portal/prepare',
  'session-ahead': '/portal/booking',
  'session-today': '/portal/day',
  'in-session': '/portal/day',
  resting: '/portal/day',
  'next-day': '/portal/next-day',
  'follow-up': '/portal/follow-up',
  meet: '/portal/booking',
  deciding: '/portal/progress',
  're-evaluation': '/portal/progress',
  'paused-early': '/portal/pause',
  paused: '/portal/after',
  completed: '/portal/after',
  left: '/portal/after',
}

/** Pages that stay open beside the next thing, by what there is already. */
export type AlsoOpen = keyof Words['way']['links']
export const ALSO_OPEN: Record<AlsoOpen, string> = {
  plan: '/portal/plan',
  supply: '/portal/supply',
  prepare: '/portal/prepare',
  people: '/portal/people',
  progress: '/portal/progress',
  after: '/portal/after',
  'next-day': '/portal/next-day',
}

export type StepView = {
  to: EnrolmentState
  /** Null where a clock or a record of ours took it. */
  by: string | null
  at: When
}

type WayTodayProps = {
  words: Words
  /** `Good morning, Sam.` */
  greeting: string
  next: NextThing
  /** The day or the hour the next thing is about. */
  when?: { label: string; at: When } | undefined
  /** Where the next thing is somebody else's: what was sent, and whether it was seen. */
  told?: ToldView | undefined
  /** The person who was there has no access any more. */
  withoutPerson?: boolean
  /** Asked for, and not taken yet. */
  wish?: Wished | undefined
  /** What a booked day rests on and is gone, each in a sentence. */
  gaps?: readonly string[]
  /** Where short questions wait that are due beside it. What they are about is not for every eye on a first page. */
  askedAt?: string | undefined
  /** The first first. */
  steps: readonly StepView[]
  alsoOpen: readonly AlsoOpen[]
  /** False where there is nothing left to leave. */
  mayLeave: boolean
}

const SHOWN_STEPS = 6

/** The first page of somebody in the programme: one next thing and why, and the way so far. */
export function WayToday(props: WayTodayProps) {
  const { words, greeting, next, when, told, gaps = [], askedAt, steps, alsoOpen, mayLeave, wish } = props
  const { way, portal } = words
  const { tag, title, text, why, action } = cardOf(props)
  const href = WHERE[next]
  return (
    <div class="page today">
      <h1>{greeting}</h1>
      <div class="today-grid">
        <Card labelledBy="next">
          <p class="tag">{tag}</p>
          <h2 id="next">{title}</h2>
          {when && (
            <p class="way-when">
              {when.label}: <Time when={when.at} />
            </p>
          )}
          {gaps.map((gap) => (
            <Notice key={gap} kind="problem">
              {gap}
            </Notice>
          ))}
          <p>{text}</p>
          {told && <Told words={words.told} told={told} />}
          <p class="why">{why}</p>
          {href !== undefined && action !== undefined && (
            <p class="actions">
              <ButtonLink kind="first" href={href}>
                {action}
              </ButtonLink>
            </p>
          )}
        </Card>
        <div class="flow">
          <WaySoFar words={way} steps={steps} />
          {(askedAt !== undefined || alsoOpen.length > 0) && (
            <nav class="flow" aria-labelledby="also">
              <h2 id="also" class="small-title">
                {way.alsoOpen}
              </h2>
              <ul class="plain-list">
                {askedAt !== undefined && (
                  <li>
                    <a class="row-link" href={askedAt}>
                      {way.shortQuestions}
                    </a>
                  </li>
                )}
                {alsoOpen.map((page) => (
                  <li key={page}>
                    <a class="row-link" href={ALSO_OPEN[page]}>
                      {way.links[page]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
      <p class="note">
        {portal.worse} <a href="/help">{portal.worseLink}</a>
      </p>
      {wish && (
        <p class="note">
          {way.wish.title[wish]}. <a href="/portal/pause">{way.wish.link}</a>
        </p>
      )}
      {mayLeave && !wish && (
        <p class="quiet">
          {way.ownWay} <a href="/portal/pause">{way.ownWayLink}</a>
        </p>
      )}
    </div>
  )
}

/** Of somebody who took access back nothing is said that may not be so. */
function cardOf({ words: { way }, next, withoutPerson = false }: WayTodayProps) {
  const card = way.next[next]
  return withoutPerson && (next === 'in-session' || next === 'resting')
    ? { ...card, ...way.withoutPerson[next] }
    : card
}

/** What was done, by whom and when. Nothing is counted, and nothing is overdue. */
function WaySoFar({ words, steps }: { words: Words['way']; steps: readonly StepView[] }) {
  const [earlier, latest] = [steps.slice(0, -SHOWN_STEPS), steps.slice(-SHOWN_STEPS)]
  return (
    <section class="flow" aria-labelledby="steps">
      <h2 id="steps" class="small-title">
        {words.stepsTitle}
      </h2>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlierSteps}</summary>
          <Steps words={words} steps={earlier} />
        </details>
      )}
      <Steps words={words} steps={latest} isLatest />
    </section>
  )
}

type StepsProps = { words: Words['way']; steps: readonly StepView[]; isLatest?: boolean }

function Steps({ words, steps, isLatest = false }: StepsProps) {
  return (
    <ol class="step-list way-steps">
      {steps.map(({ to, by, at }, index) => {
        const isNow = isLatest && index === steps.length - 1
        return (
          <li
            key={`${to} ${at.iso}`}
            class={isNow ? 'next' : 'done'}
            aria-current={isNow ? 'step' : undefined}
          >
            <span class="step-label">{words.steps[to]}</span>
            <span class="quiet">
              {by !== null && `${by}, `}
              <Time when={at} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
