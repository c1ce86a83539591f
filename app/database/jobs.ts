/**
 * Jobs: graphile-worker, and what it leaves to us.
 *
 * Its tables refuse the app role, so a record adds a job through one function,
 * in its own transaction: rolled back means no job. A job that was running when
 * its worker was killed is freed within seconds instead of four hours. Jobs run
 * at least once: an effect carries a key of its own.
 */
import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { fieldsOf, type Log } from '../system/log.ts'
import { openPool } from './connection.ts'
import { type Connection, roleName } from './roles.ts'

/** Every task there is. The database refuses any other name. */
export const TASKS = [
  'tell-care-team',
  'tell-person',
  'follow-session',
  'follow-next-day',
  'escalate-alert',
] as const
export type TaskName = (typeof TASKS)[number]

export type Job = { id: string; practiceId: string; ids: Readonly<Record<string, string>> }
export type Tasks = Record<TaskName, (job: Job) => Promise<void>>

const SWEEP_MS = 3_000
/** A lock this young may belong to a worker that is still taking its advisory lock. */
const YOUNG_LOCK = '3 seconds'
const silent = new Logger(() => () => {})

/** Makes the worker's own tables and the one door to them. Harmless to repeat. */
export async function prepareJobs(worker: Connection): Promise<void> {
  const pool = openPool(worker, 2)
  try {
    await runMigrations({ pgPool: pool, logger: silent })
    await pool.query(ENQUEUE)
  } finally {
    await pool.end()
  }
}

const ENQUEUE = `
  create or replace function jobs.enqueue(task text, key text, ids jsonb, run_at timestamptz default null)
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    practice uuid := nullif(current_setting('app.practice_id', true), '')::uuid;
  begin
    if practice is null then raise exception 'a job belongs to a practice'; end if;
    if task <> all (array[${TASKS.map((task) => `'${task}'`).join(', ')}]) then
      raise exception 'no such task: %', task;
    end if;
    if exists (select from jsonb_each_text(ids) where value !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') then
      raise exception 'a job carries ids and nothing else';
    end if;
    perform graphile_worker.add_job(task,
      payload := jsonb_build_object('practiceId', practice, 'ids', ids)::json,
      run_at := run_at, job_key := practice || ' ' || task || ' ' || key,
      -- A mail server that does not answer holds up mails, and not who looks at the clock.
      priority := case when task like 'tell-%' then 0 else -1 end);
  end $$;
  revoke all on function jobs.enqueue from public;
  grant usage on schema jobs to ${roleName('app')};
  grant execute on function jobs.enqueue to ${roleName('app')};
`

/**
 * The demo's clock went forward: what waits for a later hour comes sooner by as much.
 *
 * @param pool as the worker
 */
export async function bringJobsForward(pool: pg.Pool, ms: number): Promise<void> {
  // `_private_jobs` is graphile-worker's own table: looked at again when its pinned version changes.
  await pool.query(
    `update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => $1)
     where locked_at is null and run_at > now()`,
    [ms / 1000],
  )
}

/**
 * Runs jobs until stopped, and begins again whenever the database went away.
 *
 * @param tasks what it can do; a job for anything else waits for a worker that can
 */
export function startWorker(worker: Connection, tasks: Partial<Tasks>, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const stopped = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await workUntilLost(worker, tasks, log, stopping.signal)
      } catch (error) {
        log.warn('the worker lost the database and begins again', fieldsOf(error))
      }
      if (!stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await stopped
    },
  }
}

/**
 * One life of a worker: a session that holds an advisory lock under the pool's id for as long as it
 * lives, the runner, and the sweep that frees the jobs of those whose lock is gone.
 */
async function workUntilLost(
  worker: Connection,
  tasks: Partial<Tasks>,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const pool = openPool(worker, 4)
  const session = new pg.Client({ ...worker, application_name: 'groundwork worker' })
  let runner: Runner | undefined
  let sweep: NodeJS.Timeout | undefined
  try {
    const over = new Promise<void>((resolve) => {
      session.once('end', resolve)
      session.on('error', () => resolve())
      stop.addEventListener('abort', () => resolve(), { once: true })
    })
    await session.connect()
    const own = new Set<string>()
    const locked: Promise<unknown>[] = []
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => {
      own.add(workerPool.id)
      locked.push(session.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id]))
    })
    await freeJobsOfTheDead(session, own, log)
    runner = await run({
      pgPool: pool,
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      // Unless batched, the end of a job is noted by a promise nobody awaits: with the database away its
      // rejection would end the whole server.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: silent,
      events,
      taskList: taskList(tasks, log),
    })
    await Promise.all(locked)
    sweep = setInterval(() => freeJobsOfTheDead(session, own, log).catch(() => {}), SWEEP_MS)
    await Promise.race([over, runner.promise])
  } finally {
    clearInterval(sweep)
    // With the database gone there is nobody to say goodbye to, so this may not wait for an answer.
    await Promise.race([
      Promise.allSettled([runner?.stop(), session.end()]).then(() => pool.end()),
      new Promise((resolve) => setTimeout(resolve, 10_000).unref()),
    ])
  }
}

function taskList(tasks: Partial<Tasks>, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([task, act]) => [
      task,
      async (payload, { job }) => {
        const { practiceId, ids } = payload as Omit<Job, 'id'> // written by jobs.enqueue alone
        try {
          await act({ id: job.id, practiceId, ids })
        } catch (error) {
          log.error('a job did not end well and will be tried again', {
            task,
            job: job.id,
            ...fieldsOf(error),
          })
          throw new Error(task) // its message is stored with the job: no values
        }
      },
    ]),
  )
}

async function freeJobsOfTheDead(session: pg.Client, own: ReadonlySet<string>, log: Log): Promise<void> {
  // `_private_jobs` is graphile-worker's own table: looked at again when its pinned version changes.
  const { rows } = await session.query<{ holder: string }>(
    `select distinct locked_by as holder from graphile_worker._private_jobs
     where locked_at < now() - interval '${YOUNG_LOCK}'`,
  )
  const dead: string[] = []
  for (const { holder } of rows) {
    if (own.has(holder)) continue
    const lock = await session.query<{ free: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
      [holder],
    )
    if (!lock.rows[0]?.free) continue
    dead.push(holder)
    await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [holder])
  }
  if (dead.length === 0) return
  await session.query('select graphile_worker.force_unlock_workers($1)', [dead])
  log.warn('freed the jobs of a worker that is gone', { count: dead.length })
}
