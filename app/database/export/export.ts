/**
 * Writes everything of this installation into a new folder, as it was at one
 * moment, while the server goes on.
 *
 * One connection, one repeatable-read snapshot. The connection becomes the owner
 * of each table in turn, so that no table needs a superuser to be read.
 */
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { Refusal } from '../../system/errors.ts'
import { isDatabaseAway } from '../away.ts'
import type { Mode } from '../installation.ts'
import type { Connection } from '../roles.ts'
import { become, type ExportTable, listTables, selectAll } from './catalogue.ts'
import { exists, syncFolder, writeLines } from './file.ts'
import {
  CHECKPOINTS_FILE,
  type ExportedTable,
  FORMAT,
  fileOf,
  JOBS_FILE,
  MANIFEST_FILE,
  type Manifest,
  SEAL_FILE,
  SETTINGS,
  sealOf,
  type Trail,
} from './format.ts'

/** A batch is about this long, whatever its rows hold: notes of a megabyte, or audit events of a line. */
const BATCH_CHARACTERS = 1_000_000
const MOST_ROWS = 5_000

/** Walks the audit chain on this connection; `checkpoints` is the file kept outside the database. */
export type VerifyTrail = (sealer: pg.ClientBase, checkpoints: string) => Promise<Trail>

export type ExportOptions = {
  /** The administrator, who may become each of our roles. */
  server: Connection
  secret: string
  /** A new folder in one that exists. Until everything is in it, its name ends in `.part`. */
  folder: string
  /** The audit checkpoints in the data folder; may be missing. */
  checkpointFile: string
  groundwork: string
  createdAt: Date
  verifyTrail: VerifyTrail
  signal: AbortSignal
}

/** @throws Refusal in one sentence; no folder is left then */
export async function exportInto(options: ExportOptions): Promise<Manifest> {
  const { folder, secret, signal } = options
  const part = `${folder}.part`
  await refuseTaken(folder, part)
  await mkdir(part, { mode: 0o700 }).catch((error: unknown) => {
    throw new Refusal(`${part} cannot be made: name a folder that may be written to.`, { cause: error })
  })
  try {
    const manifest = await writeAll(part, options)
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
    await writeWhole(path.join(part, MANIFEST_FILE), text)
    await writeWhole(path.join(part, SEAL_FILE), sealOf(secret, text))
    await syncFolder(part)
    signal.throwIfAborted()
    await rename(part, folder)
    await syncFolder(path.dirname(folder))
    return manifest
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw sentenceFor(error, signal)
  }
}

/** Before anything is opened, so that a slip of the keyboard costs no time. @throws Refusal */
export async function refuseTaken(folder: string, part = `${folder}.part`): Promise<void> {
  if (await exists(folder)) throw new Refusal(`${folder} exists already: name a new folder.`)
  if (await exists(part))
    throw new Refusal(`${part} is there: an export goes on, or one was cut off and can be removed.`)
  await access(path.dirname(folder), constants.W_OK).catch((error: unknown) => {
    throw new Refusal(`${path.dirname(folder)} is no folder that may be written to.`, { cause: error })
  })
}

async function writeAll(part: string, options: ExportOptions): Promise<Manifest> {
  const { server, checkpointFile, groundwork, createdAt, verifyTrail, signal } = options
  // Read before the snapshot: every checkpoint in the file is then in the snapshot as well.
  const checkpoints = await writeLines(part, CHECKPOINTS_FILE, linesOf(checkpointFile))
  const client = new pg.Client({ ...server, application_name: 'groundwork export' })
  client.on('error', () => {}) // a query in flight rejects by itself
  await client.connect()
  try {
    await client.query(`begin transaction isolation level repeatable read, read only; ${SETTINGS}`)
    await become(client, 'owner')
    const mode = await findMode(client)
    const { rows: ran } = await client.query<{ name: string }>(
      'select name from kysely_migration order by name',
    )
    const tables: ExportedTable[] = []
    for (const table of await listTables(client)) {
      await become(client, table.role)
      const file = await writeLines(part, fileOf(table.name), rowsOf(client, table, signal))
      tables.push({ table: table.name, columns: table.columns, ...file })
    }
    await become(client, 'worker')
    const jobs = await writeLines(part, JOBS_FILE, fetchLines(client, JOBS, signal))
    await become(client, 'sealer')
    const trail = await verifyTrail(client, path.join(part, CHECKPOINTS_FILE))
    await client.query('rollback')
    const migrations = ran.map(({ name }) => name)
    return {
      ...{ format: FORMAT, groundwork, createdAt: createdAt.toISOString(), mode },
      ...{ migrations, trail, tables, jobs, checkpoints },
    }
  } finally {
    await client.end()
  }
}

async function findMode(client: pg.ClientBase): Promise<Mode> {
  const { rows } = await client.query<{ mode: Mode }>('select mode from installation')
  if (!rows[0]) throw new Refusal('There is no practice in this database yet, so there is nothing to export.')
  return rows[0].mode
}

// Jobs that failed for good come too: an alert nobody got is still an alert.
const JOBS = `
  select task.identifier as task, job.key, job.payload, job.run_at
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id
  order by task.identifier collate "C", job.key collate "C", job.run_at, job.id`

const rowsOf = (client: pg.ClientBase, table: ExportTable, signal: AbortSignal) =>
  fetchLines(client, selectAll(table), signal)

/** Values stay the text that the server sent: no number, time or JSON is ever read here. */
const AS_SENT = { getTypeParser: () => (text: string) => text }

async function* fetchLines(
  client: pg.ClientBase,
  query: string,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  await client.query(`declare exported no scroll cursor for ${query}`)
  for (let wanted = 100; ; ) {
    signal.throwIfAborted()
    const { rows } = await client.query<Record<string, string | null>>({
      text: `fetch ${wanted} from exported`,
      types: AS_SENT,
    })
    const lines = rows.map((row) => JSON.stringify(row))
    yield lines
    if (lines.length < wanted) break
    const characters = lines.reduce((sum, line) => sum + line.length, 0)
    wanted = Math.min(MOST_ROWS, Math.ceil((wanted * BATCH_CHARACTERS) / characters))
  }
  await client.query('close exported')
}

async function* linesOf(file: string): AsyncGenerator<string[]> {
  if (!(await exists(file))) return
  yield (await readFile(file, 'utf8')).split('\n').filter(Boolean)
}

async function writeWhole(name: string, content: string | Buffer): Promise<void> {
  const handle = await open(name, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function sentenceFor(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted)
    return new Refusal('The export was stopped before it was done: nothing of it is left.', { cause: error })
  if (isDatabaseAway(error))
    return new Refusal('The database went away during the export: nothing of it is left.', { cause: error })
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return new Refusal('The disk is full: nothing of the export is left. Make room or name another disk.', {
      cause: error,
    })
  return error
}
