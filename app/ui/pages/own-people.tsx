import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { CategoryTicks } from '../category-ticks.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { Told, type ToldView } from '../told.tsx'
import { Time, type When } from '../when.tsx'

type Part = 'support' | 'backup' | 'therapist'
type Category = 'wishes' | 'plan' | 'scores' | 'session'

export type OwnPersonView = {
  invitationId: string | null
  actorId: string | null
  part: Part
  name: string
  relationship: string | null
  mailedAt: When | null
  until: When | null
  agreedAt: When | null
  sees: readonly { category: Category; until: When | null }[]
  /** An open session rests on them. */
  isInSession: boolean
}

/** Whose access was taken back while a session is open, and what became of the call that was asked for. */
export type KeptView = { name: string; told: ToldView | undefined }

type OwnPeoplePageProps = {
  words: Words
  people: readonly OwnPersonView[]
  kept: readonly KeptView[]
  /** With a new id for each form on the page. */
  newForm: () => Fields
  done: keyof Words['ownPeople']['done'] | undefined
  problem: string | undefined
}

/** Who is there and what they see, each taken back in one tap. */
export function OwnPeoplePage({ words: all, people, kept, newForm, done, problem }: OwnPeoplePageProps) {
  const words = all.ownPeople
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {done !== undefined && (
        <Notice kind={done === 'not-mailed' ? 'problem' : 'done'}>{words.done[done]}</Notice>
      )}
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {kept.map((person) => (
        <Kept key={person.name} words={all} person={person} />
      ))}
      {(['support', 'backup', 'therapist'] as const).map((part) => {
        const here = people.filter((person) => person.part === part)
        return (
          <section key={part} class="flow people-part" aria-labelledby={part}>
            <h2 id={part}>{words.parts[part].title}</h2>
            <p class="quiet">{words.parts[part].why}</p>
            {here.map((person) => (
              <Person key={person.actorId ?? person.invitationId} {...{ words, person, newForm }} />
            ))}
            {here.length === 0 && <p>{words.parts[part].none}</p>}
            {(here.length === 0 || part === 'therapist') && (
              <p class="actions">
                <ButtonLink href={`/portal/people/add?part=${part}`}>{words.parts[part].ask}</ButtonLink>
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** The truth about what they still see, and until when: it stands on this page alone. */
function Kept({ words, person: { name, told } }: { words: Words; person: KeptView }) {
  const { kept } = words.ownPeople
  return (
    <Notice title={kept.title(name)}>
      <p>{kept.until}</p>
      <p>{kept.not}</p>
      <p>
        {kept.ends} {kept.call}
      </p>
      {told && <Told words={words.told} told={told} />}
      <p>
        {kept.unsafe} <a href="/portal/day/now">{kept.link}</a>
      </p>
    </Notice>
  )
}

type PersonProps = { words: Words['ownPeople']; person: OwnPersonView; newForm: () => Fields }

function Person({ words, person, newForm }: PersonProps) {
  const { invitationId, actorId, part, name, relationship, mailedAt, until, agreedAt, isInSession } = person
  return (
    <article class="person">
      <h3>
        {name}
        {relationship && <span class="quiet"> · {relationship}</span>}
      </h3>
      <p>
        {part === 'therapist' ? (
          until ? (
            <>
              {words.until} <Time when={until} />
            </>
          ) : (
            words.noEnd
          )
        ) : agreedAt ? (
          <>
            {words.agreed} · <Time when={agreedAt} />
          </>
        ) : (
          words.asked
        )}
        {invitationId !== null && (agreedAt === null || part === 'therapist') && (
          <span class="quiet">
            {' · '}
            {mailedAt ? (
              <>
                {words.mailed} <Time when={mailedAt} />
              </>
            ) : (
              words.notMailed
            )}
          </span>
        )}
      </p>
      <Sees words={words} person={person} />
      {actorId !== null && <Share words={words} person={person} hidden={newForm()} actorId={actorId} />}
      {invitationId !== null && agreedAt === null && (
        <form method="post" action="/portal/people/send" class="actions">
          <HiddenFields fields={{ ...newForm(), invitationId }} />
          <Button>{words.sendAgain}</Button>
        </form>
      )}
      <form method="post" action="/portal/people/remove" class="actions">
        <HiddenFields fields={{ ...newForm(), invitationId: invitationId ?? '', actorId: actorId ?? '' }} />
        <Button>{words.remove(name)}</Button>
        <span class="quiet">{isInSession ? words.removeNoteInSession : words.removeNote}</span>
      </form>
    </article>
  )
}

function Sees({ words, person: { sees } }: Omit<PersonProps, 'newForm'>) {
  if (sees.length === 0) return <p>{words.seesNothing}</p>
  return (
    <p>
      {words.sees}{' '}
      {sees.map(({ category, until }, index) => (
        <span key={category}>
          {index > 0 && ', '}
          {words.categories[category]}
          {until && (
            <span class="quiet">
              {' '}
              ({words.until} <Time when={until} />)
            </span>
          )}
        </span>
      ))}
      .
    </p>
  )
}

type ShareProps = { words: Words['ownPeople']; person: OwnPersonView; hidden: Fields; actorId: string }

function Share({ words, person: { name, sees }, hidden, actorId }: ShareProps) {
  const until = sees.find((share) => share.until !== null)?.until?.iso
  return (
    <details>
      <summary>
        {words.change}
        <span class="unseen">: {name}</span>
      </summary>
      <form method="post" action="/portal/people/share" class="flow">
        <HiddenFields fields={{ ...hidden, actorId }} />
        <CategoryTicks
          words={words}
          legend={words.shareLegend(name)}
          name="category"
          chosen={sees.map(({ category }) => category)}
        />
        <UntilField id={`until-${actorId}`} label={words.untilLabel} value={until} />
        <Button>{words.saveShare}</Button>
      </form>
    </details>
  )
}

/** A day, with an id of its own where a page has several. */
function UntilField({ id, label, value }: { id: string; label: string; value: string | undefined }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name="until" type="date" value={value} />
    </div>
  )
}
