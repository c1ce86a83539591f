import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { bringJobsForward, type Job, startWorker, type Tasks } from '../../app/database/jobs.ts'
import { enqueue } from '../../app/records/jobs.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { spawnDoomedWorker } from './doomed.ts'

let postgres: TestDatabase
let practiceId: string
let patient: Actor
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
  patient = await makePatient(postgres.everything, practiceId)
})
afterAll(() => postgres.close())

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

const log = { info: () => {}, warn: () => {}, error: () => {} }

function work(tellCareTeam: (job: Job) => Promise<void>) {
  const worker = startWorker(
    postgres.connectionAs('worker'),
    { 'tell-care-team': tellCareTeam } as Tasks,
    log,
  )
  cleanUp.push(() => worker.stop())
  return worker
}

async function add(key: string, ids: Record<string, string> = {}, task = 'tell-care-team') {
  const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
  await inScope(postgres.db, permit, (scope) => enqueue(scope, task as 'tell-care-team', key, ids))
}
const waiting = async () => {
  const { rows } = await postgres.poolAs('worker').query('select key, locked_at from graphile_worker.jobs')
  return rows as { key: string; locked_at: Date | null }[]
}

test('a job is done soon, knows its practice and its ids, and is gone', async () => {
  const done: Job[] = []
  work(async (job) => void done.push(job))
  const responseId = randomUUID()
  await add('one', { questionnaireResponseId: responseId })
  await expect.poll(() => done.length, { timeout: 5_000 }).toBe(1)
  expect(done[0]).toMatchObject({
    practiceId,
    ids: { patientId: patient.id, questionnaireResponseId: responseId },
  })
  await expect.poll(waiting).toEqual([])
})

test('a transaction that is rolled back leaves no job', async () => {
  const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
  const failing = inScope(postgres.db, permit, async (scope) => {
    await enqueue(scope, 'tell-care-team', 'never', {})
    throw new Error('something after it')
  })
  await expect(failing).rejects.toThrow('something after it')
  expect(await waiting()).toEqual([])
})

test('the same reason twice is one job', async () => {
  await add('same')
  await add('same')
  expect(await waiting()).toHaveLength(1)
  work(async () => {})
  await expect.poll(waiting).toEqual([])
})

test('a job with an hour waits for it, asked for anew it moves, and the demo brings it forward with its clock', async () => {
  const done: string[] = []
  work(async (job) => void done.push(job.id))
  const later = async (ms: number) => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    await inScope(postgres.db, permit, (scope) => enqueue(scope, 'tell-care-team', 'later', {}, ms))
  }
  const inMs = async () => {
    const { rows } = await postgres
      .poolAs('worker')
      .query('select extract(epoch from run_at - clock_timestamp()) * 1000 as ms from graphile_worker.jobs')
    return rows.map(({ ms }) => Number(ms))
  }
  await later(600_000)
  await later(900_000)
  const [ms = 0, ...others] = await inMs()
  expect(others).toEqual([])
  expect(Math.abs(ms - 900_000)).toBeLessThan(5_000)
  await bringJobsForward(postgres.poolAs('worker'), 300_000)
  expect(Math.abs(((await inMs())[0] ?? 0) - 600_000)).toBeLessThan(5_000)
  expect(done).toEqual([])
  await bringJobsForward(postgres.poolAs('worker'), 600_000)
  await expect.poll(() => done.length, { timeout: 5_000 }).toBe(1)
})

test('who looks at the clock goes before mails that wait', async () => {
  await add('a mail')
  await add('a session', {}, 'follow-session')
  const { rows } = await postgres
    .poolAs('worker')
    .query('select task_identifier from graphile_worker.jobs order by priority')
  expect(rows.map((row) => row.task_identifier)).toEqual(['follow-session', 'tell-care-team'])
  await postgres.poolAs('worker').query('delete from graphile_worker._private_jobs')
})

test('the door takes known tasks, ids and a practice, and nothing else', async () => {
  await expect(add('x', {}, 'drop-everything')).rejects.toThrow('no such task')
  await expect(add('x', { note: 'she said' })).rejects.toThrow('ids and nothing else')
  await expect(sql`select jobs.enqueue('tell-care-team', 'x', '{}')`.execute(postgres.db)).rejects.toThrow(
    'belongs to a practice',
  )
  await expect(sql`select * from graphile_worker._private_jobs`.execute(postgres.db)).rejects.toMatchObject({
    code: '42501',
  })
  expect(await waiting()).toEqual([])
})

test('a job that goes wrong is tried again, and its row holds no word of the error', async () => {
  let tries = 0
  work(async () => {
    tries += 1
    if (tries === 1) throw new Error('total 63 for Sam A.')
  })
  await add('again')
  await expect.poll(() => tries, { timeout: 15_000 }).toBe(2)
  await expect.poll(waiting, { timeout: 5_000 }).toEqual([])
})

test('the job of a killed worker is taken over within seconds, a living worker’s is left alone', async () => {
  const ran: string[] = []
  let letEnd = () => {}
  const mayEnd = new Promise<void>((resolve) => {
    letEnd = resolve
  })
  work(async (job) => {
    ran.push(job.id)
    if (ran.length <= 2) await mayEnd
  })
  await add('slow')
  await add('slow too')
  await expect.poll(() => ran.length, { timeout: 5_000 }).toBe(2) // both hands of the living worker are full

  const doomed = spawnDoomedWorker(postgres)
  cleanUp.push(() => doomed.kill('SIGKILL'))
  await add('of the doomed')
  const held = async () => (await waiting()).filter(({ locked_at }) => locked_at).length
  await expect.poll(held, { timeout: 10_000 }).toBe(3)
  doomed.kill('SIGKILL')
  await expect.poll(held, { timeout: 15_000 }).toBe(2) // freed, while the living worker still holds its own
  letEnd()
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([])
  expect(ran).toHaveLength(3)
  expect(new Set(ran).size).toBe(3)
}, 60_000)

test('the worker begins again by itself when its connections are cut', async () => {
  const done: string[] = []
  work(async (job) => void done.push(job.id))
  await add('before')
  await expect.poll(() => done.length, { timeout: 5_000 }).toBe(1)
  await postgres.poolAs('worker').query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = 'groundwork_worker' and datname = current_database() and pid <> pg_backend_pid()`,
  )
  await add('after')
  await expect.poll(() => done.length, { timeout: 15_000 }).toBe(2)
}, 30_000)
