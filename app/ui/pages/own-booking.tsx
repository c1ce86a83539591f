import { WAYS_ON, type WayOn } from '../../clinical/integration-window.ts'
import type { ReadyThing } from '../../clinical/readiness.ts'
import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { HiddenFields } from '../hidden-fields.tsx'
import { MissingList } from '../missing-list.tsx'
import { Notice } from '../notice.tsx'
import { Ticks } from '../ticks.tsx'
import { Time, type When } from '../when.tsx'

export type OwnSession = {
  id: string
  starts: When
  ends: When
  duty: string | null
  support: string | null
  backup: string | null
  /** What the day rests on and is gone, each in a sentence. */
  gaps: readonly string[]
  after: Talk | undefined
}

/** The appointment with a therapist after a session. */
export type Talk = { at: When; with: string | null }

/** The appointment after a session was called off by the therapist. */
export type CalledOff = { id: string; with: string | null; wayOn: WayOn | null }

type OwnBookingPageProps = {
  words: Words
  missing: readonly ReadyThing[]
  session: OwnSession | undefined
  /** Of the session that is over, while no other is booked: the talk that is still to come. */
  talkAhead: Talk | undefined
  calledOff: CalledOff | undefined
  notice: string | undefined
}

/** When it is, who is there, and what is still open. Calling it off is one button, without a reason. */
export function OwnBookingPage(props: OwnBookingPageProps) {
  const { words, missing, session, talkAhead, calledOff, notice } = props
  const { own } = words.booking
  return (
    <div class="narrow flow">
      <h1>{own.title}</h1>
      {notice !== undefined && <Notice kind="done">{notice}</Notice>}
      {calledOff && <WaysOn words={words.booking} calledOff={calledOff} />}
      {talkAhead && (
        <Card>
          <p class="lead">{own.after}</p>
          <p>
            <TalkTime words={words.booking} talk={talkAhead} />
          </p>
          <p class="why">{own.zone}</p>
        </Card>
      )}
      {session ? (
        <Booked words={words.booking} session={session} />
      ) : (
        <Card>
          <p class="lead">{own.none}</p>
          <p>{own.noneText}</p>
        </Card>
      )}
      <section class="flow" aria-labelledby="missing">
        <h2 id="missing" class="small-title">
          {words.booking.missingTitle}
        </h2>
        <MissingList words={words.booking} missing={missing} states={words.prepare.states} />
        <p>
          <a href="/portal/prepare">{words.prepare.title}</a>
          {' · '}
          <a href="/portal/people">{words.ownPeople.title}</a>
        </p>
      </section>
    </div>
  )
}

type BookedProps = { words: Words['booking']; session: OwnSession }

const TalkTime = ({ words: { own }, talk }: { words: Words['booking']; talk: Talk }) => (
  <>
    <Time when={talk.at} />, {talk.with ? own.with(talk.with) : own.withSomebody}
  </>
)

function Booked({ words, session }: BookedProps) {
  const { own } = words
  const { starts, ends, duty, support, backup, after, gaps } = session
  return (
    <Card>
      {gaps.map((gap) => (
        <Notice key={gap} kind="problem">
          {gap}
        </Notice>
      ))}
      <dl class="facts">
        <div>
          <dt>{own.when}</dt>
          <dd>
            <Time when={starts} />
          </dd>
        </div>
        <div>
          <dt>{own.until}</dt>
          <dd>
            <Time when={ends} />
          </dd>
        </div>
        {support && (
          <div>
            <dt>{own.support}</dt>
            <dd>{support}</dd>
          </div>
        )}
        {backup && (
          <div>
            <dt>{own.backup}</dt>
            <dd>{backup}</dd>
          </div>
        )}
        {duty && (
          <div>
            <dt>{own.duty}</dt>
            <dd>{duty}</dd>
          </div>
        )}
        {after && (
          <div>
            <dt>{own.after}</dt>
            <dd>
              <TalkTime words={words} talk={after} />
            </dd>
          </div>
        )}
      </dl>
      <p class="why">
        {own.zone} {after && own.afterWhy}
      </p>
      <form method="post" action="/portal/booking/cancel" class="actions">
        <HiddenFields fields={{ sessionId: session.id }} />
        <Button>{own.cancel}</Button>
        <span class="quiet">{own.cancelNote}</span>
      </form>
    </Card>
  )
}

type WaysOnProps = { words: Words['booking']; calledOff: CalledOff }

function WaysOn({ words: { own }, calledOff }: WaysOnProps) {
  const { calledOff: said } = own
  return (
    <Card labelledBy="called-off">
      <h2 id="called-off">{said.title}</h2>
      <p>{said.text(calledOff.with ?? own.withSomebody)}</p>
      {calledOff.wayOn && (
        <p>
          {said.chosen} <strong>{own.waysOn[calledOff.wayOn]}</strong>. {said.notSeen}
        </p>
      )}
      <form method="post" action="/portal/booking/way-on" class="flow">
        <HiddenFields fields={{ appointmentId: calledOff.id }} />
        <Ticks
          legend={said.ask}
          name="wayOn"
          kind="one"
          choices={WAYS_ON.map((wayOn) => ({
            value: wayOn,
            label: own.waysOn[wayOn],
            isChosen: wayOn === calledOff.wayOn,
          }))}
        />
        <Button kind="first">{said.send}</Button>
      </form>
    </Card>
  )
}
