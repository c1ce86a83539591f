import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PlanProtocol } from '../clinical/plan.ts'
import type { Standing } from '../clinical/protocol/state.ts'
import type { Limits } from '../clinical/protocol.ts'
import type { ProtocolVersionTable } from '../database/tables.ts'

export type SignedProtocol = {
  version: number
  limits: Limits
  /** A demo's numbers, made up. Said wherever they are shown. */
  isInvented: boolean
  signedBy: string
  signedAt: Date
  /** 'YYYY-MM-DD', the last day; null when none was agreed. */
  expiresOn: string | null
}

/**
 * The protocol in force, or undefined: then every rule that needs a limit answers unknown. A draft is none, and
 * neither is one past its last day, counted where the practice is.
 */
export async function findProtocolInForce({
  trx,
  practiceId,
}: Scope<
  | AboutPatient
  | 'read-worklist'
  | 'read-protocol'
  | 'read-protocol-versions'
  | 'draft-protocol'
  | 'read-rules'
>): Promise<SignedProtocol | undefined> {
  const row = await trx
    .selectFrom('protocol_version')
    .innerJoin('practice', 'practice.practice_id', 'protocol_version.practice_id')
    .selectAll('protocol_version')
    .where('protocol_version.practice_id', '=', practiceId)
    .where('signed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`(expires_on is null or expires_on >= (now() at time zone practice.time_zone)::date)`)
    .executeTakeFirst()
  if (!row || row.signed_by === null || row.signed_at === null) return undefined
  return {
    version: row.version,
    limits: row.limits,
    isInvented: row.is_invented,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    expiresOn: row.expires_on,
  }
}

/**
 * The protocol a plan is drawn from and checked by: the one that was signed last and not ended. One past its last
 * day is among them, so that a check can say so. Days are counted where the practice is.
 */
export async function findPlanProtocol({
  trx,
  practiceId,
}: Scope<AboutPatient>): Promise<PlanProtocol | undefined> {
  const row = await trx
    .selectFrom('protocol_version')
    .innerJoin('practice', 'practice.practice_id', 'protocol_version.practice_id')
    .selectAll('protocol_version')
    .select(sql<string>`to_char(signed_at at time zone practice.time_zone, 'YYYY-MM-DD')`.as('from_on'))
    .where('protocol_version.practice_id', '=', practiceId)
    .where('signed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      version: row.version,
      contentHash: row.content_hash,
      limits: row.limits,
      isSigned: true,
      isInvented: row.is_invented,
      inForce: { fromOn: row.from_on, endsOn: row.expires_on ?? undefined },
    }
  )
}

/**
 * The version a session was booked under, as it was signed. Undefined when it was taken out of force without another
 * in its place: then nobody goes by its numbers.
 */
export async function findProtocolOfSession(
  { trx, practiceId }: Scope<AboutPatient>,
  version: number,
): Promise<Pick<SignedProtocol, 'version' | 'limits'> | undefined> {
  const row = await trx
    .selectFrom('protocol_version')
    .select(['version', 'limits'])
    .where('practice_id', '=', practiceId)
    .where('version', '=', version)
    .where('signed_at', 'is not', null)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('replaced_by', 'is not', null)]))
    .executeTakeFirst()
  return row && { version: row.version, limits: row.limits }
}

type Named = { name: string; at: Date }

export type ProtocolVersion = Standing & {
  version: number
  limits: Limits
  isInvented: boolean
  hash: string
  basedOn: number | null
  drafted: Named | null
  /** Since it was drafted. */
  changed: Named | null
  /** In words: who brought it into force. */
  signedBy: string | null
  signatures: readonly Signature[]
  /** On what it said before it was changed: they count no more. */
  fallenAway: readonly Signature[]
  ended: (Named & { because: string | null }) | null
}

export type Signature = {
  by: string
  name: string
  isDirector: boolean
  /** From outside the practice. */
  isReviewer: boolean
  at: Date
  hash: string
}

type Reading = Scope<'read-protocol-versions' | 'draft-protocol' | 'sign-protocol' | 'retire-protocol'>

/** Every version there is, the latest first. */
export async function listProtocolVersions(scope: Reading): Promise<ProtocolVersion[]> {
  const rows = await scope.trx
    .selectFrom('protocol_version')
    .selectAll()
    .where('practice_id', '=', scope.practiceId)
    .orderBy('version', 'desc')
    .execute()
  const signatures = await signaturesOf(scope)
  return rows.map((row) => versionOf(row, signatures.get(row.version) ?? []))
}

/** One version, or undefined: there is none of this number here. */
export async function findProtocolVersion(
  scope: Reading,
  version: number,
): Promise<ProtocolVersion | undefined> {
  const row = await scope.trx
    .selectFrom('protocol_version')
    .selectAll()
    .where('practice_id', '=', scope.practiceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const signatures = await signaturesOf(scope, version)
  return versionOf(row, signatures.get(version) ?? [])
}

async function signaturesOf(
  { trx, practiceId }: Reading,
  version?: number,
): Promise<Map<number, Signature[]>> {
  const rows = await trx
    .selectFrom('protocol_signature')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('signed_at')
    .orderBy('turn')
    .execute()
  const found = new Map<number, Signature[]>()
  for (const row of rows) {
    const { signed_by: by, signed_by_name: name, signed_at: at, content_hash: hash } = row
    const signature = { by, name, isDirector: row.is_director, isReviewer: row.is_reviewer, at, hash }
    found.set(row.version, [...(found.get(row.version) ?? []), signature])
  }
  return found
}

function versionOf(row: Selectable<ProtocolVersionTable>, all: readonly Signature[]): ProtocolVersion {
  const isLive = ({ hash }: Signature) => hash === row.content_hash
  return {
    version: row.version,
    limits: row.limits,
    isInvented: row.is_invented,
    hash: row.content_hash,
    basedOn: row.based_on,
    expiresOn: row.expires_on,
    drafted: named(row.drafted_by_name, row.drafted_at),
    changed: named(row.changed_by_name, row.changed_at),
    signedBy: row.signed_by,
    inForceFrom: row.signed_at,
    signatures: all.filter(isLive),
    fallenAway: all.filter((signature) => !isLive(signature)),
    endedAt: row.ended_at,
    replacedBy: row.replaced_by,
    ended: withReason(named(row.ended_by_name, row.ended_at), row.ended_because),
  }
}

const named = (name: string | null, at: Date | null): Named | null =>
  name === null || at === null ? null : { name, at }

const withReason = (who: Named | null, because: string | null) => who && { ...who, because }
