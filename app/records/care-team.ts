import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'

/** Who is on the patient's care team today. */
export async function listCareTeam({
  trx,
  practiceId,
  patientId,
}: Scope<'read-chart'>): Promise<{ name: string; roles: string[] }[]> {
  return trx
    .selectFrom('care_team_member as team')
    .innerJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'team.practice_id')
        .onRef('member.actor_id', '=', 'team.actor_id'),
    )
    .select(['member.name', 'member.roles'])
    .where('team.practice_id', '=', practiceId)
    .where('team.patient_id', '=', patientId)
    .where('team.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('team.until', 'is', null), eb('team.until', '>', sql<Date>`now()`)]))
    .orderBy('member.name')
    .execute()
}
