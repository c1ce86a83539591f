/** Somebody who was asked to be there has read what it means, and agrees. */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { Database } from '../database/connection.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { listOwnPeople, noteAgreed } from '../records/people.ts'
import { lockSession } from '../records/session-events.ts'
import { findBookingGaps, findNextSession, replacePerson } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { becomeReady } from './become-ready.ts'
import { forgetBeside } from './judge-day.ts'

/** Of the briefing. Raised when it changes its meaning. */
export const BRIEFING_VERSION = 1

/** Once, however often it is sent. @throws AppError conflict when nobody asked them, or not any more */
export async function agreeToSupport(
  db: Database,
  permit: Permit<'agree-to-support'>,
  { by, language, at }: { by: string; language: string; at: Date },
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    const isAgreed = await noteAgreed(scope, { version: BRIEFING_VERSION, language, at })
    if (!isAgreed) throw new AppError('conflict', 'agreed without being asked')
    await stepIn(scope, at)
    await becomeReady(scope, { by, at })
  })
}

const BEFORE_DOSE: readonly EnrolmentState[] = ['supplied', 'ready', 'session-day']

/** Takes the place in a booked session of somebody who has no access any more; what that person said of the room goes. */
async function stepIn(scope: Scope<'agree-to-support'>, at: Date): Promise<void> {
  await lockSession(scope)
  const booked = await findNextSession(scope)
  const state = (await findEnrolment(scope))?.state
  if (!booked || !state || !BEFORE_DOSE.includes(state)) return
  const own = (await listOwnPeople(scope)).find(({ actorId }) => actorId === scope.actorId)
  if (!own || own.part === 'therapist') return
  if (!(await findBookingGaps(scope, booked.id)).includes(own.part)) return
  await replacePerson(scope, booked.id, own.part, scope.actorId)
  await forgetBeside(scope, booked, at)
}
