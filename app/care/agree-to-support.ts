/** Somebody who was asked to be there has read what it means, agrees, and says on which number they are reached. */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { type EnrolmentState, hasEnded } from '../clinical/enrolment.ts'
import { isDialable } from '../clinical/phone-number.ts'
import type { Database } from '../database/connection.ts'
import { saveOwnNumber } from '../records/contact-points.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { listOwnPeople, noteAgreed } from '../records/people.ts'
import { lockSession } from '../records/session-events.ts'
import { findBookingGaps, findNextSession, replacePerson } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { becomeReady } from './become-ready.ts'
import { forgetBeside } from './judge-day.ts'

/** Of the briefing. Raised when it changes its meaning. */
export const BRIEFING_VERSION = 1

export type Agreement = { by: string; language: string; phone: string; at: Date }

/**
 * Agreed once, however often it is sent; the number is the one told last.
 *
 * @throws AppError invalid where the number cannot be dialled, conflict when nobody asked them, or not any more
 */
export async function agreeToSupport(
  { db, vault }: { db: Database; vault: Vault },
  permit: Permit<'agree-to-support'>,
  { by, language, phone, at }: Agreement,
): Promise<void> {
  if (!isDialable(phone)) throw new AppError('invalid', 'agreed without a number that can be dialled')
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    if (hasEnded((await findEnrolment(scope))?.state))
      throw new AppError('conflict', 'agreed to what has ended')
    const isAgreed = await noteAgreed(scope, { version: BRIEFING_VERSION, language, at })
    if (!isAgreed) throw new AppError('conflict', 'agreed without being asked')
    const part = await partOf(scope)
    if (part === undefined) throw new AppError('conflict', 'a number of somebody who is asked to be nowhere')
    await saveOwnNumber(scope, await vault.keyOf(scope), { part, phone, at })
    await stepIn(scope, at)
    await becomeReady(scope, { by, at })
  })
}

const BEFORE_DOSE: readonly EnrolmentState[] = ['supplied', 'ready', 'session-day']

/** Takes the place in a booked session of somebody who has no access any more; what that person said of the room goes. */
async function stepIn(scope: Scope<'agree-to-support'>, at: Date): Promise<void> {
  const booked = await findNextSession(scope)
  const state = (await findEnrolment(scope))?.state
  if (!booked || !state || !BEFORE_DOSE.includes(state)) return
  const part = await partOf(scope)
  if (part === undefined || !(await findBookingGaps(scope, booked.id)).includes(part)) return
  await replacePerson(scope, booked.id, part, scope.actorId)
  await forgetBeside(scope, booked, at)
}

/** What they are asked for; a therapist for neither. */
async function partOf(scope: Scope<'agree-to-support'>): Promise<'support' | 'backup' | undefined> {
  const own = (await listOwnPeople(scope)).find(({ actorId }) => actorId === scope.actorId)
  return own === undefined || own.part === 'therapist' ? undefined : own.part
}
