/** PostgreSQL's folder: made once, whole or not at all, and never touched when it is not what we expect. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '../../system/errors.ts'
import { type Binaries, MAJOR_VERSION } from './binaries.ts'
import type { DataFolder, Say } from './folder.ts'
import { stopLeftovers } from './processes.ts'

export const SUPERUSER = 'postgres'

/** What PostgreSQL may know of our environment: none of our secrets. */
export const SERVER_ENV = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }

const passwordFileOf = ({ path: home }: DataFolder) => path.join(home, 'superuser-password')

/**
 * Looks at the folder and touches nothing.
 * @returns the superuser's password, or undefined when there is no database yet
 * @throws Refusal when the folder holds something else, or another version's database
 */
export function findCluster(folder: DataFolder): string | undefined {
  const version = readIfThere(path.join(folder.pg, 'PG_VERSION'))
  if (version === undefined) {
    if (!existsSync(folder.pg) || readdirSync(folder.pg).length === 0) return undefined
    throw new Refusal(`${folder.pg} is not a PostgreSQL data folder: move it away or set DATA_DIR.`)
  }
  if (version !== MAJOR_VERSION)
    throw new Refusal(
      `${folder.pg} was made by PostgreSQL ${version} and this Groundwork brings ${MAJOR_VERSION}: start the Groundwork that made it, export there and import here.`,
    )
  const password = readIfThere(passwordFileOf(folder))
  if (!password)
    throw new Refusal(`${passwordFileOf(folder)} is missing: bring it back from a backup of the data folder.`)
  return password
}

/** Makes an empty database. @returns the superuser's password */
export async function makeCluster(folder: DataFolder, binaries: Binaries, say: Say): Promise<string> {
  say({ message: `Making a new database in ${folder.pg}.` })
  const password = randomBytes(24).toString('base64url')
  writeSecret(passwordFileOf(folder), password) // before the database, so there is never one that nobody can enter
  await initialise(folder, binaries, password, say)
  return password
}

async function initialise(
  { path: home, pg, account }: DataFolder,
  { initdb }: Binaries,
  password: string,
  say: Say,
) {
  for (const left of readdirSync(home).filter((name) => name.startsWith('pg.new-'))) {
    await stopLeftovers(path.join(home, left), say)
    rmSync(path.join(home, left), { recursive: true, force: true, maxRetries: 3 })
  }
  const fresh = mkdtempSync(path.join(home, 'pg.new-'))
  const passwordFile = `${fresh}.password` // initdb cannot read it from our pipe, which is a socket
  try {
    writeSecret(passwordFile, password)
    if (account) for (const each of [fresh, passwordFile]) chownSync(each, account.uid, account.gid)
    const options = [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8: the order of words then survives an update of the system's C library.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]
    await promisify(execFile)(initdb, options, { ...runAs(account), env: SERVER_ENV, cwd: '/' })
    renameSync(fresh, pg) // all or nothing
    syncFolder(home)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true, maxRetries: 3 })
    throw new Refusal(`PostgreSQL could not make its data folder in ${home}: ${reasonOf(error)}.`, {
      cause: error,
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

export const runAs = (account: DataFolder['account']) =>
  account ? { uid: account.uid, gid: account.gid } : {}

/** initdb's own words, without what follows the first sentence. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  const reason = said.split('\n').find((line) => /error|FATAL|could not|cannot/.test(line))
  return (reason ?? (error instanceof Error ? error.message : String(error)))
    .replace(/^.*?(error|FATAL): +/, '')
    .trim()
}

/** On the disk before it returns: what comes next cannot be entered without it. */
function writeSecret(file: string, secret: string): void {
  rmSync(file, { force: true })
  const handle = openSync(file, 'wx', 0o600)
  writeFileSync(handle, `${secret}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
