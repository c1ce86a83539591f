import type { Scope } from '../access/permit.ts'
import type { PracticeProfile } from '../database/practice-profile.ts'
import { AppError } from '../system/errors.ts'

/** What anybody may know about the practice. */
export async function getPublicProfile({
  trx,
  practiceId,
}: Scope<'read-public-profile' | 'take-assessment'>): Promise<PracticeProfile & { name: string }> {
  const row = await trx
    .selectFrom('practice')
    .select(['name', 'profile'])
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', 'no such practice')
  return { ...row.profile, name: row.name }
}
