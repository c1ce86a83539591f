/** What the database holds about a patient, whatever the pages say. */
import { PATIENTS } from '../../practice/people.ts'
import type { RunningHouse } from './house.ts'

export type OnRecord = {
  responses: { id: string; answers: Record<string, number | 'skipped'>; total: number | null; xmin: string }[]
  findings: { responseId: string; ruleId: string; isUnknown: boolean; evidence: object; xmin: string }[]
  /** Writes that were carried out: one for each answer to "hand in". */
  done: { xmin: string }[]
}

export async function patientIdOf({ query }: RunningHouse, key: string): Promise<string> {
  const patient = PATIENTS.find((one) => one.key === key)
  const [row] = await query<{ patient_id: string }>(
    'select patient_id from patient where given_name = $1 and family_name = $2',
    [patient?.givenName, patient?.familyName],
  )
  if (!row) throw new Error(`${key} has no record`)
  return row.patient_id
}

/** Everything about one of the demo's patients, oldest first. `xmin` is the transaction that wrote a row. */
export async function recordOf(house: RunningHouse, key: string): Promise<OnRecord> {
  const { query } = house
  const whose = [await patientIdOf(house, key)]
  const [responses, findings, done] = await Promise.all([
    query<OnRecord['responses'][number]>(
      `select questionnaire_response_id as id, answers, total, xmin::text from questionnaire_response
       where patient_id = $1 order by authored_at, questionnaire_response_id`,
      whose,
    ),
    query<OnRecord['findings'][number]>(
      `select questionnaire_response_id as "responseId", rule_id as "ruleId", is_unknown as "isUnknown",
         evidence, xmin::text
       from finding where patient_id = $1 order by found_at, finding_id`,
      whose,
    ),
    query<OnRecord['done'][number]>(
      `select xmin::text from audit_event
       where $1 = any (patient_ids) and action = 'submit-answers' and outcome = 'done' order by position`,
      whose,
    ),
  ])
  return { responses, findings, done }
}

/** For each clinician to be told of a finding in this response: whether the mail went out. A job sends it. */
export async function toldOf({ query }: RunningHouse, responseId = ''): Promise<boolean[]> {
  const rows = await query<{ isSent: boolean }>(
    `select sent_at is not null as "isSent" from communication where communication_key like $1`,
    [`${responseId} %`],
  )
  return rows.map(({ isSent }) => isSent)
}
