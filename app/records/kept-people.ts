/** Access that was taken back while a session was open: what is left of it, as the patient reads it. */
import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import { teamOf } from './people.ts'

export type KeptPerson = { actorId: string; name: string; takenBackAt: Date }

/** Whoever keeps the safety of the open session until it is closed, and nothing else. */
export async function listKept(scope: Scope<'read-own-people' | 'change-people'>): Promise<KeptPerson[]> {
  const rows = await teamOf(scope)
    .select(['team.actor_id', 'member.name', 'team.revoked_at'])
    .where('team.revoked_at', 'is not', null)
    .where(sql<boolean>`access.keeps_safety(team.actor_id)`)
    .orderBy('member.name')
    .execute()
  return rows.flatMap(({ actor_id: actorId, name, revoked_at: takenBackAt }) =>
    takenBackAt === null ? [] : [{ actorId, name, takenBackAt }],
  )
}
