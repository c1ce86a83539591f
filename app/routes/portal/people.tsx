/** /portal/people: whom a patient asks to be there, and what is shown to whom. Nothing here is told to anybody. */
import { z } from 'zod'
import { inScope, type Permit, type Scope } from '../../access/permit.ts'
import { shareWith, takeBack } from '../../care/change-people.ts'
import { invitePerson, sendInvitation } from '../../care/invite-person.ts'
import { takenBackCause } from '../../care/raise-alerts.ts'
import { callHref, FEAR_AT_HOME_LINE } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { findAlert } from '../../records/alerts.ts'
import { listKept } from '../../records/kept-people.ts'
import { isPart, listOwnPeople, type Part } from '../../records/people.ts'
import { findWatched, type Watched } from '../../records/sessions.ts'
import { isShareCategory, listShares } from '../../records/shares.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface, dayText, endOfDay, lastDayOf } from '../../system/time.ts'
import { type InviteForm, InvitePage, NotSafePage } from '../../ui/pages/invite.tsx'
import { OwnPeoplePage } from '../../ui/pages/own-people.tsx'
import { formIdOf, newForm, valuesIn } from '../own-form.ts'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/people'
const SEAL = 'people form'

type Own = Permit<'read-own-people'> | Permit<'change-people'>
type Problem = keyof Words['ownPeople']['form']['problems']

const people = ownRecord(
  'GET',
  PATH,
  'read-own-people',
  whenOpen('people', (c, permit) => showPeople(c, permit)),
)

async function showPeople(c: RouteContext, permit: Own, problem?: string): Promise<Response> {
  const { words, language, services } = c.var
  const now = services.now()
  const { listed, shares, kept, watched } = await inScope(services.db, permit, async (scope) => {
    const watched = await findWatched(scope, now)
    return {
      listed: await listOwnPeople(scope),
      shares: await listShares(scope),
      kept: await keptNow(scope, watched),
      watched,
    }
  })
  const { timeZone } = services.practice
  const face = clockface(language, timeZone)
  const lastDay = (until: Date | null) => until && dayText(language, lastDayOf(until, timeZone))
  const is = c.req.query('is') ?? ''
  const done = (Object.keys(words.ownPeople.done) as (keyof Words['ownPeople']['done'])[]).find(
    (one) => one === is,
  )
  const body = (
    <OwnPeoplePage
      words={words}
      people={listed.map((person) => ({
        ...person,
        mailedAt: person.mailedAt && face.instant(person.mailedAt),
        until: lastDay(person.until),
        agreedAt: person.agreedAt && face.day(person.agreedAt),
        isInSession: restsOn(watched, person.actorId),
        sees: shares
          .filter(({ recipientId }) => recipientId === person.actorId)
          .map(({ category, until }) => ({ category, until: lastDay(until) })),
      }))}
      kept={kept.map(({ name, alert }) => ({
        name,
        told: alert && {
          sentAt: face.instant(alert.raisedAt),
          ...(alert.seen && { seen: { by: alert.seen.by, at: face.instant(alert.seen.at) } }),
          isOutsideCover: !alert.isInCover,
        },
      }))}
      newForm={() => newForm(c, permit, SEAL)}
      done={done}
      problem={problem}
    />
  )
  const status = problem === undefined ? 200 : 409
  return c.var.page({ area: 'portal', title: words.ownPeople.title, body, status })
}

/** Who keeps the safety of the open session, and what became of the call that was asked for. */
async function keptNow(scope: Scope<'read-own-people' | 'change-people'>, watched: Watched | undefined) {
  const kept = watched?.until === 'closed' ? await listKept(scope) : []
  return Promise.all(
    kept.map(async ({ actorId, name }) => ({
      name,
      alert: watched && (await findAlert(scope, takenBackCause(watched.booked.id, actorId))),
    })),
  )
}

const restsOn = (watched: Watched | undefined, actorId: string | null): boolean =>
  watched?.until === 'closed' &&
  (actorId === watched.booked.supportPersonId || actorId === watched.booked.backupPersonId)

const partOf = (c: RouteContext): Part => {
  const part = c.req.query('part')
  return isPart(part) ? part : 'support'
}

/** A support person sees the card and the day; what a therapist sees is chosen. */
const EMPTY_FORM: InviteForm = {
  name: '',
  relationship: '',
  email: '',
  isAdult: false,
  isNear: false,
  until: '',
  categories: [],
}
const FOR_WHO_IS_THERE = ['wishes', 'session'] as const

const add = ownRecord(
  'GET',
  `${PATH}/add`,
  'read-own-people',
  whenOpen('inviting', (c, permit) => showForm(c, permit, partOf(c), EMPTY_FORM, [])),
)

function showForm(
  c: RouteContext,
  permit: Own,
  part: Part,
  written: InviteForm,
  problems: readonly Problem[],
  isNotToday = false,
): Response {
  const words = c.var.words.ownPeople
  const hidden = newForm(c, permit, SEAL)
  const body = <InvitePage {...{ words, part, hidden, written, problems, isNotToday }} />
  const status = isNotToday ? 409 : problems.length > 0 ? 400 : 200
  return c.var.page({ area: 'portal', title: words.title, body, status })
}

const Email = z.email().max(200)

