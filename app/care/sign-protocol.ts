/** Signing a draft, hash by hash. The second of two signatures brings it into force, in the same transaction. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import { contradictions } from '../clinical/protocol/contradictions.ts'
import { type CannotSign, cannotSign } from '../clinical/protocol/state.ts'
import type { Database } from '../database/connection.ts'
import { countPhysicians, insertSignature, lockProtocol, putInForce } from '../records/protocol-drafts.ts'
import { findProtocolVersion, type ProtocolVersion } from '../records/protocol-versions.ts'
import { AppError } from '../system/errors.ts'

/** `changed`: it no longer says what the signer read. */
export type WhyNotSigned = CannotSign | 'changed' | 'contradicts-itself'

export type SignOutcome =
  | { status: 'signed-once' | 'in-force' }
  | { status: 'not-signed'; why: WhyNotSigned; current: ProtocolVersion }

type Signature = {
  version: number
  /** Of what the signer had before their eyes. */
  readHash: string
  now: Date
  /** The calendar day where the practice is. */
  today: string
}

/** Takes the transaction back with it: what was not signed leaves no trace of a signature. */
class NotSigned extends Error {
  readonly outcome: SignOutcome

  constructor(outcome: SignOutcome) {
    super('not signed')
    this.outcome = outcome
  }
}

/** Nothing is stored unless the signature counts. Signing again is told apart and changes nothing. */
export async function signProtocol(
  db: Database,
  permit: Permit<'sign-protocol'>,
  signer: Pick<Member, 'name'>,
  { version, readHash, now, today }: Signature,
): Promise<SignOutcome> {
  return inScope(db, permit, async (scope): Promise<SignOutcome> => {
    await lockProtocol(scope)
    const current = await findProtocolVersion(scope, version)
    if (!current) throw new AppError('not-found', 'no such version of the protocol')
    const { id, roles } = permit.actor
    const isDirector = roles.includes('medical-director')
    const hasOnePhysician = (await countPhysicians(scope)) === 1
    const why =
      cannotSign(current, { id, isDirector }, { today, now, hasOnePhysician }) ??
      (readHash === current.hash ? undefined : 'changed') ??
      (contradictions(current.limits).length > 0 ? 'contradicts-itself' : undefined)
    if (why) throw new NotSigned({ status: 'not-signed', why, current })

    const [first] = current.signatures
    const writer = { name: signer.name, at: now }
    const isReviewer = scope.role === 'protocol-reviewer'
    const turn = first ? 2 : 1
    await insertSignature(scope, writer, { version, hash: readHash, turn, isDirector, isReviewer })
    if (!first) return { status: 'signed-once' }
    const signedBy = first.by === id ? signer.name : `${first.name}, ${signer.name}`
    await putInForce(scope, writer, { version, signedBy })
    return { status: 'in-force' }
  }).catch((error: unknown) => {
    if (error instanceof NotSigned) return error.outcome
    throw error
  })
}
