/**
 * A patient takes somebody's access back, or changes what is shown to them. No reason; the person themselves is not
 * told.
 */
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import type { Database } from '../database/connection.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { listOwnPeople, takeBackPerson } from '../records/people.ts'
import { lockSession } from '../records/session-events.ts'
import { findNextSession, findWatched } from '../records/sessions.ts'
import {
  insertShare,
  listShares,
  revokeShares,
  SHARE_CATEGORIES,
  type ShareCategory,
} from '../records/shares.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { judgeDay } from './judge-day.ts'
import { raiseAll, takenBackCause } from './raise-alerts.ts'

/**
 * Ends with the person's next click. Twice is harmless. A session that is booked with them is looked at again: before
 * the dose it is held until somebody else is there. After it they keep the safety of that session until it is closed,
 * as the database decides and writes down (0022), and a clinician is asked to call.
 *
 * @returns `kept`: they keep that much
 */
export async function takeBack(
  { db, vault }: { db: Database; vault: Vault },
  permit: Permit<'change-people'>,
  who: { invitationId: string | null; actorId: string | null },
  { by, at }: { by: string; at: Date },
): Promise<'ended' | 'kept'> {
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const keptSessionId = await takeBackPerson(scope, who, at)
    if (who.actorId === null) return 'ended'
    if (keptSessionId !== undefined) {
      const cause = takenBackCause(keptSessionId, who.actorId)
      await raiseAll(scope, keptSessionId, [{ cause, level: 'person-now' }], at)
      return 'kept'
    }
    const booked = await findNextSession(scope)
    if (who.actorId !== booked?.supportPersonId && who.actorId !== booked?.backupPersonId) return 'ended'
    if ((await findEnrolment(scope))?.state === 'session-day')
      await judgeDay(scope, await vault.keyOf(scope), at, by)
    return 'ended'
  })
}

export type Sharing = {
  /** Made with the page. */
  id: string
  actorId: string
  categories: readonly ShareCategory[]
  until: Date | null
  at: Date
}

/**
 * Shows a person exactly these categories from now on. What is shown already with the same end stays as it is.
 *
 * @returns `not-today`: from a dose until after sleep what is shown grows less and nothing is added; `less`: nor this
 *   time, but what was taken away with it is saved
 */
export async function shareWith(
  db: Database,
  permit: Permit<'change-people'>,
  { id, actorId, categories, until, at }: Sharing,
): Promise<'shared' | 'not-today' | 'less'> {
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const isWatched = (await findWatched(scope, at)) !== undefined
    let isAsAsked = true
    let isLessNow = false
    const people = await listOwnPeople(scope)
    if (!people.some((person) => person.actorId === actorId))
      throw new AppError('conflict', 'shared with somebody who is not there any more')
    const shared = (await listShares(scope)).filter(({ recipientId }) => recipientId === actorId)
    for (const category of SHARE_CATEGORIES) {
      const now = shared.filter((share) => share.category === category)
      const isWanted = categories.includes(category)
      const isAsWanted = now.some((share) => share.until?.getTime() === until?.getTime())
      if (isWanted === now.length > 0 && (!isWanted || isAsWanted)) continue
      const isLess = now.some((share) => until !== null && (share.until === null || until < share.until))
      if (isWanted && isWatched && !isLess) {
        isAsAsked = false
        continue
      }
      await revokeShares(scope, { recipientId: actorId, category }, at)
      isLessNow = true
      if (!isWanted) continue
      const share = { id: uuidFrom(`${id} ${category}`), recipientId: actorId, category }
      await insertShare(scope, { ...share, givenAt: at, until })
    }
    if (isAsAsked) return 'shared'
    return isLessNow ? 'less' : 'not-today'
  })
}
