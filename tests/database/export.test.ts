import { mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readCheckpoints } from '../../app/access/audit/checkpoints.ts'
import { checkpointKey } from '../../app/access/audit/sealer.ts'
import { verifyAudit } from '../../app/access/audit/verify.ts'
import { keepCheckpoints } from '../../app/database/export/import.ts'
import { bringJobsForward, type Job, startWorker, TASKS } from '../../app/database/jobs.ts'
import { connectionFromUrl } from '../../app/database/url.ts'
import type { House } from '../../app/house.ts'
import { Refusal } from '../../app/system/errors.ts'
import { quiet } from '../app.ts'
import { openInstallation, openInstallationAt } from '../installation.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import {
  asSuperuser,
  checkpointFileOf,
  contents,
  exportFrom,
  filesOf,
  furnishFully,
  importInto,
  newFolder,
  seal,
  verifyTrail,
} from './export-scene.ts'

const A_YEAR_MS = 366 * 24 * 3_600_000
let source: House
beforeAll(async () => {
  source = await openInstallation()
  await furnishFully(source)
})
afterAll(() => source.close())

/** An empty installation, closed after the test. */
async function target(opened = openInstallation()): Promise<House> {
  const house = await opened
  onTestFinished(() => house.close())
  return house
}

/** Everything but when it was made, and the seal over that. */
function comparable(folder: string) {
  const { 'manifest.seal': _, ...files } = filesOf(folder)
  return { ...files, 'manifest.json': files['manifest.json']?.replace(/"createdAt": ".*"/, '') }
}

describe('an export', () => {
  test('read into an empty database is the same there, row for row, and exports the same again', async () => {
    const house = await target()
    const [first, second] = [newFolder(), newFolder()]
    const manifest = await exportFrom(source, first)
    await importInto(house, first)
    expect(await contents(house.server)).toEqual(await contents(source.server))
    await keepCheckpoints(first, checkpointFileOf(house))
    await exportFrom(house, second)
    expect(comparable(second)).toEqual(comparable(first))
    // The scene holds what it is about: no table of ours that could go wrong was empty.
    const counts = Object.fromEntries(manifest.tables.map(({ table, rows }) => [table, rows]))
    expect(counts).toMatchObject({ 'public.patient': 28, 'login.tries': 6, 'login.account': 1 })
    expect(manifest.jobs.rows).toBeGreaterThan(3)
    expect(manifest.trail).toMatchObject({ links: counts['public.audit_event'], unsealed: 0, troubles: 0 })
  })

  test('goes on living: the chain grows, the jobs are done, nobody is signed in', async () => {
    const house = await target()
    const folder = newFolder()
    const manifest = await exportFrom(source, folder)
    await importInto(house, folder)
    await keepCheckpoints(folder, checkpointFileOf(house))

    const { practiceId, position } = await asSuperuser(house.server, async (client) => {
      const { rows } = await client.query<{ practiceId: string; position: string }>(
        `insert into audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome)
         select practice_id, gen_random_uuid(), 'admin', 'practice', 'read-protocol', '{}', 'done' from practice
         returning practice_id as "practiceId", position`,
      )
      return rows[0] ?? { practiceId: '', position: '' }
    })
    expect(position).toBe('9007199254740994')
    await seal(house)
    const { checkpoints } = readCheckpoints(checkpointFileOf(house))
    expect(checkpoints).toHaveLength(2)
    expect(
      await verifyAudit(house.poolAs('sealer', 1), checkpointKey(TEST_SECRET), checkpoints),
    ).toMatchObject({
      links: manifest.trail.links + 1,
      unsealed: 0,
      troubles: [],
    })

    const done: Job[] = []
    // Those that wait for an hour as well.
    await bringJobsForward(house.poolAs('worker', 1), A_YEAR_MS)
    const worker = startWorker(
      house.connectionAs('worker'),
      Object.fromEntries(TASKS.map((task) => [task, async (job: Job) => void done.push(job)])),
      quiet,
    )
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(manifest.jobs.rows)
    await worker.stop()
    expect(done.every((job) => job.practiceId === practiceId && job.ids.patientId)).toBe(true)
    const { rows: sessions } = await asSuperuser(house.server, (client) =>
      client.query('select from login.session'),
    )
    expect(sessions).toEqual([])
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const busy = await target()
    await furnishFully(busy)
    const before = await contents(busy.server)
    const folder = newFolder()
    await asSuperuser(busy.server, async (client) => {
      // The export stands still before this table; what is written then is too late for all others too.
      await client.query('begin; lock table finding in access exclusive mode')
      const exporting = exportFrom(busy, folder)
      await expect
        .poll(
          async () => {
            const { rowCount } = await client.query(
              `select from pg_locks where not granted and relation = 'finding'::regclass`,
            )
            return rowCount
          },
          { timeout: 10_000 },
        )
        .toBe(1)
      await asSuperuser(busy.server, async (writer) => {
        await writer.query(
          `insert into related_person select practice_id, gen_random_uuid(), patient_id, 'Too late', 'friend'
           from patient limit 1;
           insert into questionnaire_response_seen
             select practice_id, questionnaire_response_id, patient_id, gen_random_uuid(), 'Too late', now()
             from questionnaire_response;
           update patient set place = 'Too late';
           select set_config('app.practice_id', practice_id::text, false) from practice;
           select jobs.enqueue('tell-care-team', 'too late', '{}')`,
        )
      })
      await client.query('rollback')
      await exporting
    })
    const house = await target()
    await importInto(house, folder)
    expect(await contents(house.server)).toEqual(before)
    expect(await contents(busy.server)).not.toEqual(before)
  })
})

