/** Puts an invented person anywhere on their way, for tests that begin there. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { EnrolmentState } from '../app/clinical/enrolment.ts'
import type { Tables } from '../app/database/tables.ts'

type Enrolled = {
  patient: { id: string; practiceId: string; name: string }
  state: EnrolmentState
  since: Date
  /** For a break. */
  pausedFrom?: EnrolmentState
  /** Steps before the last, the first first, a minute apart. */
  before?: readonly EnrolmentState[]
}

export async function enrol(
  everything: Kysely<Tables>,
  { patient, state, since, pausedFrom = 'integrating', before = [] }: Enrolled,
): Promise<string> {
  const enrolmentId = randomUUID()
  const of = { practice_id: patient.practiceId, enrolment_id: enrolmentId, patient_id: patient.id }
  await everything
    .insertInto('enrolment')
    .values({ ...of, state, since, paused_from: state === 'paused' ? pausedFrom : null })
    .execute()
  const all = [...before, state]
  await everything
    .insertInto('enrolment_step')
    .values(
      all.map((to, index) => ({
        ...of,
        step: index + 1,
        from_state: all[index - 1] ?? null,
        to_state: to,
        taken_by: patient.id,
        taken_by_name: patient.name,
        taken_as: 'patient',
        reason: null,
        taken_at: new Date(since.getTime() - (all.length - 1 - index) * 60_000),
      })),
    )
    .execute()
  return enrolmentId
}
