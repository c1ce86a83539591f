import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { AppError } from '../system/errors.ts'

export type PatientDetails = {
  id: string
  givenName: string
  familyName: string
  pronouns: string | null
  /** 'YYYY-MM-DD' */
  bornOn: string
  state: string
  place: string
  language: 'en' | 'es'
}

/** The patient a scope is about. */
export async function getPatient({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<PatientDetails> {
  const row = await trx
    .selectFrom('patient')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', 'no such patient')
  return {
    id: row.patient_id,
    givenName: row.given_name,
    familyName: row.family_name,
    pronouns: row.pronouns,
    bornOn: row.born_on,
    state: row.state,
    place: row.place,
    language: row.language,
  }
}

export type OnMyList = {
  patientId: string
  givenName: string
  until: Date | null
  isSharing: boolean
  /** Their access was taken back during a session: of this person they have its screen, and nothing else. */
  isKept: boolean
}

/**
 * The people whose care team the actor is on today, by given name alone, until when, and whether they share
 * anything with the actor.
 */
export async function listOwnPeople(scope: Scope<'list-people'>): Promise<OnMyList[]> {
  const { trx, practiceId, actorId } = scope
  const rows = await trx
    .selectFrom('care_team_member as team')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'team.practice_id')
        .onRef('patient.patient_id', '=', 'team.patient_id'),
    )
    .select(['team.patient_id', 'patient.given_name', 'team.until'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('share')
            .select('share_id')
            .whereRef('share.practice_id', '=', 'team.practice_id')
            .whereRef('share.patient_id', '=', 'team.patient_id')
            .where('share.recipient_id', '=', actorId)
            .where('share.revoked_at', 'is', null)
            .where(sql<boolean>`(share.until is null or share.until > now())`),
        )
        .as('is_sharing'),
    )
    .where('team.practice_id', '=', practiceId)
    .where('team.actor_id', '=', actorId)
    .where('team.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('team.until', 'is', null), eb('team.until', '>', sql<Date>`now()`)]))
    .orderBy('patient.given_name')
    .orderBy('team.patient_id')
    .execute()
  // Whose access was taken back while they were there keeps that session's screen until it is closed, and reads on
  // no page that anything changed.
  const { rows: kept } = await sql<{ patient_id: string; given_name: string }>`
    select patient_id, given_name from access.people_kept()`.execute(trx)
  scope.appeared([...rows, ...kept].map((row) => row.patient_id))
  return [
    ...rows.map((row) => ({
      patientId: row.patient_id,
      givenName: row.given_name,
      until: row.until,
      isSharing: Boolean(row.is_sharing),
      isKept: false,
    })),
    ...kept.map((row) => ({
      patientId: row.patient_id,
      givenName: row.given_name,
      until: null,
      isSharing: false,
      isKept: true,
    })),
  ]
}
