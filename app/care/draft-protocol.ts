/** A draft of the next protocol: begun from what is in force, changed as often as it takes. It has no effect. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import { contentHash } from '../clinical/protocol/content-hash.ts'
import { cellsOf, limitsOf } from '../clinical/protocol/places.ts'
import type { Limits } from '../clinical/protocol.ts'
import type { Database } from '../database/connection.ts'
import {
  insertDraft,
  lockProtocol,
  nextVersion,
  updateDraft,
  type Writer,
} from '../records/protocol-drafts.ts'
import {
  findProtocolInForce,
  findProtocolVersion,
  listProtocolVersions,
  type ProtocolVersion,
} from '../records/protocol-versions.ts'
import { AppError } from '../system/errors.ts'

/**
 * Begins a draft with the numbers in force, or with none. Where a draft is open already, that is the one: begun
 * twice makes one. Returns its version.
 */
export async function beginDraft(
  db: Database,
  permit: Permit<'draft-protocol'>,
  { author, now, isInvented }: { author: Pick<Member, 'name'>; now: Date; isInvented: boolean },
): Promise<number> {
  return inScope(db, permit, async (scope) => {
    await lockProtocol(scope)
    const open = (await listProtocolVersions(scope)).find(isOpen)
    if (open) return open.version
    const inForce = await findProtocolInForce(scope)
    // What this program has no field for stays behind: nobody could read it before signing.
    const limits = limitsOf(cellsOf(inForce?.limits ?? {}))
    const version = await nextVersion(scope)
    const hash = contentHash({ version, limits, expiresOn: null, isInvented })
    const draft = { version, limits, expiresOn: null, hash, isInvented, basedOn: inForce?.version ?? null }
    await insertDraft(scope, { name: author.name, at: now }, draft)
    return version
  })
}

/** `changed-meanwhile`: somebody else saved since this person opened it; nothing was stored. */
export type SaveOutcome =
  | { status: 'saved' | 'unchanged'; signaturesFellAway: number }
  | { status: 'changed-meanwhile'; current: ProtocolVersion }

/** Takes the transaction back with it: what was not saved leaves no trace of a change. */
class NotSaved extends Error {
  readonly outcome: SaveOutcome

  constructor(outcome: SaveOutcome) {
    super('not saved')
    this.outcome = outcome
  }
}

/**
 * Saves a draft as a whole. Signatures on what it said before count no more.
 *
 * @throws AppError conflict when it is no draft any more
 */
export async function saveDraft(
  db: Database,
  permit: Permit<'draft-protocol'>,
  writer: Writer,
  wanted: { version: number; readHash: string; limits: Limits; expiresOn: string | null },
): Promise<SaveOutcome> {
  const { version, readHash, limits, expiresOn } = wanted
  return inScope(db, permit, async (scope): Promise<SaveOutcome> => {
    await lockProtocol(scope)
    const current = await findProtocolVersion(scope, version)
    if (!current) throw new AppError('not-found', 'no such version of the protocol')
    if (!isOpen(current)) throw new AppError('conflict', 'a version that is no draft is not changed')
    const hash = contentHash({ version, limits, expiresOn, isInvented: current.isInvented })
    if (hash === current.hash) return { status: 'unchanged', signaturesFellAway: 0 }
    if (readHash !== current.hash) throw new NotSaved({ status: 'changed-meanwhile', current })
    await updateDraft(scope, writer, { version, readHash, content: { limits, expiresOn, hash } })
    return { status: 'saved', signaturesFellAway: current.signatures.length }
  }).catch((error: unknown) => {
    if (error instanceof NotSaved) return error.outcome
    throw error
  })
}

/** A draft is open whatever day it is. */
const isOpen = ({ inForceFrom, endedAt }: ProtocolVersion): boolean =>
  inForceFrom === null && endedAt === null
