import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { type Step, StepList } from '../step-list.tsx'
import { Time, type When } from '../when.tsx'

/** `seen` only once somebody has: no text states a human act that has not happened. */
export type CheckInState =
  | { state: 'due' }
  | { state: 'sent'; sentAt: When }
  | { state: 'seen'; sentAt: When; seenAt: When; seenBy: string }

type TodayPageProps = {
  words: Words['portal']
  /** `Good morning, Sam.` */
  greeting: string
  checkIn: CheckInState
}

/** The patient's first page: one next thing, and why. */
export function TodayPage({ words, greeting, checkIn }: TodayPageProps) {
  return (
    <div class="page today">
      <h1>{greeting}</h1>
      <div class="today-grid">
        {checkIn.state === 'due' ? <Due words={words} /> : <Sent words={words} checkIn={checkIn} />}
        <section class="flow" aria-labelledby="steps">
          <h2 id="steps" class="small-title">
            {words.stepsTitle}
          </h2>
          <StepList steps={stepsOf(words, checkIn)} states={words.steps.states} />
        </section>
      </div>
      <p class="note">
        {words.worse} <a href="/help">{words.worseLink}</a>
      </p>
    </div>
  )
}

function Due({ words: { due } }: { words: Words['portal'] }) {
  return (
    <Card labelledBy="next">
      <p class="tag">{due.tag}</p>
      <h2 id="next">{due.title}</h2>
      <p>{due.text}</p>
      <p class="why">{due.why}</p>
      <p class="actions">
        <ButtonLink kind="first" href="/portal/check-in">
          {due.begin}
        </ButtonLink>
        <span class="quiet">{due.noHurry}</span>
      </p>
    </Card>
  )
}

type SentProps = { words: Words['portal']; checkIn: Exclude<CheckInState, { state: 'due' }> }

function Sent({ words: { sent }, checkIn }: SentProps) {
  return (
    <Card labelledBy="next">
      <p class="tag">{sent.tag}</p>
      <h2 id="next">{sent.title}</h2>
      <p>{checkIn.state === 'seen' ? sent.seen(checkIn.seenBy) : sent.notSeen}</p>
      <p class="why">
        {sent.sentAt} <Time when={checkIn.sentAt} />
        {checkIn.state === 'seen' && (
          <>
            {' · '}
            {sent.seenAt} <Time when={checkIn.seenAt} />
          </>
        )}
      </p>
      <p>
        {sent.again} <a href="/portal/check-in">{sent.againLink}</a>
      </p>
    </Card>
  )
}

function stepsOf({ steps }: Words['portal'], checkIn: CheckInState): Step[] {
  const isSent = checkIn.state !== 'due'
  const read: Step['state'] = checkIn.state === 'seen' ? 'done' : 'later'
  return [
    { label: steps.account, state: 'done' },
    isSent
      ? { label: steps.checkIn, state: 'done' }
      : { label: steps.checkIn, state: 'next', note: steps.minutes },
    { label: steps.read, state: read },
  ]
}
