/** Whom a patient asked to be there, and whom they gave access: people of their own, never staff. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { AppError } from '../system/errors.ts'

export const PARTS = ['support', 'backup', 'therapist'] as const
export type Part = (typeof PARTS)[number]
export const isPart = (value: unknown): value is Part => (PARTS as readonly unknown[]).includes(value)

export type OwnPerson = {
  /** Null for somebody the practice put on the care team. */
  invitationId: string | null
  /** Null until the address can be used. */
  actorId: string | null
  part: Part
  name: string
  relationship: string | null
  /** Null while no mail went out. */
  mailedAt: Date | null
  until: Date | null
  agreedAt: Date | null
  /** When they told a number last. */
  reachableAt: Date | null
}

/** Has read what it means, agreed, and can be reached: a session is booked with nobody else. */
export const isToBeThere = ({ actorId, agreedAt, reachableAt }: OwnPerson): boolean =>
  actorId !== null && agreedAt !== null && reachableAt !== null

/** The care team of one patient, with who they are here; whose access was taken back is among them. */
export const teamOf = ({ trx, practiceId, patientId }: Scope<AboutPatient>) =>
  trx
    .selectFrom('care_team_member as team')
    .innerJoin('member', (join) =>
      join
        .onRef('member.practice_id', '=', 'team.practice_id')
        .onRef('member.actor_id', '=', 'team.actor_id'),
    )
    .where('team.practice_id', '=', practiceId)
    .where('team.patient_id', '=', patientId)

