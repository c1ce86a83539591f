/**
 * An export on disk: one JSON Lines file per table, a manifest that counts and
 * hashes them, and the manifest's seal.
 *
 * Every value is the text PostgreSQL itself writes, or null, so nothing is
 * rounded and no program of ours is needed to read it.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '../../system/errors.ts'
import type { Mode } from '../installation.ts'

export const FORMAT = 1
export const MANIFEST_FILE = 'manifest.json'
export const SEAL_FILE = 'manifest.seal'
export const JOBS_FILE = 'jobs.jsonl'
/** The checkpoints kept outside the database come along, so that they stay outside the next one too. */
export const CHECKPOINTS_FILE = 'audit-checkpoints.jsonl'

export type Column = { name: string; type: string }
export type ExportedFile = { file: string; rows: number; bytes: number; sha256: string }
export type ExportedTable = ExportedFile & { table: string; columns: Column[] }
/** What a walk along the audit chain saw. */
export type Trail = { links: number; unsealed: number; troubles: number }

export type Manifest = {
  format: typeof FORMAT
  /** The version of Groundwork that wrote it. */
  groundwork: string
  createdAt: string
  mode: Mode
  migrations: string[]
  trail: Trail
  tables: ExportedTable[]
  jobs: ExportedFile
  checkpoints: ExportedFile
}

/** How values become text, and no limit on how long it takes. The same for writing and for reading. */
export const SETTINGS = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local search_path = pg_catalog, public;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

export const fileOf = (table: string) => `${table}.jsonl`

const key = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))

/** Tells two secrets apart, and nothing about either. */
const fingerprint = (secret: string) => key(secret, 'export fingerprint').toString('hex').slice(0, 16)

const macOf = (secret: string, manifest: Buffer) =>
  createHmac('sha256', key(secret, 'export manifest')).update(manifest).digest('hex')

export const sealOf = (secret: string, manifest: Buffer) =>
  `${fingerprint(secret)} ${macOf(secret, manifest)}\n`

/** @throws Refusal when the folder is no export, not ours, not finished, or its manifest was changed */
export async function readManifest(folder: string, secret: string): Promise<Manifest> {
  const read = (file: string) =>
    readFile(path.join(folder, file)).catch((error: unknown) => {
      throw new Refusal(`${folder} is no finished export: ${file} cannot be read.`, { cause: error })
    })
  const manifest = await read(MANIFEST_FILE)
  const [made = '', mac = ''] = (await read(SEAL_FILE)).toString('utf8').trim().split(' ')
  if (made !== fingerprint(secret))
    throw new Refusal(
      'This export was made under another secret: set GROUNDWORK_SECRET to the one of the installation it came from (the demo keeps its own in the file "secret" of its data folder).',
    )
  const wanted = Buffer.from(macOf(secret, manifest))
  const given = Buffer.from(mac)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Refusal(`${MANIFEST_FILE} was changed after the export: take another copy of it.`)
  const { format, groundwork, ...rest }: Manifest = JSON.parse(manifest.toString('utf8')) // ours: the seal says so
  if (format !== FORMAT)
    throw new Refusal(
      `This export is of format ${format}, made by Groundwork ${groundwork}: import it with that version.`,
    )
  return { format, groundwork, ...rest }
}
