/**
 * What a therapist or a support person may read of somebody: the categories shared with them now, and the
 * integration appointment. Whoever nothing is shared with finds nobody.
 */
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import { patientPlan } from '../clinical/plan/patient-plan.ts'
import { parseWishes } from '../clinical/preparation.ts'
import type { Database } from '../database/connection.ts'
import { findLatestSheet } from '../records/answer-sheets.ts'
import { listAppointments } from '../records/appointments.ts'
import { getPatient } from '../records/patients.ts'
import { findSignedPlan } from '../records/plans.ts'
import { listSeries } from '../records/questionnaire-responses.ts'
import { listSessions } from '../records/sessions.ts'
import { listSharedWithMe } from '../records/shares.ts'
import { AppError } from '../system/errors.ts'

/**
 * A category that is not shared is not asked for, and absent.
 *
 * @throws AppError not-found when nothing is shared, or not any more
 */
export async function readShared(
  { db, vault, now }: { db: Database; vault: Vault; now: Date },
  permit: Permit<'read-shared'>,
) {
  return inScope(db, permit, async (scope) => {
    const categories = await listSharedWithMe(scope)
    if (categories.size === 0) throw new AppError('not-found', 'nothing is shared')
    const { givenName } = await getPatient(scope)
    const appointments = await listAppointments(scope)
    const next = appointments
      .filter(
        ({ kind, state, withId }) => kind === 'integration' && state === 'booked' && withId === scope.actorId,
      )
      .filter(({ startsAt }) => startsAt >= now)
      .at(-1)
    const sheet =
      categories.has('wishes') && (await findLatestSheet(scope, await vault.keyOf(scope), 'wishes'))
    const signed = categories.has('plan') ? await findSignedPlan(scope) : undefined
    return {
      givenName,
      /** The integration appointment with whoever reads. */
      appointment: next && { startsAt: next.startsAt, timeZone: next.timeZone },
      wishes: categories.has('wishes') ? { card: sheet ? parseWishes(sheet.answers) : undefined } : undefined,
      plan: categories.has('plan') ? { plan: signed && patientPlan(signed.plan) } : undefined,
      scores: categories.has('scores')
        ? { weeks: await listSeries(scope, pcl5Week), months: await listSeries(scope, pcl5) }
        : undefined,
      sessions: categories.has('session') ? await listSessions(scope) : undefined,
    }
  })
}