const invite = ownRecord(
  'POST',
  `${PATH}/add`,
  'change-people',
  whenOpen('inviting', async (c, permit) => {
    const { services, words } = c.var
    const fields = await c.var.fields()
    const id = formIdOf(c, permit, SEAL, fields)
    const part = partOf(c)
    const written = writtenIn(fields)
    const safe = textIn(fields, 'safe')
    if (safe === 'no' || safe === 'unsure') {
      const { call } = FEAR_AT_HOME_LINE
      const body = <NotSafePage words={words.ownPeople} number={call} callHref={callHref(call)} />
      return c.var.page({ area: 'portal', title: words.ownPeople.title, body })
    }
    const until = untilIn(c, written.until)
    const problems = problemsOf(part, written, safe, until)
    if (await isOwnAddress(c, written.email)) problems.push('own')
    if (problems.length > 0) return showForm(c, permit, part, written, problems)
    const isTherapist = part === 'therapist'
    try {
      const outcome = await invitePerson({ ...services }, permit, {
        id,
        part,
        name: written.name,
        relationship: isTherapist ? null : written.relationship,
        email: written.email,
        isNear: written.isNear,
        until: isTherapist ? (until ?? null) : null,
        categories: isTherapist ? written.categories.filter(isShareCategory) : FOR_WHO_IS_THERE,
        at: services.now(),
      })
      if (outcome === 'not-today') return showForm(c, permit, part, written, [], true)
      return c.redirect(`${PATH}?is=${outcome}`, 303)
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict')
        return showForm(c, permit, part, written, ['taken'])
      throw error
    }
  }),
)

const writtenIn = (fields: Record<string, unknown>): InviteForm => ({
  name: textIn(fields, 'name').trim().slice(0, 100),
  relationship: textIn(fields, 'relationship').trim().slice(0, 100),
  email: textIn(fields, 'email').trim(),
  isAdult: fields.isAdult === 'yes',
  isNear: fields.isNear === 'yes',
  until: textIn(fields, 'until'),
  categories: valuesIn(fields, 'category').filter(isShareCategory),
})

function problemsOf(part: Part, form: InviteForm, safe: string, until: Date | undefined): Problem[] {
  const isTherapist = part === 'therapist'
  const stands: Partial<Record<Problem, boolean>> = {
    name: form.name === '',
    relationship: !isTherapist && form.relationship === '',
    email: !Email.safeParse(form.email).success,
    isAdult: !isTherapist && !form.isAdult,
    isNear: !isTherapist && !form.isNear,
    until: isTherapist && until === undefined,
    categories: isTherapist && form.categories.length === 0,
    safe: safe !== 'yes',
  }
  return (Object.keys(stands) as Problem[]).filter((problem) => stands[problem])
}

/** The end of a day where the practice is; undefined for no day, or one that is over. */
function untilIn(c: RouteContext, day: string): Date | undefined {
  const { services } = c.var
  const end = endOfDay(day, services.practice.timeZone)
  return end && end > services.now() ? end : undefined
}

async function isOwnAddress(c: RouteContext, email: string): Promise<boolean> {
  const { login } = c.var.services
  const session = await login.findSession(c.req.raw.headers)
  const own = session && (await login.findEmail(session.accountId))
  return own !== undefined && own === email.toLowerCase()
}

const remove = ownRecord('POST', `${PATH}/remove`, 'change-people', async (c, permit, { name }) => {
  const { services } = c.var
  const { invitationId, actorId, ...fields } = await c.var.fields()
  formIdOf(c, permit, SEAL, fields)
  const who = { invitationId: uuidOrNull(invitationId), actorId: uuidOrNull(actorId) }
  const left = await takeBack(services, permit, who, { by: name, at: services.now() })
  return c.redirect(`${PATH}?is=${left === 'kept' ? 'kept' : 'removed'}`, 303)
})

const uuidOrNull = (value: unknown) => (isUuid(value) ? value : null)

const share = ownRecord('POST', `${PATH}/share`, 'change-people', async (c, permit) => {
  const { services, words } = c.var
  const fields = await c.var.fields()
  const id = formIdOf(c, permit, SEAL, fields)
  if (!isUuid(fields.actorId)) throw new AppError('invalid', 'shared with nobody')
  const day = textIn(fields, 'until')
  const until = day === '' ? null : untilIn(c, day)
  if (until === undefined) return showPeople(c, permit, words.ownPeople.form.problems.until)
  const outcome = await shareWith(services.db, permit, {
    id,
    actorId: fields.actorId,
    categories: valuesIn(fields, 'category').filter(isShareCategory),
    until,
    at: services.now(),
  })
  const { notToday, takenAway } = words.ownPeople
  if (outcome === 'less') return showPeople(c, permit, `${takenAway} ${notToday}`)
  if (outcome === 'not-today') return showPeople(c, permit, notToday)
  return c.redirect(`${PATH}?is=shared`, 303)
})

const sendAgain = ownRecord('POST', `${PATH}/send`, 'change-people', async (c, permit) => {
  const fields = await c.var.fields()
  formIdOf(c, permit, SEAL, fields)
  if (!isUuid(fields.invitationId)) throw new AppError('invalid', 'nobody to send a link to')
  const outcome = await sendInvitation({ ...c.var.services }, permit, fields.invitationId, 'again')
  return c.redirect(`${PATH}?is=${outcome}`, 303)
})

export const ownPeopleRoutes: Route[] = [people, add, invite, remove, share, sendAgain]
