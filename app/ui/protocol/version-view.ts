import type { ProtocolState } from '../../clinical/protocol/state.ts'
import type { Limits } from '../../clinical/protocol.ts'
import type { When } from '../when.tsx'

export type SignatureView = { by: string; isDirector: boolean; isReviewer: boolean; at: When }

/** One version of the protocol, ready to be read. */
export type VersionView = {
  version: number
  state: ProtocolState
  limits: Limits
  isInvented: boolean
  hash: string
  shortHash: string
  basedOn: number | null
  drafted: { by: string; at: When } | null
  changed: { by: string; at: When } | null
  inForceFrom: When | null
  lastDay: When | null
  signatures: readonly SignatureView[]
  /** The second of them is the first one's, a day later. */
  isSecondLook: boolean
  /** Who brought it into force when there were no signatures on a hash yet. */
  signedBefore: string | null
  fallenAway: readonly SignatureView[]
  replacedBy: number | null
  ended: { by: string; at: When; because: string | null } | null
}

export const versionHref = (version: number): string => `/console/protocol/versions/${version}`
