/**
 * Reads an export into an empty database: everything in one transaction, or
 * nothing. Roles, tables and functions are there already; only rows come in.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { Refusal } from '../../system/errors.ts'
import { isDatabaseAway } from '../away.ts'
import { MIGRATION_NAMES } from '../migrate.ts'
import type { Connection } from '../roles.ts'
import { become, type ExportTable, listTables, quoted } from './catalogue.ts'
import type { VerifyTrail } from './export.ts'
import { checkFile, exists, readLines } from './file.ts'
import {
  CHECKPOINTS_FILE,
  type ExportedFile,
  type ExportedTable,
  type Manifest,
  readManifest,
  SETTINGS,
} from './format.ts'

/**
 * Reads every byte of the export before anything else is opened.
 * @throws Refusal when one is missing or differs, or another version of the tables is meant
 */
export async function checkExport(folder: string, secret: string): Promise<Manifest> {
  const manifest = await readManifest(folder, secret)
  const { migrations, groundwork } = manifest
  if (!isDeepStrictEqual(migrations, MIGRATION_NAMES)) {
    const isNewer = migrations.some((name) => !MIGRATION_NAMES.includes(name))
    const where = isNewer ? 'a newer Groundwork' : 'an older Groundwork'
    throw new Refusal(`This export was made by ${where} (${groundwork}): import it with that version.`)
  }
  for (const file of [...manifest.tables, manifest.jobs, manifest.checkpoints]) await checkFile(folder, file)
  return manifest
}

export type ImportOptions = {
  /** The administrator, who may become each of our roles. Tables are there and empty. */
  server: Connection
  folder: string
  /** As `checkExport` returned it. */
  manifest: Manifest
  verifyTrail: VerifyTrail
  signal: AbortSignal
}

/** @throws Refusal in one sentence; nothing was stored then */
export async function importFrom({
  server,
  folder,
  manifest,
  verifyTrail,
  signal,
}: ImportOptions): Promise<void> {
  const client = new pg.Client({ ...server, application_name: 'groundwork import' })
  client.on('error', () => {}) // a query in flight rejects by itself
  await client.connect()
  try {
    await client.query(`begin; ${SETTINGS}; set local lock_timeout = '5s'`)
    const pairs = pairUp(await listTables(client), manifest)
    for (const { table } of pairs) await refuseFilled(client, table)
    await refuseWaitingJobs(client)
    for (const { table, exported } of pairs) {
      await become(client, table.role)
      await fill(client, insertInto(table), folder, exported, signal)
      await continueSequences(client, table)
      await client.query(`analyze ${table.sql}`)
      await demandCount(client, table.sql, exported)
    }
    await become(client, 'worker')
    await fill(client, ADD_JOBS, folder, manifest.jobs, signal)
    await demandCount(client, 'graphile_worker._private_jobs', manifest.jobs)
    await become(client, 'sealer')
    const trail = await verifyTrail(client, path.join(folder, CHECKPOINTS_FILE))
    if (!isDeepStrictEqual(trail, manifest.trail))
      throw new Refusal('The audit chain does not read as it did when it was exported: nothing was stored.')
    signal.throwIfAborted()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {}) // the connection may be gone; the cause matters more
    throw sentenceFor(error, signal)
  } finally {
    await client.end()
  }
}

type Pair = { table: ExportTable; exported: ExportedTable }

function pairUp(tables: ExportTable[], { tables: exportedTables, groundwork }: Manifest): Pair[] {
  const differs = (name: string) =>
    new Refusal(
      `The table ${name} is not the same here as in the export, made by Groundwork ${groundwork}: import it with that version.`,
    )
  const missing = exportedTables.find((exported) => !tables.some(({ name }) => name === exported.table))
  if (missing) throw differs(missing.table)
  return tables.map((table) => {
    const exported = exportedTables.find((each) => each.table === table.name)
    if (!exported || !isDeepStrictEqual(exported.columns, table.columns)) throw differs(table.name)
    return { table, exported }
  })
}

