import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { Ticks } from '../ticks.tsx'
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
}

type OwnPeoplePageProps = {
  words: Words['ownPeople']
  people: readonly OwnPersonView[]
  /** With a new id for each form on the page. */
  newForm: () => Fields
  done: keyof Words['ownPeople']['done'] | undefined
  problem: string | undefined
}

/** Who is there and what they see, each taken back in one tap. */
export function OwnPeoplePage({ words, people, newForm, done, problem }: OwnPeoplePageProps) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {done !== undefined && (
        <Notice kind={done === 'not-mailed' ? 'problem' : 'done'}>{words.done[done]}</Notice>
      )}
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {(['support', 'backup', 'therapist'] as const).map((part) => {
        const here = people.filter((person) => person.part === part)
        return (
          <section key={part} class="flow" aria-labelledby={part}>
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

type PersonProps = { words: Words['ownPeople']; person: OwnPersonView; newForm: () => Fields }

function Person({ words, person, newForm }: PersonProps) {
  const { invitationId, actorId, part, name, relationship, mailedAt, until, agreedAt } = person
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
        <form method="post" action="/portal/people/send">
          <HiddenFields fields={{ ...newForm(), invitationId }} />
          <Button>{words.sendAgain}</Button>
        </form>
      )}
      <form method="post" action="/portal/people/remove" class="actions">
        <HiddenFields fields={{ ...newForm(), invitationId: invitationId ?? '', actorId: actorId ?? '' }} />
        <Button>{words.remove(name)}</Button>
        <span class="quiet">{words.removeNote}</span>
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
  const until = sees.find((share) => share.until !== null)?.until?.iso.slice(0, 10)
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

type CategoryTicksProps = {
  words: Words['ownPeople']
  legend: string
  name: string
  chosen: readonly string[]
  error?: string | undefined
}

export function CategoryTicks({ words, legend, name, chosen, error }: CategoryTicksProps) {
  return (
    <Ticks
      legend={legend}
      name={name}
      kind="several"
      error={error}
      choices={(['wishes', 'plan', 'scores', 'session'] as const).map((category) => ({
        value: category,
        label: words.categories[category],
        isChosen: chosen.includes(category),
      }))}
    />
  )
}

export type InviteForm = {
  name: string
  relationship: string
  email: string
  isAdult: boolean
  isNear: boolean
  until: string
  categories: readonly string[]
}

type Problem = keyof Words['ownPeople']['form']['problems']

type InvitePageProps = {
  words: Words['ownPeople']
  part: Part
  hidden: Fields
  written: InviteForm
  problems: readonly Problem[]
}

/** Asking one person: who they are, and a question that is only for the patient. */
export function InvitePage({ words, part, hidden, written, problems }: InvitePageProps) {
  const { form } = words
  const error = (problem: Problem) => (problems.includes(problem) ? form.problems[problem] : undefined)
  const isTherapist = part === 'therapist'
  return (
    <div class="narrow flow">
      <h1>{words.add[part]}</h1>
      <p>{words.parts[part].why}</p>
      {problems.length > 0 && (
        <Notice kind="problem">
          <p>{form.notClear}</p>
          {problems.includes('taken') && <p>{form.problems.taken}</p>}
        </Notice>
      )}
      <form method="post" action={`/portal/people/add?part=${part}`} class="flow">
        <HiddenFields fields={hidden} />
        <Field
          name="name"
          label={form.name}
          hint={form.nameHint}
          value={written.name}
          error={error('name')}
          maxLength={100}
        />
        {!isTherapist && (
          <Field
            name="relationship"
            label={form.relationship}
            hint={form.relationshipHint}
            value={written.relationship}
            error={error('relationship')}
            maxLength={100}
          />
        )}
        <Field
          name="email"
          type="email"
          label={form.email}
          hint={form.emailHint}
          value={written.email}
          error={error('own') ?? error('email')}
          maxLength={200}
        />
        {isTherapist ? (
          <>
            <Field
              name="until"
              type="date"
              label={form.until}
              hint={form.untilHint}
              value={written.until}
              error={error('until')}
            />
            <CategoryTicks
              words={words}
              legend={form.categories}
              name="category"
              chosen={written.categories}
              error={error('categories')}
            />
          </>
        ) : (
          <>
            <OneTick
              name="isAdult"
              label={form.isAdult}
              isTicked={written.isAdult}
              error={error('isAdult')}
            />
            <OneTick
              name="isNear"
              label={part === 'support' ? form.isNear : form.isNearBackup}
              isTicked={written.isNear}
              error={error('isNear')}
            />
          </>
        )}
        <div class="private">
          <Ticks
            legend={form.safe.question}
            name="safe"
            kind="one"
            hint={`${form.safe.legend}. ${form.safe.why}`}
            error={error('safe')}
            choices={(['yes', 'unsure', 'no'] as const).map((value) => ({
              value,
              label: form.safe.choices[value],
              isChosen: false,
            }))}
          />
        </div>
        <p class="actions">
          <Button kind="first">{form.sendSupport}</Button>
          <ButtonLink href="/portal/people">{form.cancel}</ButtonLink>
        </p>
      </form>
    </div>
  )
}

type OneTickProps = { name: string; label: string; isTicked: boolean; error: string | undefined }

function OneTick({ name, label, isTicked, error }: OneTickProps) {
  return (
    <div class="ticks">
      {error !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <label class="choice">
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={isTicked}
          aria-describedby={error === undefined ? undefined : `${name}-error`}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

type NotSafeProps = { words: Words['ownPeople']; number: string; callHref: string }

/** Nothing was sent and nothing kept. No question why. */
export function NotSafePage({ words, number, callHref }: NotSafeProps) {
  const { notSafe } = words.form
  return (
    <div class="narrow flow">
      <h1>{notSafe.title}</h1>
      <p class="lead">{notSafe.text}</p>
      <p class="note">
        {notSafe.line}{' '}
        <a href={callHref}>
          {notSafe.lineName}: {number}
        </a>
      </p>
      <p class="actions">
        <ButtonLink kind="first" href="/portal/people">
          {notSafe.back}
        </ButtonLink>
      </p>
    </div>
  )
}
