/** What an export must not lose: a whole demo, and values that break whoever rounds, trims or re-encodes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { checkpointKey, sealBatch, signCheckpoints } from '../../app/access/audit/sealer.ts'
import { trailVerifier } from '../../app/access/audit/trail.ts'
import { exportInto } from '../../app/database/export/export.ts'
import type { Manifest } from '../../app/database/export/format.ts'
import { checkExport, importFrom } from '../../app/database/export/import.ts'
import type { Connection } from '../../app/database/roles.ts'
import type { House } from '../../app/house.ts'
import { arrive } from '../../practice/arrivals.ts'
import { foundDemo } from '../../practice/demo.ts'
import { quiet } from '../app.ts'
import { TEST_SECRET } from '../postgres-server.ts'

export const verifyTrail = trailVerifier(TEST_SECRET)
const CREATED_AT = new Date('2026-01-01T00:00:00Z')

export const checkpointFileOf = ({ dataDir }: House) => path.join(dataDir, 'audit-checkpoints.jsonl')

/** As the superuser, whom no policy binds. */
export async function asSuperuser<Result>(
  server: Connection,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The demo practice, with everybody where they are. Harmless to repeat. */
export async function furnishDemo(house: House): Promise<void> {
  await foundDemo(house, new Date())
  await arrive({ house, log: quiet, signal: new AbortController().signal })
}

/** The demo with its histories, awkward rows, accounts with every way in, jobs that wait, and a sealed chain. */
export async function furnishFully(house: House): Promise<void> {
  await furnishDemo(house)
  await asSuperuser(house.server, async (client) => {
    await client.query(
      `update patient set family_name = $1, place = $2, born_on = '0044-03-15 BC'
       where given_name = 'Sam'`,
      ['O\'Neill "\\N" \\\\x00 \t\r\n\u2028 🙂 é e\u0301', '  spaces, and a null: NULL  '],
    )
    await client.query(
      `update questionnaire_response set authored_at = 'infinity', recorded_at = '1999-12-31 23:59:59.999999+00',
         answers = '{"exact": 12345678901234567890.1234567890, "zero": 1.10, "text": "\\u00e9\\n", "none": null}'
       where questionnaire_response_id = (select questionnaire_response_id from questionnaire_response limit 1)`,
    )
    await client.query(
      `insert into audit_event (practice_id, position, at, actor_id, actor_role, kind, action, patient_ids, outcome, cause)
       overriding system value
       select practice_id, 9007199254740993, '2026-02-03 04:05:06.000001+00', gen_random_uuid(), 'system', 'system',
         'tell-care-team', array[gen_random_uuid(), gen_random_uuid()], 'done', $1 from practice`,
      ['{"braces", \\slash}\n'],
    )
    const { rows } = await client.query<{ id: string }>('select id from login."user" order by email limit 1')
    const userId = rows[0]?.id
    await client.query(
      `insert into login.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
       values (gen_random_uuid(), $1::text, 'credential', $1::uuid, 'salt:hash', now(), now())`,
      [userId],
    )
    await client.query(
      `insert into login.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", method, "idleMinutes", "lastSeenAt")
       values (gen_random_uuid(), 'a-token', $1, now(), now(), now(), 'demo', 30, now())`,
      [userId],
    )
    await client.query(
      `insert into login.tries (key, count, window_ends_at)
       select key, 1, now() from unnest(array['b', 'B', 'é', '-', 'a b', 'ab']) as key`,
    )
  })
  await seal(house)
}

/** Seals what there is, and signs it into the file outside the database. */
export async function seal(house: House): Promise<void> {
  const sealer = house.poolAs('sealer', 1)
  await sealBatch(sealer, '0')
  await signCheckpoints(sealer, checkpointKey(TEST_SECRET), checkpointFileOf(house))
}

/** Every row there is, in PostgreSQL's own words, whatever the export thinks of it. */
export const contents = (server: Connection): Promise<Record<string, string[]>> =>
  asSuperuser(server, async (client) => {
    const { rows: tables } = await client.query<{ name: string; sql: string }>(
      `select table_schema || '.' || table_name as name, format('%I.%I', table_schema, table_name) as sql
       from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema in ('public', 'login')
         and table_name not like 'kysely%' and table_name <> 'session'`,
    )
    await client.query(`set timezone = 'UTC'`)
    const read = async (query: string) => {
      const { rows } = await client.query<{ row: string }>(query)
      return rows.map(({ row }) => row).sort()
    }
    const found: Record<string, string[]> = {}
    for (const { name, sql } of tables) found[name] = await read(`select t::text as row from ${sql} as t`)
    found.jobs = await read(
      `select (task.identifier, job.key, job.payload, job.run_at)::text as row
       from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id`,
    )
    return found
  })

export const isEmpty = (found: Record<string, string[]>) =>
  Object.values(found).every((rows) => rows.length === 0)

/** A name for an export, gone with the test. */
export function newFolder(): string {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'groundwork-export-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return path.join(parent, 'practice')
}

type Change = { verifyTrail?: typeof verifyTrail; signal?: AbortSignal }

export const exportFrom = (house: House, folder: string, change: Change = {}): Promise<Manifest> =>
  exportInto({
    ...{ server: house.server, secret: TEST_SECRET, folder, checkpointFile: checkpointFileOf(house) },
    ...{ groundwork: '0.0.0-test', createdAt: CREATED_AT, verifyTrail, signal: new AbortController().signal },
    ...change,
  })

export async function importInto(
  house: House,
  folder: string,
  change: Change = {},
  checked?: Manifest,
): Promise<void> {
  const manifest = checked ?? (await checkExport(folder, TEST_SECRET))
  await importFrom({
    ...{ server: house.server, folder, manifest, verifyTrail, signal: new AbortController().signal },
    ...change,
  })
}

/** Every file of a folder, by name; none for a folder that is not there. */
export const filesOf = (folder: string): Record<string, string> =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
      )
    : {}
