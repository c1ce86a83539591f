/** What each floor does with a request: one query, and an answer of the size the house gives. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'

export type FloorTask = {
  kind: 'page' | 'post' | 'worklist' | 'series'
  practiceId: string
  /** The patients asked for, in turn. */
  patientIds: readonly string[]
  /** Whose worklist. */
  actorId?: string
  /** Bytes of the page. */
  size: number
}

type Answer = (body: string) => Promise<{ status: number; html: string }>

/** A query about each patient in turn, its rows in a page of this size. */
const reading =
  (name: string, text: string) =>
  (pool: pg.Pool, { practiceId, patientIds, size }: FloorTask): Answer => {
    const fill = 'x'.repeat(size)
    let turn = 0
    return async () => {
      const values = [practiceId, patientIds[turn++ % patientIds.length]]
      const { rows } = await pool.query({ name, text, values })
      return { status: 200, html: `<!doctype html>${JSON.stringify(rows)}${fill}`.slice(0, size) }
    }
  }

export const FLOORS: Record<FloorTask['kind'], (pool: pg.Pool, task: FloorTask) => Answer> = {
  page: (pool, task) => reading('page', PAGE)(pool, task),
  series: (pool, task) => reading('series', SERIES)(pool, task),

  worklist: (pool, { actorId = '', ...task }) =>
    reading('worklist', WORKLIST)(pool, { ...task, patientIds: [actorId] }),

  post: (pool, { practiceId, patientIds }) => {
    let turn = 0
    return async (body) => {
      const form = new URLSearchParams(body)
      const answers = pcl5.items.map(({ linkId }) => [linkId, Number(form.get(linkId))] as const)
      const total = answers.reduce((sum, [, value]) => sum + value, 0)
      const patientId = patientIds[turn++ % patientIds.length]
      const values = [
        practiceId,
        patientId,
        form.get('responseId'),
        JSON.stringify(Object.fromEntries(answers)),
        total,
        randomUUID(),
      ]
      await pool.query({ name: 'post', text: POST, values })
      return { status: 303, html: '' }
    }
  },
}

const SERIES = `
  select questionnaire_response_id, answers, language, total, authored_at from questionnaire_response
  where practice_id = $1 and patient_id = $2 and instrument = 'pcl-5' order by authored_at`

const PAGE = `
  select patient.given_name, latest.authored_at, latest.seen_by_name, latest.seen_at
  from patient left join lateral (
    select response.authored_at, seen.seen_by_name, seen.seen_at
    from questionnaire_response as response left join questionnaire_response_seen as seen
      on seen.practice_id = response.practice_id
      and seen.questionnaire_response_id = response.questionnaire_response_id
    where response.practice_id = patient.practice_id and response.patient_id = patient.patient_id
    order by response.authored_at desc limit 1
  ) as latest on true
  where patient.practice_id = $1 and patient.patient_id = $2`

/** The rows a check-in with a finding leaves, in tables of their own shape and indexes; see MAKE_FLOOR. */
const POST = `
  with response as (
    insert into floor.questionnaire_response (practice_id, questionnaire_response_id, patient_id, instrument,
      instrument_version, language, answers, total, authored_at)
    values ($1, $3, $2, 'pcl-5', '1.0.0', 'en', $4, $5, now())
  ), finding as (
    insert into floor.finding (practice_id, patient_id, questionnaire_response_id, rule_id, rule_version,
      protocol_version, is_unknown, severity, evidence)
    values ($1, $2, $3, 'F01', 1, 1, false, 'review', '{"currentTotal": 60, "lowestTotal": 20, "worseningPoints": 10}')
  ), audit as (
    insert into floor.audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome)
    values ($1, $2, 'patient', 'patient', 'submit-answers', array[$2::uuid], 'granted'),
           ($1, $2, 'patient', 'patient', 'submit-answers', array[$2::uuid], 'done')
  )
  insert into floor.job (task_id, key, payload)
  values (1, $1::uuid || ' tell-care-team ' || $6::uuid,
    json_build_object('practiceId', $1::uuid, 'ids', json_build_object('patientId', $2::uuid, 'questionnaireResponseId', $3::uuid)))`

export const MAKE_FLOOR = `
  drop schema if exists floor cascade;
  create schema floor;
  create table floor.questionnaire_response (like public.questionnaire_response including all);
  create table floor.finding (like public.finding including all);
  create table floor.audit_event (like public.audit_event including all);
  create table floor.job (like graphile_worker._private_jobs including all)`

const WORKLIST = `
  select finding.patient_id, patient.given_name, patient.family_name, patient.born_on, patient.state, patient.place,
    finding.finding_id, finding.rule_id, finding.severity, finding.evidence, finding.found_at,
    (select count(*) - 1 from finding as open where open.practice_id = $1
      and open.patient_id = finding.patient_id and open.closed_at is null) as more,
    latest.total, latest.authored_at
  from finding
  join care_team_member as team on team.practice_id = finding.practice_id
    and team.patient_id = finding.patient_id and team.actor_id = $2
    and team.revoked_at is null and (team.until is null or team.until > now())
  join patient on patient.practice_id = finding.practice_id and patient.patient_id = finding.patient_id
  left join lateral (
    select response.total, response.authored_at from questionnaire_response as response
    where response.practice_id = $1 and response.patient_id = finding.patient_id and response.instrument = 'pcl-5'
    order by response.authored_at desc limit 1
  ) as latest on true
  where finding.practice_id = $1 and finding.closed_at is null and not exists (
    select from finding as stronger
    where stronger.practice_id = $1 and stronger.patient_id = finding.patient_id and stronger.closed_at is null
      and (stronger.severity_rank, stronger.found_at, stronger.finding_id)
        < (finding.severity_rank, finding.found_at, finding.finding_id))
  order by finding.severity_rank, finding.found_at, finding.finding_id
  limit 51`
