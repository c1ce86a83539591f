/**
 * A patient asks somebody to be there, or gives their own therapist access: account, place on the care team, what
 * is shared, and a mail that says nothing about health.
 *
 * The account comes first and the mail last, because neither is in the transaction: an account that leads nowhere
 * harms nobody, and a mail that did not go out is said and can be sent again.
 */
import type { Login } from '../access/login/login.ts'
import { inScope, type Permit, readInScope } from '../access/permit.ts'
import { words } from '../content/words.ts'
import type { Database } from '../database/connection.ts'
import { addPerson, findInvitation, type NewPerson, noteMailed, type Part } from '../records/people.ts'
import { lockSession } from '../records/session-events.ts'
import { findWatched } from '../records/sessions.ts'
import { insertShare, type ShareCategory } from '../records/shares.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'

export type Invitation = Omit<NewPerson, 'accountId'> & {
  email: string
  categories: readonly ShareCategory[]
}

type Surroundings = { db: Database; login: Login; origin: string; now: () => Date }

/**
 * Invites once, however often it is sent.
 *
 * @returns whether the mail went out; `not-today`: from a dose until after sleep nobody is given access
 * @throws AppError conflict when this address, or somebody for this part, is there already
 */
export async function invitePerson(
  around: Surroundings,
  permit: Permit<'change-people'>,
  { email, categories, ...person }: Invitation,
): Promise<'mailed' | 'not-mailed' | 'not-today'> {
  // Looked at before the account, which would stay; and again under the lock, because a dose may come between.
  if (await readInScope(around.db, permit, (scope) => findWatched(scope, person.at))) return 'not-today'
  const accountId = await accountFor(around.login, email, person.name)
  const isAdded = await inScope(around.db, permit, async (scope) => {
    await lockSession(scope)
    if (await findWatched(scope, person.at)) return false
    await addPerson(scope, { ...person, accountId })
    const invited = await findInvitation(scope, person.id)
    if (!invited?.actorId) return true
    for (const category of categories)
      await insertShare(scope, {
        id: uuidFrom(`${person.id} ${category}`),
        recipientId: invited.actorId,
        category,
        givenAt: person.at,
        until: person.until,
      })
    return true
  })
  return isAdded ? sendInvitation(around, permit, person.id, 'once') : 'not-today'
}

/** Sends the link, or sends it again. A mail that cannot be handed over changes nothing. */
export async function sendInvitation(
  { db, login, origin, now }: Surroundings,
  permit: Permit<'change-people'>,
  invitationId: string,
  how: 'once' | 'again',
): Promise<'mailed' | 'not-mailed'> {
  const invited = await inScope(db, permit, (scope) => findInvitation(scope, invitationId))
  if (!invited) throw new AppError('conflict', 'nobody is invited under this id')
  if (how === 'once' && invited.mailedAt !== null) return 'mailed'
  const { mail } = words.en
  try {
    if (invited.actorId === null)
      await login.notify(invited.accountId, mail.otherAddress(`${origin}/sign-in`))
    else await login.invite(invited.accountId, mail.askedToBeThere, firstPage(permit, invited.part))
  } catch {
    return 'not-mailed'
  }
  await inScope(db, permit, (scope) => noteMailed(scope, invitationId, now()))
  return 'mailed'
}

/** What the link opens: the briefing for whoever was asked to be there, the list of people for a therapist. */
const firstPage = ({ patientId }: Permit<'change-people'>, part: Part): string =>
  part === 'therapist' ? '/people' : `/care-team/agree/${patientId}`

/** Two invitations at once of somebody new make one account. */
async function accountFor(login: Login, email: string, name: string): Promise<string> {
  const known = await login.findAccountId(email)
  if (known !== undefined) return known
  try {
    return await login.createAccount({ email: email.toLowerCase(), name })
  } catch (error) {
    const meanwhile = await login.findAccountId(email)
    if (meanwhile === undefined) throw error
    return meanwhile
  }
}
