/**
 * A clinician opens a patient's page. What they now have before their eyes is
 * noted as seen, in the same transaction, because the patient is told so.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import type { Database } from '../database/connection.ts'
import { listCareTeam } from '../records/care-team.ts'
import { findEnrolment, listSteps } from '../records/enrolments.ts'
import { listFindings } from '../records/findings.ts'
import { noteNewsSeen, OWN_CONSENT, OWN_STEP } from '../records/news.ts'
import { getPatient } from '../records/patients.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { listSeries, noteSeen } from '../records/questionnaire-responses.ts'
import { findWatched } from '../records/sessions.ts'
import { type ToCall, whoToCall } from './who-to-call.ts'

export async function openChart(
  { db, vault }: { db: Database; vault: Vault },
  permit: Permit<'read-chart'>,
  reader: Pick<Member, 'name'>,
  at: Date,
) {
  return inScope(db, permit, async (scope) => {
    const patient = await getPatient(scope)
    const findings = await listFindings(scope)
    const responses = await listSeries(scope, pcl5)
    const protocol = await findProtocolInForce(scope)
    const careTeam = await listCareTeam(scope)
    const weeks = await listSeries(scope, pcl5Week)
    const enrolment = await findEnrolment(scope)
    const watched = enrolment?.wish && (await findWatched(scope, at))
    const key = enrolment && (await vault.keyOf(scope))
    const steps = key ? await listSteps(scope, key) : []
    const contact: ToCall = key
      ? await whoToCall(scope, key)
      : { phone: undefined, street: undefined, beside: [] }
    await noteSeen(
      scope,
      [...responses, ...weeks].map(({ id }) => id),
      reader.name,
      at,
    )
    await noteNewsSeen(scope, [OWN_STEP, OWN_CONSENT], reader.name, at)
    return { patient, findings, responses, protocol, careTeam, weeks, enrolment, watched, steps, contact }
  })
}

export type Chart = Awaited<ReturnType<typeof openChart>>
