/** Puts one of the demo's people anywhere on their way, past every rule: for pages that begin there. */
import { randomUUID } from 'node:crypto'
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { RunningHouse } from './house.ts'
import { patientIdOf } from './on-record.ts'

/** Nobody else's pages are looked at as this person. */
export const ON_THE_WAY = 'ellis'

const WAY: readonly EnrolmentState[] = [
  ...(['assessed', 'registered', 'consented', 'intake-complete', 'in-review', 'accepted'] as const),
  ...(['supplied', 'ready', 'session-day', 'in-session', 'recovering', 'integrating'] as const),
]

/** Harmless to repeat, and from four pages at once. `pausedFrom` with a break alone. */
export async function putOnTheWay(
  { query, ...house }: RunningHouse,
  state: EnrolmentState,
  pausedFrom: EnrolmentState = 'integrating',
): Promise<string> {
  const patientId = await patientIdOf({ query, ...house }, ON_THE_WAY)
  const reached = WAY.includes(state) ? state : state === 'paused' ? pausedFrom : 'integrating'
  const steps = [...WAY.slice(0, WAY.indexOf(reached) + 1), ...(WAY.includes(state) ? [] : [state])]
  await query(
    `insert into enrolment (practice_id, enrolment_id, patient_id, state, since, paused_from)
     select practice_id, $2, patient_id, 'assessed', now(), null from patient
     where patient_id = $1 and not exists (select from enrolment where patient_id = $1)
     on conflict do nothing`,
    [patientId, randomUUID()],
  )
  await query(
    `with moved as (
       update enrolment set state = $2, paused_from = $3, since = date_trunc('day', now()) where patient_id = $1
       returning practice_id, enrolment_id
     )
     insert into enrolment_step (practice_id, enrolment_id, step, patient_id, from_state, to_state, taken_by,
       taken_by_name, taken_as, taken_at)
     select practice_id, enrolment_id, number, $1, null, to_state, $1,
       case when to_state in ('in-review', 'accepted', 'declined', 'completed') then 'Dr. Maya Okafor' else 'Ellis' end,
       case when to_state in ('in-review', 'accepted', 'declined', 'completed') then 'prescriber'
         when to_state = 'supplied' then 'system' else 'patient' end,
       date_trunc('day', now()) - (interval '2 days' * ($5::integer - number))
     from moved, unnest($4::text[]) with ordinality as taken (to_state, number)
     on conflict (practice_id, enrolment_id, step) do update set to_state = excluded.to_state,
       taken_by_name = excluded.taken_by_name, taken_as = excluded.taken_as, taken_at = excluded.taken_at`,
    [patientId, state, state === 'paused' ? pausedFrom : null, steps, steps.length],
  )
  await query(`delete from enrolment_step where patient_id = $1 and step > $2`, [patientId, steps.length])
  return patientId
}

/** Every category, shared with every therapist of a patient. Harmless to repeat. */
export const showEverything = ({ query }: RunningHouse, patientId: string): Promise<unknown> =>
  query(
    `insert into share (practice_id, share_id, patient_id, recipient_id, category, given_at)
     select team.practice_id, gen_random_uuid(), team.patient_id, team.actor_id, category, now()
     from care_team_member as team
     join member on member.practice_id = team.practice_id and member.actor_id = team.actor_id,
       unnest(array['wishes', 'plan', 'scores', 'session']) as category
     where team.patient_id = $1 and 'therapist' = any (member.roles)`,
    [patientId],
  )
