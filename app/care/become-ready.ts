/**
 * The step from a delivery to ready, taken by whatever turns out to be the last thing missing: a part of the
 * preparation, somebody who agrees, a booking. In the same transaction, so nobody waits for a person to notice.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { missingFor } from '../clinical/readiness.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { lockReadiness, readReadiness } from '../records/preparation.ts'

/** Called after the write. @param by the name of whoever did the last thing */
export async function becomeReady(scope: Scope<AboutPatient>, { by, at }: { by: string; at: Date }) {
  await lockReadiness(scope)
  const enrolment = await findEnrolment(scope)
  if (enrolment?.state !== 'supplied') return
  if (missingFor(await readReadiness(scope)).length > 0) return
  await stepEnrolment(scope, { to: 'ready', by, at, isByRecord: true })
}
