/**
 * A clinician opens a patient's page. What they now have before their eyes is
 * noted as seen, in the same transaction, because the patient is told so.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import type { Database } from '../database/connection.ts'
import { listCareTeam } from '../records/care-team.ts'
import { listFindings } from '../records/findings.ts'
import { getPatient } from '../records/patients.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { listSeries, noteSeen } from '../records/questionnaire-responses.ts'

export async function openChart(
  db: Database,
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
    await noteSeen(
      scope,
      responses.map(({ id }) => id),
      reader.name,
      at,
    )
    return { patient, findings, responses, protocol, careTeam }
  })
}

export type Chart = Awaited<ReturnType<typeof openChart>>
