/** What must be true of a house's records after whatever happened to its processes. Read as the owner. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import { type Checkpoint, checkpointKey } from '../../app/access/audit/sealer.ts'
import { verifyAudit } from '../../app/access/audit/verify.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { pcl5Worsening } from '../../app/clinical/rules/pcl5-worsening.ts'
import { findings } from '../../app/clinical/rules/rule.ts'
import { openPool } from '../../app/database/connection.ts'
import { PROTOCOL } from '../../practice/harbour-street.ts'
import type { MortalHouse } from './mortal-house.ts'
import type { Form } from './sending-patient.ts'

/** Jobs of a killed worker are freed after some seconds, and a failed one waits before its next try. */
const QUIET_WITHIN_MS = 90_000

/** Others rest on what the demo's people told before. */
const OF_CHECK_INS = `join questionnaire_response using (practice_id, questionnaire_response_id, patient_id)
  where instrument = '${pcl5.code}'`

const ABOUT_CHECK_INS = `split_part(communication_key, ' ', 1) in (
  select questionnaire_response_id::text from questionnaire_response where instrument = '${pcl5.code}')`

type Stored = { id: string; patient_id: string; answers: Answers; total: number | null }

/** Every acknowledged form is stored once, as it was written, and nothing else was stored since `before`. */
export async function expectOnce(
  house: MortalHouse,
  acknowledged: ReadonlyMap<string, Form>,
  before: ReadonlySet<string>,
): Promise<void> {
  const stored = new Map((await listResponses(house)).map((row) => [row.id, row]))
  const lost = [...acknowledged.keys()].filter((id) => !stored.has(id))
  expect(lost, 'acknowledged and lost').toEqual([])
  const unknown = [...stored.keys()].filter((id) => !before.has(id) && !acknowledged.has(id))
  expect(unknown, 'stored and never acknowledged, or under another id').toEqual([])
  const changed = [...acknowledged].filter(([id, form]) => !isAsWritten(form, stored.get(id)))
  expect(changed, 'stored other than it was written').toEqual([])
}

function isAsWritten(form: Form, row: Stored | undefined): boolean {
  const written = pcl5.items.map(({ linkId }) => form[linkId])
  const kept = pcl5.items.map(({ linkId }) => row?.answers[linkId])
  const score = pcl5.score(row?.answers ?? {})
  return (
    written.every((field, i) => (field === 'skip' ? kept[i] === 'skipped' : field === textOf(kept[i]))) &&
    row?.total === (score.status === 'complete' ? score.score.total : null)
  )
}

const textOf = (value: unknown) => (value === undefined ? undefined : String(value))

/** The check-ins in the order they were authored: of the questionnaires there are, the one that is sent here. */
export async function listResponses(house: MortalHouse): Promise<Stored[]> {
  return query<Stored>(
    house,
    `select questionnaire_response_id as id, patient_id, answers, total from questionnaire_response
     where instrument = '${pcl5.code}'
     order by patient_id, authored_at, questionnaire_response_id`,
  )
}

/**
 * Nothing is half there: each response has the findings its answers call for, its audit event, and the
 * mails its findings cause, once each. One transaction wrote response, findings and audit event.
 */
