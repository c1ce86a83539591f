import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'

export type NewPatient = {
  id: string
  accountId: string
  givenName: string
  familyName: string
  /** 'YYYY-MM-DD' */
  bornOn: string
  /** Two-letter code of a state the practice serves. */
  state: string
  place: string
  language: 'en' | 'es'
}

/**
 * Makes a patient with the member behind their account and their first care team, once. True when this patient is
 * this account's, now or since before; false, and nothing done, when the account already is somebody here.
 *
 * @throws on a name, place or birth date the database refuses, and for whoever is no visitor
 */
export async function insertRegisteredPatient(
  scope: Scope<'register'>,
  { id, accountId, givenName, familyName, bornOn, state, place, language }: NewPatient,
): Promise<boolean> {
  const { rows } = await sql<{ is_theirs: boolean }>`
    select access.register_patient(
      ${id}, ${accountId}, ${givenName}, ${familyName}, ${bornOn}, ${state}, ${place}, ${language}
    ) as is_theirs`.execute(scope.trx)
  const isTheirs = rows[0]?.is_theirs === true
  if (isTheirs) scope.appeared([id])
  return isTheirs
}
