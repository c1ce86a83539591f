/** The duty rota: who answers for the practice's sessions, and when. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'

export type OnDuty = {
  id: string
  clinicianId: string
  name: string
  fromAt: Date
  toAt: Date
}

const rota = ({ trx, practiceId }: Scope) =>
  trx
    .selectFrom('duty')
    .innerJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'duty.practice_id')
        .onRef('member.actor_id', '=', 'duty.clinician_id'),
    )
    .select(['duty_id', 'clinician_id', 'member.name', 'from_at', 'to_at'])
    .where('duty.practice_id', '=', practiceId)
    .where('withdrawn_at', 'is', null)
    .where('member.ended_at', 'is', null)
    .orderBy('from_at')
    .orderBy('duty_id')

type Row = { duty_id: string; clinician_id: string; name: string; from_at: Date; to_at: Date }
const onDuty = (row: Row): OnDuty => ({
  id: row.duty_id,
  clinicianId: row.clinician_id,
  name: row.name,
  fromAt: row.from_at,
  toAt: row.to_at,
})

/** Who answers at an instant: of several the one who began first. Undefined is outside cover, and is said so. */
export async function dutyAt(scope: Scope, instant: Date): Promise<OnDuty | undefined> {
  const row = await rota(scope)
    .where('from_at', '<=', instant)
    .where('to_at', '>', instant)
    .limit(1)
    .executeTakeFirst()
  return row && onDuty(row)
}

/**
 * The turns of those who can open this patient's record: whoever is on duty and not on the care team finds nothing
 * when they are called, and does not watch over this patient.
 */
const rotaFor = (scope: Scope<AboutPatient>) =>
  rota(scope).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('care_team_member as team')
        .select('team.actor_id')
        .whereRef('team.practice_id', '=', 'duty.practice_id')
        .whereRef('team.actor_id', '=', 'duty.clinician_id')
        .where('team.patient_id', '=', scope.patientId)
        .where('team.revoked_at', 'is', null)
        .where(sql<boolean>`(team.until is null or team.until > now())`),
    ),
  )

/** Who answers for one patient at an instant. Undefined is outside cover, and is said so. */
export async function dutyFor(scope: Scope<AboutPatient>, instant: Date): Promise<OnDuty | undefined> {
  const row = await rotaFor(scope)
    .where('from_at', '<=', instant)
    .where('to_at', '>', instant)
    .limit(1)
    .executeTakeFirst()
  return row && onDuty(row)
}

/** The next turn for one patient that begins after an instant. */
export async function nextDutyFor(scope: Scope<AboutPatient>, after: Date): Promise<OnDuty | undefined> {
  const row = await rotaFor(scope).where('from_at', '>', after).limit(1).executeTakeFirst()
  return row && onDuty(row)
}

/** Everything on the rota that has not ended before `from`, the next first. */
export async function listDuty(scope: Scope, from: Date): Promise<OnDuty[]> {
  const rows = await rota(scope).where('to_at', '>', from).limit(500).execute()
  return rows.map(onDuty)
}

/**
 * One clinician who can open this patient's record and is on duty for the whole of a time, over turns that follow each
 * other without a gap.
 */
export async function dutyThrough(
  scope: Scope<AboutPatient>,
  from: Date,
  to: Date,
): Promise<OnDuty | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select access.on_duty_through(${scope.patientId}, ${from}, ${to}) as id`.execute(scope.trx)
  const id = rows[0]?.id
  if (!id) return undefined
  const row = await rota(scope).where('clinician_id', '=', id).where('to_at', '>', from).executeTakeFirst()
  return row && onDuty(row)
}

export type NewDuty = { id: string; clinicianId: string; fromAt: Date; toAt: Date; by: string }

/** Puts somebody on the rota. The same turn again is harmless. */
export async function insertDuty(
  { trx, practiceId, actorId }: Scope<'plan-duty'>,
  duty: NewDuty,
): Promise<'stored' | 'already-stored'> {
  const inserted = await trx
    .insertInto('duty')
    .values({
      practice_id: practiceId,
      duty_id: duty.id,
      clinician_id: duty.clinicianId,
      from_at: duty.fromAt,
      to_at: duty.toAt,
      planned_by: actorId,
      planned_by_name: duty.by,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'duty_id']).doNothing())
    .returning('duty_id')
    .executeTakeFirst()
  return inserted ? 'stored' : 'already-stored'
}

/** Whether a booked session rests on this turn. */
export async function isDutyNeeded({ trx }: Scope<'plan-duty'>, dutyId: string): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select access.is_duty_needed(${dutyId}) as needed`.execute(trx)
  return rows[0]?.needed ?? false
}

/** Takes a turn off the rota; it stays on record. */
export async function withdrawDuty(
  { trx, practiceId, actorId }: Scope<'plan-duty'>,
  dutyId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('duty')
    .set({ withdrawn_at: at, withdrawn_by: actorId })
    .where('practice_id', '=', practiceId)
    .where('duty_id', '=', dutyId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Who may be on duty: the practice's prescribers, by name. */
export async function listClinicians({
  trx,
  practiceId,
}: Scope<'read-duty' | 'plan-duty'>): Promise<{ id: string; name: string }[]> {
  const rows = await trx
    .selectFrom('member')
    .select(['actor_id', 'name'])
    .where('practice_id', '=', practiceId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`'prescriber' = any (roles)`)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.actor_id, name: row.name }))
}
