/**
 * What a patient signs before treatment, and when a signature counts.
 *
 * A consent is in force while it is signed on the text as it reads today and was not taken back. The keys are those
 * of the fact `consentsInForce` and of the protocol's `intake.requiredConsents`.
 * Source and sign-off: docs/clinical/consents.md
 */

/** In the order they are read. */
export const CONSENT_KINDS = [
  'telehealth',
  'off-label-treatment',
  'privacy-practices',
  'home-treatment',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** Raised when a text changes its meaning; then everybody is asked again. One number for all languages. */
export const CONSENT_VERSIONS: Readonly<Record<ConsentKind, number>> = {
  telehealth: 1,
  'off-label-treatment': 1,
  'privacy-practices': 1,
  'home-treatment': 1,
}

export type SignedConsent = {
  kind: string
  textVersion: number
  /** Epoch milliseconds; null while it was not taken back. */
  withdrawnAt: number | null
}

/** Kinds whose consent counts now, in the order they are read. What an older text was signed for does not. */
export const inForce = (
  signed: readonly SignedConsent[],
  versions: Readonly<Record<ConsentKind, number>> = CONSENT_VERSIONS,
): ConsentKind[] =>
  CONSENT_KINDS.filter((kind) =>
    signed.some((one) => one.kind === kind && one.textVersion === versions[kind] && one.withdrawnAt === null),
  )