/** Of these, who has access today. */
const teamToday = (scope: Scope<AboutPatient>) =>
  teamOf(scope)
    .where('team.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('team.until', 'is', null), eb('team.until', '>', sql<Date>`now()`)]))
    .where('member.ended_at', 'is', null)

const ownTeam = (scope: Scope<AboutPatient>) =>
  teamToday(scope).where(sql<boolean>`member.roles <@ array['support-person', 'therapist']`)

const invitedOf = ({ trx, practiceId, patientId }: Scope<AboutPatient>) =>
  trx
    .selectFrom('invitation')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', sql<Date>`now()`)]))

/** Whether `listOwnPeople` has anybody in it. */
export async function hasOwnPeople(scope: Scope<AboutPatient>): Promise<boolean> {
  const { has } = await scope.trx
    .selectNoFrom(({ or, exists }) =>
      or([
        exists(invitedOf(scope).select('invitation_id')),
        exists(ownTeam(scope).select('team.actor_id')),
      ]).as('has'),
    )
    .executeTakeFirstOrThrow()
  return has === true
}

/** Everybody of their own who has, or will have, access today; in the order of parts. */
export async function listOwnPeople(scope: Scope<AboutPatient>): Promise<OwnPerson[]> {
  const [invited, joined] = await Promise.all([
    invitedOf(scope).selectAll().orderBy('invited_at').execute(),
    ownTeam(scope)
      .leftJoin('related_person', (join) =>
        join
          .onRef('related_person.practice_id', '=', 'team.practice_id')
          .onRef('related_person.related_person_id', '=', 'team.actor_id'),
      )
      .select(['team.actor_id', 'team.until', 'member.name', 'member.roles', 'relationship'])
      .orderBy('member.name')
      .execute(),
  ])
  const isInvited = new Set(invited.map(({ actor_id }) => actor_id))
  const people: OwnPerson[] = [
    ...invited.map((row) => ({
      invitationId: row.invitation_id,
      actorId: row.actor_id,
      part: row.part,
      name: row.name,
      relationship: row.relationship,
      mailedAt: row.mailed_at,
      until: row.until,
      agreedAt: row.agreed_at,
      reachableAt: row.reachable_at,
    })),
    ...joined
      .filter(({ actor_id }) => !isInvited.has(actor_id))
      .map((row) => ({
        invitationId: null,
        actorId: row.actor_id,
        part: row.roles.includes('therapist') ? ('therapist' as const) : ('support' as const),
        name: row.name,
        relationship: row.relationship,
        mailedAt: null,
        until: row.until,
        agreedAt: null,
        reachableAt: null,
      })),
  ]
  return people.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}

export type NewPerson = {
  /** Made with the page, so that sending twice is inviting once. */
  id: string
  part: Part
  name: string
  relationship: string | null
  accountId: string
  isNear: boolean
  until: Date | null
  at: Date
}

/**
 * Adds a person of the patient's own: member, care team, invitation. An address whose account has another place
 * here is invited and joins nothing, and nobody is told why.
 *
 * @throws AppError conflict when this address, or somebody for this part, is there already
 */
export async function addPerson(
  { trx }: Scope<'change-people'>,
  person: NewPerson,
): Promise<'added' | 'already'> {
  try {
    const { rows } = await sql<{ outcome: 'added' | 'already' }>`
      select access.add_person(${person.id}, ${person.part}, ${person.name}, ${person.relationship},
        ${person.accountId}, ${person.isNear}, ${person.until}, ${person.at}) as outcome`.execute(trx)
    return rows[0]?.outcome ?? 'already'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new AppError('conflict', 'somebody is asked for this part already', { cause: error })
    throw error
  }
}

export type Invited = { actorId: string | null; accountId: string; part: Part; mailedAt: Date | null }

/** One invitation of this patient that stands. */
export async function findInvitation(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  id: string,
): Promise<Invited | undefined> {
  const row = await trx
    .selectFrom('invitation')
    .select(['actor_id', 'account_id', 'part', 'mailed_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('invitation_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { actorId: row.actor_id, accountId: row.account_id, part: row.part, mailedAt: row.mailed_at }
}

/** Notes that the mail with the link went out. */
export async function noteMailed(
  { trx, practiceId, patientId }: Scope<'change-people'>,
  id: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ mailed_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('invitation_id', '=', id)
    .execute()
}

/**
 * Ends somebody's access with their next click, and everything that was shared with them. Twice is harmless. Whoever
 * calls holds `lockSession`.
 *
 * @returns the session under way whose safety they keep until it is closed: decided here, and written down
 */
export async function takeBackPerson(
  { trx }: Scope<'change-people'>,
  { invitationId, actorId }: Pick<OwnPerson, 'invitationId' | 'actorId'>,
  at: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ kept: string | null }>`
    select access.take_back_person(${invitationId}, ${actorId}, ${at}) as kept`.execute(trx)
  return rows[0]?.kept ?? undefined
}

/** Notes that the person asked has read the briefing and agreed. False when nobody asked them. */
export async function noteAgreed(
  scope: Scope<'agree-to-support'>,
  agreed: { version: number; language: string; at: Date },
): Promise<boolean> {
  const { trx, practiceId, patientId, actorId } = scope
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ agreed_at: agreed.at, agreed_version: agreed.version, agreed_language: agreed.language })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('actor_id', '=', actorId)
    .where('revoked_at', 'is', null)
    .where('agreed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return true
  const people = await listOwnPeople(scope)
  return people.some((one) => one.actorId === actorId && one.agreedAt !== null)
}

/** Whom an integration appointment can be with: the patient's own therapists first, then cover in house. */
export async function listIntegrators(
  scope: Scope<AboutPatient>,
): Promise<{ id: string; name: string; isTherapist: boolean }[]> {
  const rows = await teamToday(scope)
    .select(['team.actor_id', 'member.name', 'member.roles'])
    .where(sql<boolean>`member.roles && array['therapist', 'prescriber']`)
    .orderBy('member.name')
    .execute()
  return rows
    .map((row) => ({ id: row.actor_id, name: row.name, isTherapist: row.roles.includes('therapist') }))
    .sort((a, b) => Number(b.isTherapist) - Number(a.isTherapist))
}

/** The name of somebody of the care team or on duty; null when whoever asks may not see it. */
export async function nameOfMember(
  { trx, practiceId }: Scope<AboutPatient>,
  actorId: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('member')
    .select('name')
    .where('practice_id', '=', practiceId)
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
  return row?.name ?? null
}
