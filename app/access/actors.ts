import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Actor, isPersonRole } from './actor.ts'

export type Member = Actor & { name: string }

/**
 * Who a login is in this practice, asked anew on every request: a membership
 * that ended is gone with the next click.
 */
export async function findMember(
  db: Kysely<Tables>,
  practiceId: string,
  accountId: string,
): Promise<Member | undefined> {
  const { rows } = await sql<{ practice_id: string; actor_id: string; name: string; roles: string[] }>`
    select practice_id, actor_id, name, roles from access.find_member(${accountId})`.execute(db)
  const member = rows.find((row) => row.practice_id === practiceId)
  if (!member) return undefined
  return { id: member.actor_id, practiceId, roles: member.roles.filter(isPersonRole), name: member.name }
}
