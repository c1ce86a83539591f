/**
 * Something is new that nobody has to run for: a count that differs, a consent taken back, an appointment called off.
 * It stands where the people concerned work, is told as seen or not, and each of them gets one mail that says no more
 * than that something is new.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { raiseAlert } from '../records/alerts.ts'
import { listOnCareTeam } from '../records/communications.ts'
import { dutyFor } from '../records/duty.ts'
import { askForNews } from './tell-person.ts'

/** To the prescribers and coordinators of the care team, once for each cause. */
export async function raiseNews(scope: Scope<AboutPatient>, cause: string, at: Date): Promise<void> {
  const isInCover = (await dutyFor(scope, at)) !== undefined
  const id = await raiseAlert(scope, { cause, sessionId: null, level: 'confirm', at, isInCover })
  if (id === undefined) return
  for (const role of ['prescriber', 'care-coordinator'] as const)
    for (const { actorId } of await listOnCareTeam(scope, role)) await askForNews(scope, id, actorId)
}
