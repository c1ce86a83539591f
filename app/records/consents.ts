import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { type ConsentKind, inForce } from '../clinical/consents.ts'
import { AppError } from '../system/errors.ts'

export type Consent = {
  id: string
  kind: string
  textVersion: number
  /** In which the text was read. */
  language: string
  signedName: string
  signedAt: Date
  withdrawnAt: Date | null
}

export type NewConsent = {
  /** Made with the page, so that sending twice is signing once. */
  id: string
  kind: ConsentKind
  textVersion: number
  language: string
  signedName: string
  signedAt: Date
}

/** Every signature of one patient, the latest first; taken back and older texts among them. */
export async function listConsents({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<Consent[]> {
  const rows = await trx
    .selectFrom('consent')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('signed_at', 'desc')
    .orderBy('consent_id')
    .execute()
  return rows.map((row) => ({
    id: row.consent_id,
    kind: row.kind,
    textVersion: row.text_version,
    language: row.language,
    signedName: row.signed_name,
    signedAt: row.signed_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Keys of the consents that count now: the fact `consentsInForce` of clinical/facts/intake.ts. */
export const consentsInForce = async (scope: Scope<AboutPatient>): Promise<ConsentKind[]> =>
  keysInForce(await listConsents(scope))

/** The same, of signatures already read. */
export const keysInForce = (consents: readonly Consent[]): ConsentKind[] =>
  inForce(consents.map((one) => ({ ...one, withdrawnAt: one.withdrawnAt?.getTime() ?? null })))

/** Stores a signature once. @throws AppError conflict when its id stands for another one */
export async function insertConsent(
  { trx, practiceId, patientId }: Scope<'sign-consents'>,
  { id, kind, textVersion, language, signedName, signedAt }: NewConsent,
): Promise<'stored' | 'already-stored'> {
  const inserted = await trx
    .insertInto('consent')
    .values({
      practice_id: practiceId,
      consent_id: id,
      patient_id: patientId,
      kind,
      text_version: textVersion,
      language,
      signed_name: signedName,
      signed_at: signedAt,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'consent_id']).doNothing())
    .returning('consent_id')
    .executeTakeFirst()
  if (inserted) return 'stored'
  const stored = await trx
    .selectFrom('consent')
    .select(['kind', 'text_version'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('consent_id', '=', id)
    .executeTakeFirst()
  if (stored?.kind !== kind || stored.text_version !== textVersion)
    throw new AppError('conflict', `consent ${id} is stored as another one`)
  return 'already-stored'
}

/** Takes back every signature of one kind that still counts. Returns whether there was one. */
export async function withdrawConsents(
  { trx, practiceId, patientId }: Scope<'sign-consents'>,
  kind: ConsentKind,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
