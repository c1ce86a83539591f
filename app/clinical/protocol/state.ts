/** How far a version of the protocol has come, and who may sign it next. */

/** Hours after which, in a practice of one physician, the same director may sign a second time. */
export const SECOND_LOOK_HOURS = 24

export type ProtocolState =
  | 'draft'
  | 'signed-once'
  | 'in-force'
  | 'expired'
  | 'replaced'
  | 'retired'
  | 'set-aside'

export type Signing = { by: string; isDirector: boolean; at: Date }

export type Standing = {
  /** Signatures on the content as it is now. */
  signatures: readonly Signing[]
  /** When it came into force. */
  inForceFrom: Date | null
  endedAt: Date | null
  /** The version that took its place. */
  replacedBy: number | null
  /** 'YYYY-MM-DD', in force through that day. */
  expiresOn: string | null
}

/** @param today the calendar day where the practice is, 'YYYY-MM-DD' */
export function stateOf(
  { signatures, inForceFrom, endedAt, replacedBy, expiresOn }: Standing,
  today: string,
): ProtocolState {
  if (inForceFrom === null) {
    if (endedAt !== null) return 'set-aside'
    return signatures.length > 0 ? 'signed-once' : 'draft'
  }
  if (replacedBy !== null) return 'replaced'
  if (endedAt !== null) return 'retired'
  return expiresOn !== null && expiresOn < today ? 'expired' : 'in-force'
}

export const isOpenDraft = (state: ProtocolState): boolean => state === 'draft' || state === 'signed-once'

/**
 * Why somebody cannot sign now; undefined when they can.
 * `needs-director`: the first signature is no director's, and neither would this one be.
 */
export type CannotSign = 'not-open' | 'expired' | 'no-expiry' | 'same-person' | 'needs-director' | 'too-soon'

export type Signer = { id: string; isDirector: boolean }

/**
 * Two different people sign, one of them a medical director. Where a single physician works, the same director
 * may sign again after a day, and it is marked.
 */
export function cannotSign(
  standing: Standing,
  signer: Signer,
  { today, now, hasOnePhysician }: { today: string; now: Date; hasOnePhysician: boolean },
): CannotSign | undefined {
  if (!isOpenDraft(stateOf(standing, today))) return 'not-open'
  if (standing.expiresOn === null) return 'no-expiry'
  if (standing.expiresOn < today) return 'expired'
  const [first] = standing.signatures
  if (first === undefined) return undefined
  if (first.by === signer.id) {
    if (!hasOnePhysician || !signer.isDirector) return 'same-person'
    return now.getTime() - first.at.getTime() < SECOND_LOOK_HOURS * 3_600_000 ? 'too-soon' : undefined
  }
  return first.isDirector || signer.isDirector ? undefined : 'needs-director'
}
