import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { CategoryTicks } from '../category-ticks.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { Ticks } from '../ticks.tsx'

type Part = 'support' | 'backup' | 'therapist'

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
  /** Nobody is asked before they have slept: nothing was sent, and what they wrote stays here. */
  isNotToday: boolean
}

/** Asking one person: who they are, and a question that is only for the patient. */
export function InvitePage({ words, part, hidden, written, problems, isNotToday }: InvitePageProps) {
  const { form } = words
  const error = (problem: Problem) => (problems.includes(problem) ? form.problems[problem] : undefined)
  const isTherapist = part === 'therapist'
  return (
    <div class="narrow flow">
      <h1>{words.add[part]}</h1>
      <p>{words.parts[part].why}</p>
      {isNotToday && (
        <Notice kind="problem">
          <p>{words.notToday}</p>
          <p>{words.notTodayKept}</p>
        </Notice>
      )}
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
