/** Whether somebody met their therapist after a session, in the hours counted from its recorded end. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { integrationCheck, integrationWindow } from '../clinical/integration-window.ts'
import type { Limits } from '../clinical/protocol.ts'
import { listAppointments } from '../records/appointments.ts'
import type { BookedSession } from '../records/sessions.ts'

const HOUR_MS = 3_600_000

export type IntegrationAfter = {
  /**
   * For C23, as if therapy were essential: kept, or booked and still to come, by the last of the hours. Undefined
   * when its time has passed and nobody said whether it took place, or when nobody signed the hours.
   */
  isThere: boolean | undefined
  /** For E08: from the end of the session to the appointment that stands. Undefined when none does. */
  hoursAfterEnd: number | undefined
}

/**
 * The appointments of one session, beside its window. Nobody's "not this time" is on record: called off counts as none.
 *
 * @param limits those of the session
 */
export async function integrationAfter(
  scope: Scope<AboutPatient>,
  { id, plannedEndAt, endedAt }: BookedSession,
  { integration = {} }: Limits,
  now: Date,
): Promise<IntegrationAfter> {
  const end = { plannedAt: plannedEndAt.getTime(), ...(endedAt && { recordedAt: endedAt.getTime() }) }
  const all = await listAppointments(scope, id)
  const appointments = all.flatMap(({ id: of, kind, startsAt, state }) =>
    // One that was called off with its session belongs to none.
    kind !== 'integration' || state === 'cancelled-with-session'
      ? []
      : [{ id: of, startsAt: startsAt.getTime(), state }],
  )
  const window = integrationWindow(end, integration)
  const check = integrationCheck('essential', window, appointments, false, now.getTime())
  // Without signed hours nothing can be placed; that there is one at all is known all the same.
  const standing = window
    ? appointments.find((one) => one.id === check.appointment?.id)
    : appointments.find(({ state }) => state === 'booked' || state === 'kept')
  return {
    isThere: check.outcome === 'unknown' ? undefined : check.outcome === 'clear',
    hoursAfterEnd: standing && (standing.startsAt - (end.recordedAt ?? end.plannedAt)) / HOUR_MS,
  }
}