describe('the folder', () => {
  test('is for this account alone, and never one that is there', async () => {
    const folder = newFolder()
    await exportFrom(source, folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const modes = Object.keys(filesOf(folder)).map((name) => statSync(path.join(folder, name)).mode & 0o777)
    expect(new Set(modes)).toEqual(new Set([0o600]))

    const before = filesOf(folder)
    await expect(exportFrom(source, folder)).rejects.toThrow('exists already')
    expect(filesOf(folder)).toEqual(before)
    await expect(exportFrom(source, path.join(folder, 'no', 'such'))).rejects.toThrow('no folder that may be')
    const other = newFolder()
    mkdirSync(`${other}.part`)
    await expect(exportFrom(source, other)).rejects.toThrow('an export goes on, or one was cut off')
  })

  test.each(['a signal', 'the database going away'])('is not there at all after %s', async (what) => {
    const folder = newFolder()
    const stopping = new AbortController()
    const interrupted = exportFrom(source, folder, {
      signal: stopping.signal,
      verifyTrail: async (client, checkpoints) => {
        if (what === 'a signal') stopping.abort()
        else await cut(source, client)
        return verifyTrail(client, checkpoints)
      },
    })
    await expect(interrupted).rejects.toThrow(/during|stopped before .* nothing of it is left/)
    await expect(interrupted).rejects.toThrow(Refusal)
    expect(readdirSync(path.dirname(folder))).toEqual([])
  })

  test('does not come about when a policy would hide rows from the export', async () => {
    const house = await target()
    await furnishFully(house)
    await asSuperuser(house.server, (client) =>
      client.query(
        `create table hidden (id uuid primary key); alter table hidden owner to groundwork_owner;
         alter table hidden enable row level security; alter table hidden force row level security;
         create policy upkeep on hidden to groundwork_owner using (id is null)`,
      ),
    )
    const folder = newFolder()
    await expect(exportFrom(house, folder)).rejects.toThrow('no policy that shows its owner every row')
    expect(readdirSync(path.dirname(folder))).toEqual([])
  })

  test('is not written for a database without a practice', async () => {
    await expect(exportFrom(await target(), newFolder())).rejects.toThrow('nothing to export')
  })
})

/** Ends the connection from the server's side, as a killed server or a lost network would. */
async function cut({ server }: House, client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await asSuperuser(server, (other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid]))
}

const url15 = process.env.TEST_DATABASE_URL_15
test.skipIf(url15 === undefined && process.env.CI !== 'true')(
  'goes to PostgreSQL 15 and back, and not a byte of it differs',
  async () => {
    if (url15 === undefined) throw new Error('TEST_DATABASE_URL_15 is not set, and CI leaves nothing out')
    const [out, there, back] = [newFolder(), newFolder(), newFolder()]
    await exportFrom(source, out)

    const fifteen = await target(openInstallationAt(connectionFromUrl(url15)))
    await importInto(fifteen, out)
    await keepCheckpoints(out, checkpointFileOf(fifteen))
    expect(await contents(fifteen.server)).toEqual(await contents(source.server))
    await exportFrom(fifteen, there)
    expect(comparable(there)).toEqual(comparable(out))

    const home = await target()
    await importInto(home, there)
    await keepCheckpoints(there, checkpointFileOf(home))
    await exportFrom(home, back)
    expect(comparable(back)).toEqual(comparable(out))
  },
)
