/** Puts one of the demo's people where the intake is open: texts signed, nothing told yet. */
import type { RunningHouse } from './house.ts'
import { patientIdOf } from './on-record.ts'

export async function openIntake(house: RunningHouse, key: string): Promise<string> {
  const patientId = await patientIdOf(house, key)
  await house.query(
    `with made as (
       insert into enrolment (practice_id, enrolment_id, patient_id, state, since)
       select practice_id, gen_random_uuid(), patient_id, 'consented', now() from patient where patient_id = $1
       on conflict do nothing returning *
     )
     insert into enrolment_step
       (practice_id, enrolment_id, step, patient_id, to_state, taken_by, taken_by_name, taken_as, taken_at)
     select practice_id, enrolment_id, 1, patient_id, 'consented', patient_id, 'Invented', 'patient', now() from made`,
    [patientId],
  )
  return patientId
}
