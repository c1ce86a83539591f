/** Writing versions of the protocol. The database holds the same rules: migration 0004. */
import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import type { Limits } from '../clinical/protocol.ts'

/** Who writes, and when. */
export type Writer = { name: string; at: Date }

export type DraftContent = { limits: Limits; expiresOn: string | null; hash: string }

/** One after the other for the whole practice, until the end of the transaction. */
export async function lockProtocol({
  trx,
  practiceId,
}: Scope<'draft-protocol' | 'sign-protocol' | 'retire-protocol'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`protocol ${practiceId}`}, 0))`.execute(trx)
}

/** The number a next version has. */
export async function nextVersion({ trx, practiceId }: Scope<'draft-protocol'>): Promise<number> {
  const row = await trx
    .selectFrom('protocol_version')
    .select(({ fn }) => fn.max('version').as('highest'))
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  return (row?.highest ?? 0) + 1
}

export async function insertDraft(
  { trx, practiceId, actorId }: Scope<'draft-protocol'>,
  { name, at }: Writer,
  draft: DraftContent & { version: number; basedOn: number | null; isInvented: boolean },
): Promise<void> {
  await trx
    .insertInto('protocol_version')
    .values({
      practice_id: practiceId,
      version: draft.version,
      limits: JSON.stringify(draft.limits),
      is_invented: draft.isInvented,
      content_hash: draft.hash,
      expires_on: draft.expiresOn,
      based_on: draft.basedOn,
      drafted_by: actorId,
      drafted_by_name: name,
      drafted_at: at,
    })
    .execute()
}

/** Writes over what a draft said, if it still says what the writer read. Returns whether it did. */
export async function updateDraft(
  { trx, practiceId, actorId }: Scope<'draft-protocol'>,
  { name, at }: Writer,
  { version, readHash, content }: { version: number; readHash: string; content: DraftContent },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('protocol_version')
    .set({
      limits: JSON.stringify(content.limits),
      expires_on: content.expiresOn,
      content_hash: content.hash,
      changed_by: actorId,
      changed_by_name: name,
      changed_at: at,
    })
    .where('practice_id', '=', practiceId)
    .where('version', '=', version)
    .where('content_hash', '=', readHash)
    .where('signed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many physicians there are to sign: prescribers and medical directors. A reviewer is none of them. */
export async function countPhysicians({
  trx,
  practiceId,
}: Scope<'sign-protocol' | 'read-protocol-versions'>): Promise<number> {
  const row = await trx
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<string>().as('physicians'))
    .where('practice_id', '=', practiceId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`roles && array['prescriber', 'medical-director']`)
    .executeTakeFirst()
  return Number(row?.physicians ?? 0)
}

export async function insertSignature(
  { trx, practiceId, actorId }: Scope<'sign-protocol'>,
  { name, at }: Writer,
  signed: { version: number; hash: string; turn: 1 | 2; isDirector: boolean; isReviewer: boolean },
): Promise<void> {
  await trx
    .insertInto('protocol_signature')
    .values({
      practice_id: practiceId,
      version: signed.version,
      content_hash: signed.hash,
      turn: signed.turn,
      signed_by: actorId,
      signed_by_name: name,
      is_director: signed.isDirector,
      is_reviewer: signed.isReviewer,
      signed_at: at,
    })
    .execute()
}

/** The version is in force from now on, and the one that was is replaced. */
export async function putInForce(
  { trx, practiceId, actorId }: Scope<'sign-protocol'>,
  { name, at }: Writer,
  { version, signedBy }: { version: number; signedBy: string },
): Promise<void> {
  await trx
    .updateTable('protocol_version')
    .set({ ended_at: at, ended_by: actorId, ended_by_name: name, replaced_by: version })
    .where('practice_id', '=', practiceId)
    .where('signed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  await trx
    .updateTable('protocol_version')
    .set({ signed_by: signedBy, signed_at: at })
    .where('practice_id', '=', practiceId)
    .where('version', '=', version)
    .execute()
}

/** Ends what is in force, or sets a draft aside. Returns whether there was something to end. */
export async function endVersion(
  { trx, practiceId, actorId }: Scope<'retire-protocol'>,
  { name, at }: Writer,
  { version, hash, because }: { version: number; hash: string; because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('protocol_version')
    .set({ ended_at: at, ended_by: actorId, ended_by_name: name, ended_because: because })
    .where('practice_id', '=', practiceId)
    .where('version', '=', version)
    .where('content_hash', '=', hash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
