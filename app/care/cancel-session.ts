/** A booked session is called off, by whoever says so: no reason, no fee, and nothing prepared is lost. */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { Database } from '../database/connection.ts'
import { findIntegration, settleAppointment } from '../records/appointments.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { hasDose, lockSession } from '../records/session-events.ts'
import { findNextSession, findSession, cancelSession as storeCancelled } from '../records/sessions.ts'

/** `under-way`: from the dose until it has closed a session is watched, and cannot be called off. */
export type CancelOutcome = 'cancelled' | 'under-way' | 'not-there'

/** Twice is harmless. The appointment after it goes with it. */
export async function cancelSession(
  db: Database,
  permit: Permit<'cancel-session' | 'book-session'>,
  { sessionId, by, at }: { sessionId: string; by: string; at: Date },
): Promise<CancelOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const session = await findSession(scope, sessionId)
    if (!session || session.endedAt !== null) return 'not-there'
    if (session.cancelledAt !== null) return 'cancelled'
    if (await hasDose(scope, sessionId)) return 'under-way'
    await callOffWithAppointment(scope, sessionId, at)
    if ((await findEnrolment(scope))?.state === 'session-day')
      await stepEnrolment(scope, { to: 'ready', by, at })
    return 'cancelled'
  })
}

/** The appointment after it has nothing to follow any more. */
export async function callOffWithAppointment(
  scope: Scope<AboutPatient>,
  sessionId: string,
  at: Date,
): Promise<void> {
  await storeCancelled(scope, sessionId, at)
  const integration = await findIntegration(scope, sessionId)
  if (integration) await settleAppointment(scope, { id: integration.id, state: 'cancelled-with-session', at })
}

/**
 * With a break or an end, what is booked is called off too: nobody is waited for. A session under way stays, and is
 * watched until it has closed. Whoever calls holds `lockSession`: a dose that is being written down is seen.
 */
export async function callOffBooked(
  scope: Scope<AboutPatient>,
  from: EnrolmentState,
  at: Date,
): Promise<void> {
  if (from === 'in-session' || from === 'recovering') return
  const session = await findNextSession(scope)
  if (session && !(await hasDose(scope, session.id))) await callOffWithAppointment(scope, session.id, at)
}