async function refuseFilled(client: pg.ClientBase, { sql, role }: ExportTable): Promise<void> {
  await become(client, role)
  // Nobody may found a practice here while we write.
  await client.query(`lock table ${sql} in exclusive mode`)
  const { rowCount } = await client.query(`select from ${sql} limit 1`)
  if (rowCount !== 0) throw filled()
}

async function refuseWaitingJobs(client: pg.ClientBase): Promise<void> {
  await become(client, 'worker')
  const { rowCount } = await client.query('select from graphile_worker._private_jobs limit 1')
  if (rowCount !== 0) throw filled()
}

const filled = () =>
  new Refusal('This database already holds an installation. Import into an empty one; nothing was touched.')

/** The server itself reads the lines, each value by its type's own input function. */
function insertInto({ sql, columns }: ExportTable): string {
  const values = columns.map(({ name, type }) => `(line ->> ${pg.escapeLiteral(name)})::${type}`)
  return `insert into ${sql} (${columns.map(({ name }) => quoted(name)).join(', ')}) overriding system value
    select ${values.join(', ')} from jsonb_array_elements($1::jsonb) as line`
}

const ADD_JOBS = `
  select graphile_worker.add_job(line ->> 'task', payload := (line ->> 'payload')::json,
    run_at := (line ->> 'run_at')::timestamptz, job_key := line ->> 'key')
  from jsonb_array_elements($1::jsonb) as line`

async function fill(
  client: pg.ClientBase,
  statement: string,
  folder: string,
  file: ExportedFile,
  signal: AbortSignal,
): Promise<void> {
  for await (const lines of readLines(folder, file)) {
    signal.throwIfAborted()
    await client.query(statement, [`[${lines.replaceAll('\n', ',')}]`])
  }
}

/** The next number given out is one that no row has. */
async function continueSequences(client: pg.ClientBase, { sql }: ExportTable): Promise<void> {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select attname as column, pg_get_serial_sequence($1, attname) as sequence from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and pg_get_serial_sequence($1, attname) is not null`,
    [sql],
  )
  for (const { column, sequence } of rows) {
    const highest = `max(${quoted(column)})`
    await client.query(`select setval($1, ${highest}) from ${sql} having ${highest} is not null`, [sequence])
  }
}

async function demandCount(client: pg.ClientBase, sql: string, { file, rows: wanted }: ExportedFile) {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${sql}`)
  if (rows[0]?.count !== String(wanted))
    throw new Refusal(`${file} has ${wanted} rows and ${rows[0]?.count} arrived: nothing was stored.`)
}

/**
 * Checkpoints of the export go to the file outside the database, where there is
 * none of them yet. Returns how many were there that the export does not know.
 */
export async function keepCheckpoints(folder: string, checkpointFile: string): Promise<number> {
  const linesOf = async (file: string) =>
    (await exists(file)) ? (await readFile(file, 'utf8')).split('\n').filter(Boolean) : []
  const exported = await linesOf(path.join(folder, CHECKPOINTS_FILE))
  const kept = await linesOf(checkpointFile)
  const added = exported.filter((line) => !kept.includes(line)).map((line) => `${line}\n`)
  await mkdir(path.dirname(checkpointFile), { recursive: true })
  if (added.length > 0) await appendFile(checkpointFile, added.join(''), { mode: 0o600 })
  return kept.filter((line) => !exported.includes(line)).length
}

function sentenceFor(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Refusal) return error
  const refuse = (sentence: string) => new Refusal(`${sentence}: nothing was stored.`, { cause: error })
  if (signal.aborted) return refuse('The import was stopped before it was done')
  if (isDatabaseAway(error)) return refuse('The database went away during the import')
  if (!(error instanceof pg.DatabaseError)) return error
  return error.code === '55P03'
    ? refuse('Somebody else works in this database')
    : refuse(`The database did not take the export (SQLSTATE ${error.code})`)
}
