import type { PartGroup, PartKey } from '../../clinical/intake/parts.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { INTAKE_PATH } from './intake-part.tsx'

export type PartState = keyof Words['intake']['overview']['states']

type IntakeOverviewPageProps = {
  words: Words
  /** The parts for this person, by group. */
  groups: readonly { group: PartGroup; parts: readonly { part: PartKey; state: PartState }[] }[]
  openCount: number
  /** Said once, right after a part was kept. */
  hasKept: boolean
  /** Said once, when the questions somebody was answering are no longer asked. */
  isTextGone: boolean
  /** What a doctor asked for, and where it is told. */
  asked: { text: string; href: string | undefined } | undefined
  /** Who is reading it. */
  reader: string | undefined
  /** When it was handed in last, and what became of that. */
  handedIn: ToldView | undefined
  hidden: Fields
}

/** Every part, what is kept and what is open, in any order; and the way to hand it in. */
export function IntakeOverviewPage(props: IntakeOverviewPageProps) {
  const { words, groups, openCount, hasKept, isTextGone, asked, reader, handedIn, hidden } = props
  const own = words.intake
  return (
    <div class="narrow flow intake-overview">
      <h1>{own.overview.heading}</h1>
      {hasKept && (
        <Notice kind="done">
          <p>{own.overview.kept}</p>
        </Notice>
      )}
      {isTextGone && (
        <Notice>
          <p>{own.overview.textGone}</p>
        </Notice>
      )}
      {asked !== undefined && (
        <Notice title={own.asked.title}>
          <p>{asked.text}</p>
          {asked.href !== undefined && (
            <p>
              <a href={asked.href}>{own.asked.go}</a>
            </p>
          )}
        </Notice>
      )}
      {reader !== undefined && <p class="note">{own.inReview(reader)}</p>}
      <p class="lead">{own.overview.lead}</p>
      <p>{own.overview.honest}</p>
      <dl class="facts">
        {own.overview.facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {groups.map(({ group, parts }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} class="small-title">
            {own.groups[group]}
          </h2>
          <ul class="intake-parts">
            {parts.map(({ part, state }) => (
              <li key={part} class={state}>
                <a href={`${INTAKE_PATH}/${part}`}>{own.parts[part].title}</a>
                <span class="quiet">
                  {state === 'open' ? own.parts[part].minutes : own.overview.states[state]}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section class="card flow" aria-labelledby="hand-in">
        <h2 id="hand-in">{own.handIn.title}</h2>
        <p>{openCount === 0 ? own.overview.nothingLeft : own.overview.left(String(openCount))}</p>
        {handedIn === undefined ? (
          <p>{openCount === 0 ? own.handIn.ready : own.handIn.open}</p>
        ) : (
          <>
            <Told words={words.told} told={handedIn} />
            <p>{own.handIn.changed}</p>
          </>
        )}
        <form method="post" action={INTAKE_PATH} class="actions">
          <HiddenFields fields={hidden} />
          <Button kind={openCount === 0 ? 'first' : 'second'}>
            {handedIn === undefined ? own.handIn.button : own.handIn.again}
          </Button>
          <ButtonLink href="/portal">{own.notOpen.toToday}</ButtonLink>
        </form>
      </section>
    </div>
  )
}
