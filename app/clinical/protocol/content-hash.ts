/**
 * The hash of what is signed: SHA-256 over canonical JSON, so that two people who read the same hash have signed
 * the same numbers, whatever order a database keeps them in.
 */
import { canonicalJson } from '../canonical-json.ts'
import type { Limits } from '../protocol.ts'
import { sha256 } from '../session/sha256.ts'

export type SignedContent = {
  /** Equal numbers in two versions are two contents: a signature holds for one version alone. */
  version: number
  limits: Limits
  /** The last day on which it is in force, 'YYYY-MM-DD'; null when none was agreed. */
  expiresOn: string | null
  isInvented: boolean
}

/** 64 hexadecimal digits. */
export const contentHash = ({ version, limits, expiresOn, isInvented }: SignedContent): string =>
  sha256(canonicalJson({ version, limits, expiresOn, isInvented }))

/** What two people read to each other: the first twelve digits, in threes of four. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/.{4}(?=.)/g, '$& ')
