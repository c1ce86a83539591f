import type { ComponentChildren } from 'preact'
import type { Wishes } from '../../clinical/preparation.ts'
import type { PlanSection } from '../../content/plan-words.ts'
import type { Words } from '../../content/words.ts'
import { Time, type When } from '../when.tsx'

export type SharedView = {
  /** By given name alone. */
  name: string
  appointment: When | undefined
  /** Absent: not shared. `null`: shared, and there is nothing yet. */
  wishes?: Wishes | null | undefined
  plan?: readonly PlanSection[] | null | undefined
  /** Newest first. */
  scores?: readonly { at: When; of: 'week' | 'month'; total: number | undefined }[] | undefined
  sessions?: readonly { startsAt: When; isClosed: boolean }[] | undefined
}

/** One person as they show themselves to the reader: the next appointment, what they share, and nothing else. */
export function SharedPersonPage({ words, view }: { words: Words['shared']; view: SharedView }) {
  const { name, appointment, wishes, plan, scores, sessions } = view
  return (
    <div class="narrow flow">
      <h1>{name}</h1>
      <p class="lead">{words.title}</p>
      <Section id="appointment" title={words.appointment.title}>
        {appointment ? (
          <p class="way-when">
            <Time when={appointment} />
          </p>
        ) : (
          <p>{words.appointment.none}</p>
        )}
      </Section>
      {wishes !== undefined && (
        <Section id="wishes" title={words.wishes.title}>
          {wishes === null ? <p>{words.wishes.none}</p> : <WishesCard words={words.wishes} card={wishes} />}
        </Section>
      )}
      {plan !== undefined && (
        <Section id="plan" title={words.plan.title}>
          {plan === null ? (
            <p>{words.plan.none}</p>
          ) : (
            plan.map((part) => <PlanPart key={part.key} part={part} />)
          )}
        </Section>
      )}
      {scores !== undefined && (
        <Section id="scores" title={words.scores.title}>
          {scores.length === 0 ? <p>{words.scores.none}</p> : <Scores words={words.scores} scores={scores} />}
        </Section>
      )}
      {sessions !== undefined && (
        <Section id="sessions" title={words.session.title}>
          {sessions.length === 0 ? (
            <p>{words.session.none}</p>
          ) : (
            <ul class="plain-list">
              {sessions.map(({ startsAt, isClosed }) => (
                <li key={startsAt.iso}>
                  <Time when={startsAt} />{' '}
                  <span class="quiet">{isClosed ? words.session.closed : words.session.booked}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <p class="why">
        {words.lead(name)} {words.onRecord(name)}
      </p>
      <p>
        <a href="/people">{words.back}</a>
      </p>
    </div>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="card flow" aria-labelledby={id}>
      <h2 id={id} class="small-title">
        {title}
      </h2>
      {children}
    </section>
  )
}

function PlanPart({ part: { heading, sentences } }: { part: PlanSection }) {
  return (
    <>
      <h3>{heading}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

function WishesCard({ words, card }: { words: Words['shared']['wishes']; card: Wishes }) {
  const touch = `${words.touchChoices[card.touch ?? 'open']} ${card.touch === 'only-where' ? card.touchWhere : ''}`
  const rows = [
    [words.words, card.words],
    [words.touch, touch],
    [words.handSign, card.handSign],
    [words.callFirst, `${card.callFirst} ${card.callFirstPhone}`],
    [words.stopMusic, card.stopMusic],
  ] as const
  return (
    <dl class="facts">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text.trim() === '' ? words.open : text.trim()}</dd>
        </div>
      ))}
    </dl>
  )
}

type ScoresProps = { words: Words['shared']['scores']; scores: NonNullable<SharedView['scores']> }

function Scores({ words, scores }: ScoresProps) {
  return (
    <div class="table-scroll">
      <table class="dense">
        <thead>
          <tr>
            <th scope="col">{words.columns.on}</th>
            <th scope="col" class="number">
              {words.columns.week}
            </th>
            <th scope="col" class="number">
              {words.columns.month}
            </th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ at, of, total }) => (
            <tr key={`${of} ${at.iso}`}>
              <th scope="row">
                <Time when={at} />
              </th>
              <td class="number">{of === 'week' ? (total ?? words.unscored) : ''}</td>
              <td class="number">{of === 'month' ? (total ?? words.unscored) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{words.range}</p>
    </div>
  )
}