export async function expectWhole(house: MortalHouse): Promise<void> {
  const due = new Set<string>()
  const earlierTotals = new Map<string, number[]>()
  for (const { id, patient_id, answers, total } of await listResponses(house)) {
    const earlier = earlierTotals.get(patient_id) ?? []
    const facts = { pcl5: pcl5.score(answers), earlierTotals: earlier }
    if (findings([pcl5Worsening], facts, PROTOCOL.limits).length > 0) due.add(id)
    if (total !== null) earlierTotals.set(patient_id, [...earlier, total])
  }
  const found = await query<{ id: string }>(
    house,
    `select questionnaire_response_id as id from finding ${OF_CHECK_INS}`,
  )
  expect(found.map(({ id }) => id).sort(), 'findings').toEqual([...due].sort())

  // xmin is the transaction that wrote a row: what was written together has the same.
  const apart = await query(
    house,
    `select response.questionnaire_response_id from questionnaire_response as response
     where not exists (
         select from audit_event as event
         where event.xmin::text = response.xmin::text and event.action = 'submit-answers'
           and event.outcome = 'done' and event.patient_ids = array[response.patient_id])
       or exists (
         select from finding
         where finding.questionnaire_response_id = response.questionnaire_response_id
           and finding.xmin::text <> response.xmin::text)`,
  )
  expect(apart, 'written apart from its audit event or finding').toEqual([])
  const unfounded = await query(
    house,
    `select event.position from audit_event as event
     where event.action = 'submit-answers' and event.outcome = 'done' and not exists (
       select from audit_event as asked
       where asked.action = 'submit-answers' and asked.outcome = 'granted'
         and asked.patient_ids = event.patient_ids and asked.position < event.position)`,
  )
  expect(unfounded, 'done without having been asked').toEqual([])
}

/** Others wait for their hour. */
const JOBS_THAT_TELL = `select id, attempts from graphile_worker.jobs where task_identifier = 'tell-care-team'`

/** Waits until every job that tells has run, and checks that each prescriber was told once of each finding. */
export async function expectToldOnce(house: MortalHouse): Promise<void> {
  const until = Date.now() + QUIET_WITHIN_MS
  const listJobs = () => query(house, JOBS_THAT_TELL, 'worker')
  let jobs = await listJobs()
  while (jobs.length > 0 && Date.now() < until) {
    await sleep(200)
    jobs = await listJobs()
  }
  expect(jobs, 'jobs that did not end').toEqual([])

  const due = await query<{ key: string }>(
    house,
    `select distinct finding.questionnaire_response_id || ' ' || team.actor_id as key
     from (select * from finding ${OF_CHECK_INS}) as finding
     join care_team_member as team on team.patient_id = finding.patient_id and team.revoked_at is null
     join member on member.actor_id = team.actor_id and 'prescriber' = any (member.roles)`,
  )
  const told = await query<{ key: string }>(
    house,
    `select communication_key as key from communication where sent_at is not null and ${ABOUT_CHECK_INS}`,
  )
  const keys = (rows: { key: string }[]) => rows.map(({ key }) => key).sort()
  expect(keys(told), 'who was told of what').toEqual(keys(due))
  const [counted] = await query<{ all: number }>(
    house,
    `select count(*)::int as all from communication where ${ABOUT_CHECK_INS}`,
  )
  expect(counted?.all, 'prepared and not sent').toBe(told.length)

  // The mailbox keeps the newest; a mail is a file named after its id, and the id is the reason and the person.
  const reasons = new Set(told.map(({ key }) => key.replace(' ', '.')))
  const mails = listMails(house.dataDir).filter((id) => reasons.has(id))
  expect(new Set(mails).size).toBe(mails.length)
  expect(mails.length).toBeGreaterThan(0)
}

function listMails(dataDir: string): string[] {
  const folder = path.join(dataDir, 'demo-mail')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).id)
}

/** Everything is sealed within a second of its writing, and the chain holds from its first link. */
export async function expectChain(house: MortalHouse): Promise<number> {
  const file = path.join(house.dataDir, 'audit-checkpoints.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const outside: Checkpoint[] = lines.map((line) => JSON.parse(line))
  const pool = openPool(house.connectionAs('sealer'), 1)
  try {
    const verify = () => verifyAudit(pool, checkpointKey(house.secret()), outside)
    const until = Date.now() + QUIET_WITHIN_MS
    let verdict = await verify()
    while (verdict.unsealed > 0 && Date.now() < until) {
      await sleep(500)
      verdict = await verify()
    }
    expect(verdict).toMatchObject({ unsealed: 0, troubles: [] })
    return verdict.links
  } finally {
    await pool.end()
  }
}

async function query<Row extends pg.QueryResultRow>(
  house: MortalHouse,
  text: string,
  role: 'owner' | 'worker' = 'owner',
): Promise<Row[]> {
  const client = new pg.Client(house.connectionAs(role))
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
