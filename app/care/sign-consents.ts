/** A patient signs one of the consents, or takes one back. With the last one they are a step further. */
import { inScope, type Permit } from '../access/permit.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS, type ConsentKind } from '../clinical/consents.ts'
import type { Database } from '../database/connection.ts'
import { consentsInForce, insertConsent, type NewConsent, withdrawConsents } from '../records/consents.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { OWN_CONSENT } from '../records/news.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { lockSession } from '../records/session-events.ts'
import { makeReadyAgain } from './judge-day.ts'
import { raiseNews } from './raise-news.ts'

export type SigningOutcome =
  | 'signed'
  /** The text changed since it was read, or its signature was taken back since: it is read again first. */
  | 'read-again'
  /** From a dose until after sleep nothing is signed. */
  | 'not-today'

/**
 * Sent twice it is signed once; a text that is signed already is not signed again. A session that waited for it goes on.
 *
 * @throws AppError conflict
 */
export async function signConsent(
  db: Database,
  permit: Permit<'sign-consents'>,
  by: string,
  consent: NewConsent,
): Promise<SigningOutcome> {
  if (consent.textVersion !== CONSENT_VERSIONS[consent.kind]) return 'read-again'
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    await lockPatient(scope)
    const enrolment = await findEnrolment(scope)
    if (enrolment?.state === 'in-session' || enrolment?.state === 'recovering') return 'not-today'
    if (!(await consentsInForce(scope)).includes(consent.kind)) await insertConsent(scope, consent)
    const inForce = await consentsInForce(scope)
    if (!inForce.includes(consent.kind)) return 'read-again'
    if (enrolment?.state === 'registered' && CONSENT_KINDS.every((kind) => inForce.includes(kind)))
      await stepEnrolment(scope, { to: 'consented', by, at: consent.signedAt })
    await makeReadyAgain(scope, null, consent.signedAt)
    return 'signed'
  })
}

/**
 * Works on every day. Where the person is on their way stays; what needs this consent waits until it is signed, and
 * the practice is told. Taken back twice it is told once.
 */
export async function withdrawConsent(
  db: Database,
  permit: Permit<'sign-consents'>,
  kind: ConsentKind,
  at: Date,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    if (await withdrawConsents(scope, kind, at))
      await raiseNews(scope, `${OWN_CONSENT} ${kind} ${at.toISOString()}`, at)
  })
}
