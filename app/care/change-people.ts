/** A patient takes somebody's access back, or changes what is shown to them. No reason, nobody is told. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { listOwnPeople, takeBackPerson } from '../records/people.ts'
import {
  insertShare,
  listShares,
  revokeShares,
  SHARE_CATEGORIES,
  type ShareCategory,
} from '../records/shares.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'

/** Ends with the person's next click. Twice is harmless. */
export async function takeBack(
  db: Database,
  permit: Permit<'change-people'>,
  who: { invitationId: string | null; actorId: string | null },
  at: Date,
): Promise<void> {
  await inScope(db, permit, (scope) => takeBackPerson(scope, who, at))
}

export type Sharing = {
  /** Made with the page. */
  id: string
  actorId: string
  categories: readonly ShareCategory[]
  until: Date | null
  at: Date
}

/** Shows a person exactly these categories from now on. What is shown already with the same end stays as it is. */
export async function shareWith(
  db: Database,
  permit: Permit<'change-people'>,
  { id, actorId, categories, until, at }: Sharing,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    const people = await listOwnPeople(scope)
    if (!people.some((person) => person.actorId === actorId))
      throw new AppError('conflict', 'shared with somebody who is not there any more')
    const shared = (await listShares(scope)).filter(({ recipientId }) => recipientId === actorId)
    for (const category of SHARE_CATEGORIES) {
      const now = shared.filter((share) => share.category === category)
      const isWanted = categories.includes(category)
      const isAsWanted = now.some((share) => share.until?.getTime() === until?.getTime())
      if (isWanted === now.length > 0 && (!isWanted || isAsWanted)) continue
      await revokeShares(scope, { recipientId: actorId, category }, at)
      if (!isWanted) continue
      const share = { id: uuidFrom(`${id} ${category}`), recipientId: actorId, category }
      await insertShare(scope, { ...share, givenAt: at, until })
    }
  })
}
