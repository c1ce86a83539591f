/** The consent ledger: what a patient shows to whom, until when. Nothing is shown by default. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'

export const SHARE_CATEGORIES = ['wishes', 'plan', 'scores', 'session'] as const
export type ShareCategory = (typeof SHARE_CATEGORIES)[number]

export const isShareCategory = (value: unknown): value is ShareCategory =>
  (SHARE_CATEGORIES as readonly unknown[]).includes(value)

export type NewShare = {
  /** Made with the page, so that sending twice is giving once. */
  id: string
  recipientId: string
  category: ShareCategory
  givenAt: Date
  /** Null has no end. */
  until: Date | null
}

/** Shows one category to one person. The same again is harmless. */
export async function insertShare(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  share: NewShare,
): Promise<void> {
  await trx
    .insertInto('share')
    .values({
      practice_id: practiceId,
      share_id: share.id,
      patient_id: patientId,
      recipient_id: share.recipientId,
      category: share.category,
      given_at: share.givenAt,
      until: share.until,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'share_id']).doNothing())
    .execute()
}

/** Takes back one category from one person, however often it was given. Taken back twice is harmless. */
export async function revokeShares(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  { recipientId, category }: Pick<NewShare, 'recipientId' | 'category'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('share')
    .set({ revoked_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('recipient_id', '=', recipientId)
    .where('category', '=', category)
    .where('revoked_at', 'is', null)
    .execute()
}

export type Share = { recipientId: string; category: ShareCategory; givenAt: Date; until: Date | null }

/** What is shared today, with everybody. By the database's clock, as its own policies count. */
export async function listShares({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<Share[]> {
  const rows = await trx
    .selectFrom('share')
    .select(['recipient_id', 'category', 'given_at', 'until'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', sql<Date>`now()`)]))
    .orderBy('given_at')
    .orderBy('share_id')
    .execute()
  return rows.flatMap(({ recipient_id: recipientId, category, given_at: givenAt, until }) =>
    isShareCategory(category) ? [{ recipientId, category, givenAt, until }] : [],
  )
}

/** The categories that are shared with whoever asks, now. */
export async function listSharedWithMe(scope: Scope<AboutPatient>): Promise<ReadonlySet<ShareCategory>> {
  const all = await listShares(scope)
  return new Set(
    all.filter(({ recipientId }) => recipientId === scope.actorId).map(({ category }) => category),
  )
}
