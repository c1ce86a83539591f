/** On which number somebody who is there, or in reserve, can be reached. Sealed; the database says who reads whose. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'

const placeOf = (actorId: string) => `contact_point ${actorId}`

/** Stores the actor's own number in the place of the one before, and that there is one. */
export async function saveOwnNumber(
  { trx, practiceId, patientId, actorId }: Scope<'agree-to-support'>,
  key: PatientKey,
  { part, phone, at }: { part: 'support' | 'backup'; phone: string; at: Date },
): Promise<void> {
  const told = { part, sealed: key.seal(placeOf(actorId), phone), told_at: at }
  await trx
    .insertInto('contact_point')
    .values({ practice_id: practiceId, patient_id: patientId, actor_id: actorId, ...told })
    .onConflict((conflict) => conflict.columns(['practice_id', 'patient_id', 'actor_id']).doUpdateSet(told))
    .execute()
  await trx
    .updateTable('invitation')
    .set({ reachable_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('actor_id', '=', actorId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** The numbers around one patient that the actor may read, by whose they are. */
export async function listNumbers(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  key: PatientKey,
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('contact_point')
    .select(['actor_id', 'sealed'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .execute()
  return new Map(rows.map(({ actor_id, sealed }) => [actor_id, String(key.open(placeOf(actor_id), sealed))]))
}
