/**
 * Something that held a session on record is over: closed in the chart, signed again, recorded anew, settled. Whatever
 * else holds goes on holding; where nothing does, the session goes on by itself.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { holdingFindings } from '../clinical/session/state.ts'
import { nameOfMember } from '../records/people.ts'
import { findNextSession } from '../records/sessions.ts'
import { uuidFrom } from '../system/ids.ts'
import { actInScope } from './act-in-session.ts'
import { heldOnRecord } from './held-on-record.ts'
import { makeReady } from './judge-day.ts'
import { openSession } from './session-log.ts'

const C17 = 'C17'

type Over = {
  /** Of what is over: told twice it lets go once. */
  id: string
  /** In the words of whoever closed it. */
  because: string
  at: Date
}

/**
 * A prescriber who closes the last finding that rule C17 held for has opened C17 with the same reason: nobody gives it
 * twice. Whoever calls holds `lockSession`.
 */
export async function letGo(scope: Scope<AboutPatient>, { id, because, at }: Over): Promise<void> {
  const booked = await findNextSession(scope)
  if (!booked) return
  const session = await openSession(scope, booked)
  const { judged, swallows } = session.reading.session
  if (swallows.length > 0) return
  const isHeld = holdingFindings(session.reading.session).some(({ ruleId }) => ruleId === C17)
  const isOver = isHeld && (await heldOnRecord(scope, booked.id)).length === 0
  if (!isOver || scope.role !== 'prescriber' || !judged.patient) {
    await makeReady(scope, session, at)
    return
  }
  await actInScope(scope, {
    ...{ id: uuidFrom(`${id} lets go of ${judged.patient.ref}`), sessionId: booked.id, at },
    by: (await nameOfMember(scope, scope.actorId)) ?? '',
    what: {
      ...{
        kind: 'opened',
        judgement: judged.patient.ref,
        ruleId: C17,
        reason: because,
        isByPrescriber: true,
      },
    },
  })
}
