/** Invented people for tests. Each test makes its own, so that tests share a database and no history. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Member, PersonRole } from '../app/access/actor.ts'
import { contentHash } from '../app/clinical/protocol/content-hash.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import type { Tables } from '../app/database/tables.ts'

export const LIMITS: Limits = { instruments: { pcl5: { worseningPoints: 10 } } }

export async function makePractice(
  everything: Kysely<Tables>,
  limits: Limits | undefined = LIMITS,
  /** The protocol's last day; null has none. */
  expiresOn: string | null = null,
): Promise<string> {
  const practiceId = randomUUID()
  const profile = {
    states: [{ code: 'FL', name: 'Florida', counties: 67 }],
    priceFromUsd: 250,
    phone: null,
    physician: { name: 'Dr. Test', credentials: 'MD', licenceNote: 'invented' },
  }
  await everything
    .insertInto('practice')
    .values({
      practice_id: practiceId,
      name: 'Test practice',
      profile: JSON.stringify(profile),
      time_zone: 'America/New_York',
    })
    .execute()
  if (limits) {
    const signed = { signed_by: 'Dr. Test', signed_at: new Date('2026-01-01') }
    const content = { version: 1, limits, expiresOn, isInvented: true }
    await everything
      .insertInto('protocol_version')
      .values({
        practice_id: practiceId,
        version: 1,
        limits: JSON.stringify(limits),
        is_invented: true,
        expires_on: expiresOn,
        content_hash: contentHash(content),
        ...signed,
      })
      .execute()
  }
  return practiceId
}

export async function makeMember(
  everything: Kysely<Tables>,
  practiceId: string,
  roles: PersonRole[],
  id: string = randomUUID(),
): Promise<Member & { accountId: string }> {
  const accountId = randomUUID()
  const name = `${roles.join(' and ')} ${id.slice(0, 4)}`
  await everything
    .insertInto('member')
    .values({ practice_id: practiceId, actor_id: id, account_id: accountId, name, roles, ended_at: null })
    .execute()
  return { id, practiceId, roles, name, accountId }
}

export async function makePatient(everything: Kysely<Tables>, practiceId: string, id: string = randomUUID()) {
  await everything
    .insertInto('patient')
    .values({
      practice_id: practiceId,
      patient_id: id,
      given_name: 'Invented',
      family_name: id.slice(0, 4),
      pronouns: null,
      born_on: '1990-01-01',
      state: 'FL',
      place: 'Miami',
      language: 'en',
    })
    .execute()
  return makeMember(everything, practiceId, ['patient'], id)
}

export async function joinCareTeam(
  everything: Kysely<Tables>,
  patient: { id: string; practiceId: string },
  actorId: string,
  ends: { until?: Date; revokedAt?: Date } = {},
) {
  await everything
    .insertInto('care_team_member')
    .values({
      practice_id: patient.practiceId,
      patient_id: patient.id,
      actor_id: actorId,
      until: ends.until ?? null,
      revoked_at: ends.revokedAt ?? null,
    })
    .execute()
}
