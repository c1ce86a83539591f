/**
 * What a database is for, and the first rows of a practice. Runs as the owner,
 * before there is anybody who could ask for a permit.
 */
import type { Kysely } from 'kysely'
import { contentHash } from '../clinical/protocol/content-hash.ts'
import type { Limits } from '../clinical/protocol.ts'
import { Refusal } from '../system/errors.ts'
import type { PracticeProfile } from './practice-profile.ts'
import type { Tables } from './tables.ts'

export type Mode = 'demo' | 'production'

/**
 * @param stored undefined while nothing is founded
 * @throws Refusal when a demo would become a practice or the reverse
 */
export function refuseOtherMode(stored: Mode | undefined, mode: Mode): void {
  if (stored === undefined || stored === mode) return
  throw new Refusal(
    stored === 'demo'
      ? 'This is the demo’s database: its people are invented. Give the practice a database of its own.'
      : 'This is a practice’s database: the demo would let anybody in. Set GROUNDWORK_MODE=production.',
  )
}

export type FoundedPractice = { id: string; name: string; profile: PracticeProfile; timeZone: string }

/** The practice of this installation; undefined before it is founded. */
export async function findPractice(owner: Kysely<Tables>): Promise<FoundedPractice | undefined> {
  const row = await owner.selectFrom('practice').selectAll().limit(1).executeTakeFirst()
  return row && { id: row.practice_id, name: row.name, profile: row.profile, timeZone: row.time_zone }
}

/** Whether what follows a founding is done: the demo's histories, a practice's invitations. */
export async function isFurnished(owner: Kysely<Tables>): Promise<boolean> {
  const row = await owner.selectFrom('installation').select('furnished_at').executeTakeFirst()
  return row !== undefined && row.furnished_at !== null
}

export async function markFurnished(owner: Kysely<Tables>, at: Date): Promise<void> {
  await owner.updateTable('installation').set({ furnished_at: at }).execute()
}

export type NewPractitioner = {
  id: string
  accountId: string
  name: string
  credentials: string
  roles: string[]
}
export type NewPatient = {
  id: string
  accountId: string
  givenName: string
  familyName: string
  pronouns: string | null
  bornOn: string
  state: string
  place: string
  language: 'en' | 'es'
}
export type NewRelatedPerson = {
  id: string
  accountId: string
  patientId: string
  name: string
  relationship: string
}

/** The demo's invented versions: one in force, and a draft after it. */
export type FoundedProtocol = {
  limits: Limits
  isInvented: boolean
  /** 'YYYY-MM-DD' */
  expiresOn: string
  /** In their order; two of them bring it into force, none leaves it a draft. */
  signatures: readonly { actorId: string; name: string; isDirector: boolean; at: Date }[]
  draftedBy: { actorId: string; name: string; at: Date }
}

export type Founding = {
  mode: Mode
  practice: FoundedPractice
  protocols: readonly FoundedProtocol[]
  practitioners: readonly NewPractitioner[]
  patients: readonly NewPatient[]
  relatedPeople: readonly NewRelatedPerson[]
  careTeam: readonly { patientId: string; actorId: string; until?: Date; revokedAt?: Date }[]
}

/** Everything of a new practice, or nothing. */
export async function foundPractice(owner: Kysely<Tables>, founding: Founding): Promise<void> {
  const { mode, practice, protocols, practitioners, patients, relatedPeople, careTeam } = founding
  const practice_id = practice.id
  await owner.transaction().execute(async (trx) => {
    const fill = async <T extends keyof Tables & string>(table: T, rows: readonly object[]) => {
      if (rows.length > 0)
        await trx
          .insertInto(table)
          .values(rows as never)
          .execute()
    }
    await fill('installation', [{ mode, furnished_at: null }])
    await fill('practice', [
      {
        practice_id,
        name: practice.name,
        profile: JSON.stringify(practice.profile),
        time_zone: practice.timeZone,
      },
    ])
    await fill(
      'practitioner',
      practitioners.map(({ id, name, credentials }) => ({
        practice_id,
        practitioner_id: id,
        name,
        credentials,
      })),
    )
    await fill(
      'patient',
      patients.map((patient) => ({
        ...{ practice_id, patient_id: patient.id, given_name: patient.givenName },
        ...{ family_name: patient.familyName, pronouns: patient.pronouns, born_on: patient.bornOn },
        ...{ state: patient.state, place: patient.place, language: patient.language },
      })),
    )
    await fill(
      'related_person',
      relatedPeople.map(({ id, patientId, name, relationship }) => ({
        ...{ practice_id, related_person_id: id, patient_id: patientId, name, relationship },
      })),
    )
    await fill('member', [
      ...practitioners.map(({ id, accountId, name, roles }) =>
        memberRow(practice_id, id, accountId, name, roles),
      ),
      ...patients.map(({ id, accountId, givenName, familyName }) =>
        memberRow(practice_id, id, accountId, `${givenName} ${familyName}`, ['patient']),
      ),
      ...relatedPeople.map(({ id, accountId, name }) =>
        memberRow(practice_id, id, accountId, name, ['support-person']),
      ),
    ])
    const invitedAt = new Date()
    await fill(
      'invitation',
      relatedPeople.map(({ id, accountId, patientId, name, relationship }) => ({
        ...{ practice_id, invitation_id: id, patient_id: patientId, actor_id: id, account_id: accountId },
        ...{ part: 'support', name, relationship, is_near: true, invited_at: invitedAt },
      })),
    )
    const versions = protocols.map((protocol, i) => ({ version: i + 1, ...protocol }))
    await fill(
      'protocol_version',
      versions.map((version) => ({ practice_id, ...versionRow(version) })),
    )
    await fill(
      'protocol_signature',
      versions.flatMap((version) => signatureRows(version).map((row) => ({ practice_id, ...row }))),
    )
    await fill(
      'care_team_member',
      careTeam.map(({ patientId, actorId, until, revokedAt }) => ({
        ...{ practice_id, patient_id: patientId, actor_id: actorId },
        ...{ until: until ?? null, revoked_at: revokedAt ?? null },
      })),
    )
  })
}

type Versioned = FoundedProtocol & { version: number }

function versionRow({ version, limits, isInvented, expiresOn, signatures, draftedBy }: Versioned) {
  const inForce = signatures.length === 2 ? signatures[1] : undefined
  return {
    ...{ version, limits: JSON.stringify(limits), is_invented: isInvented, expires_on: expiresOn },
    content_hash: contentHash({ version, limits, expiresOn, isInvented }),
    ...{ drafted_by: draftedBy.actorId, drafted_by_name: draftedBy.name, drafted_at: draftedBy.at },
    based_on: version > 1 ? version - 1 : null,
    signed_by: inForce ? signatures.map(({ name }) => name).join(', ') : null,
    signed_at: inForce?.at ?? null,
  }
}

const signatureRows = (protocol: Versioned) =>
  protocol.signatures.map(({ actorId, name, isDirector, at }, i) => ({
    ...{ version: protocol.version, content_hash: contentHash(protocol), turn: i + 1 },
    ...{ signed_by: actorId, signed_by_name: name, is_director: isDirector, signed_at: at },
  }))

const memberRow = (
  practice_id: string,
  actor_id: string,
  account_id: string,
  name: string,
  roles: string[],
) => ({
  practice_id,
  actor_id,
  account_id,
  name,
  roles,
  ended_at: null,
})
