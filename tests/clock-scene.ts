/** The house's clock moved by hand: every job whose time has come is run as the worker would, in the scene's own time. */
import type pg from 'pg'
import { escalateAlert } from '../app/care/escalate-alert.ts'
import { followNextDay } from '../app/care/follow-next-day.ts'
import { followSession } from '../app/care/follow-session.ts'
import { tellCareTeam } from '../app/care/tell-care-team.ts'
import { tellPerson } from '../app/care/tell-person.ts'
import type { Database } from '../app/database/connection.ts'
import type { Job, TaskName, Tasks } from '../app/database/jobs.ts'
import type { Message } from '../app/partners/mail.ts'
import { ORIGIN } from './app.ts'
import type { TestDatabase } from './postgres.ts'

type Waiting = { id: string; task: TaskName; payload: Omit<Job, 'id'>; inMs: number }

/** Everything a job needs but a mail server: what it sends is kept. `now` is the scene's time. */
export function houseAt(db: Database, now: () => Date) {
  const sent: Message[] = []
  const surroundings = {
    ...{ db, origin: ORIGIN, now },
    login: { findEmail: async (accountId: string) => `${accountId}@test.invalid` },
    mail: {
      send: async (message: Message) => {
        if (!sent.some(({ id }) => id === message.id)) sent.push(message)
      },
    },
  }
  const tasks: Tasks = {
    'tell-care-team': (job) => tellCareTeam(surroundings, job),
    'tell-person': (job) => tellPerson(surroundings, job),
    'follow-session': (job) => followSession(surroundings, job),
    'follow-next-day': (job) => followNextDay(surroundings, job),
    'escalate-alert': (job) => escalateAlert(surroundings, job),
  }
  return { tasks, sent }
}

export type Clock = Awaited<ReturnType<typeof clockFrom>>

/**
 * A clock for one patient that stands at `start`. A job asked for some milliseconds ahead runs when the clock has been
 * moved that far past the moment it was asked for.
 */
export async function clockFrom(postgres: TestDatabase, patientId: string, start: Date) {
  const worker: pg.Pool = postgres.poolAs('worker', 1)
  let at = start
  const { tasks, sent } = houseAt(postgres.db, () => at)
  /** When each waiting job is due on the scene's clock, noted the first time it is seen. */
  const due = new Map<string, number>()

  const waiting = async (): Promise<(Waiting & { key: string })[]> => {
    const { rows } = await worker.query(
      `select job.id || ' ' || job.revision as key, job.id::text, task.identifier as task, job.payload,
         extract(epoch from job.run_at - job.updated_at) * 1000 as "inMs"
       from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id
       where job.payload -> 'ids' ->> 'patientId' = $1 and job.locked_at is null
         and job.attempts < job.max_attempts
       order by job.id`,
      [patientId],
    )
    return rows.map((row) => ({ ...row, inMs: Math.max(0, Math.round(Number(row.inMs))) }))
  }
  const note = async () => {
    const all = await waiting()
    for (const { key, inMs } of all) if (!due.has(key)) due.set(key, at.getTime() + inMs)
    return all.map((job) => ({ ...job, dueAt: due.get(job.key) ?? at.getTime() }))
  }
  const run = async (job: Waiting) => {
    await worker.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'clock' where id = $1`,
      [job.id],
    )
    await tasks[job.task]({ id: job.id, ...job.payload })
    await worker.query('delete from graphile_worker._private_jobs where id = $1', [job.id])
  }
  const until = async (to: Date) => {
    for (;;) {
      const [next] = (await note())
        .filter(({ dueAt }) => dueAt <= to.getTime())
        .sort((a, b) => a.dueAt - b.dueAt)
      if (!next) break
      at = new Date(Math.max(at.getTime(), next.dueAt))
      await run(next)
    }
    at = to
  }
  return {
    sent,
    tasks,
    /** Goes to a moment, running what falls due on the way at the time it falls due, the first first. */
    until,
    /** Goes to a moment and lets something happen then. */
    async event<Result>(to: Date, happen: () => Promise<Result>): Promise<Result> {
      await until(to)
      const result = await happen()
      await note()
      return result
    },
    tasksWaiting: async () => (await waiting()).map(({ task }) => task).sort(),
  }
}
