/** Puts one of the demo's people where their supply has come, with a signed plan: past row-level security. */
import { VALUES } from '../database/booking-scene.ts'
import type { RunningHouse } from './house.ts'
import { patientIdOf } from './on-record.ts'

const DAY_MS = 24 * 3_600_000
const day = (from: number, days: number) => new Date(from + days * DAY_MS).toISOString().slice(0, 10)

/** @param now epoch milliseconds, as the house counts */
export async function putAtSupplied(house: RunningHouse, key: string, now: number): Promise<void> {
  const patientId = await patientIdOf(house, key)
  await house.query(`delete from enrolment_step where patient_id = $1`, [patientId])
  await house.query(`delete from enrolment where patient_id = $1`, [patientId])
  await house.query(
    `with own as (
       insert into enrolment (practice_id, enrolment_id, patient_id, state, since)
       select practice_id, gen_random_uuid(), patient_id, 'supplied', $2 from patient where patient_id = $1
       returning *)
     insert into enrolment_step (practice_id, enrolment_id, step, patient_id, to_state, taken_by, taken_by_name,
       taken_as, taken_at)
     select practice_id, enrolment_id, 1, patient_id, state, patient_id, 'Scene', 'system', since from own`,
    [patientId, new Date(now - DAY_MS)],
  )
  const values = {
    ...VALUES,
    startsOn: day(now, -10),
    endsOn: day(now, 100),
    reEvaluateOn: day(now, 110),
  }
  const plan = {
    shape: 1,
    protocol: { version: 1, contentHash: 'x', isInvented: true },
    level: 'usual',
    values,
    exceptions: [],
  }
  await house.query(
    `insert into plan_version (practice_id, patient_id, version, plan, protocol_version, drafted_by,
       drafted_by_name, drafted_at, signed_by, signed_by_name, signed_at)
     select p.practice_id, p.patient_id, 1 + coalesce((select max(version) from plan_version v where v.patient_id = $1), 0),
       $2, 1, m.actor_id, m.name, $3, m.actor_id, m.name, $3
     from patient p join member m on m.practice_id = p.practice_id and m.name = 'Dr. Maya Okafor'
     where p.patient_id = $1`,
    [patientId, JSON.stringify(plan), new Date(now)],
  )
  await house.query(
    `insert into consent (practice_id, consent_id, patient_id, kind, text_version, language, signed_name, signed_at)
     select practice_id, gen_random_uuid(), patient_id, kind, 1, 'en', 'Scene', $2
     from patient, unnest(array['telehealth', 'off-label-treatment', 'privacy-practices', 'home-treatment']) as kind
     where patient_id = $1`,
    [patientId, new Date(now - 5 * DAY_MS)],
  )
}
