/** The data folder: where it is, whether it can be used, and the lock that keeps a second start out. */
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { codeOf, Refusal } from '../../system/errors.ts'
import { type Account, firstClosedFolder, serverAccount } from './account.ts'

export type Say = (event: { message: string }) => void

/** A data folder that may be used, held by this process until `unlock`. */
export type DataFolder = {
  path: string
  /** PostgreSQL's own folder inside it. */
  pg: string
  account: Account | undefined
  unlock: () => Promise<void>
}

/** An empty database and its write-ahead log take about 60 MB; below this a first start or a busy hour would not fit. */
const NEEDED_MEGABYTES = 200

type DefaultDataDir = { say: Say; env?: NodeJS.ProcessEnv; repo?: string; systemFolder?: string }

/**
 * DATA_DIR, or `.data` in the clone.
 *
 * Root's clone often lies in a home that is closed to every other account, and
 * PostgreSQL runs as another account. Then the data get a folder of their own
 * under /var/lib/groundwork, one per clone, and `say` tells where.
 */
export function defaultDataDir({
  say,
  env = process.env,
  repo = repoRoot(),
  systemFolder = '/var/lib/groundwork',
}: DefaultDataDir): string {
  if (env.DATA_DIR) return path.resolve(repo, env.DATA_DIR)
  const inClone = path.join(repo, '.data')
  const account = serverAccount(path.join(inClone, 'pg'))
  // Data that are there already are never left behind for an empty database elsewhere.
  if (!account || existsSync(path.join(inClone, 'pg'))) return inClone

  const real = realpathSync(repo)
  const fingerprint = createHash('sha256').update(real).digest('hex').slice(0, 12)
  const elsewhere = path.join(systemFolder, `${path.basename(real)}-${fingerprint}`)
  const closed = firstClosedFolder(existsSync(inClone) ? realpathSync(inClone) : real, account)
  if (!closed && !existsSync(path.join(elsewhere, 'pg'))) return inClone

  say({
    message: closed
      ? `PostgreSQL runs as ${account.name} and cannot pass ${closed}: the data are in ${elsewhere}.`
      : `The data are in ${elsewhere}.`,
  })
  return elsewhere
}

/** The folder of package.json, from the source tree and from the built server alike. */
function repoRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder))
    folder = path.dirname(folder)
  return folder
}

/**
 * Makes the folder when it is missing, checks it and locks it.
 * @throws Refusal when it cannot be passed, written or locked, or its disk is nearly full
 */
export async function openFolder(dataDir: string): Promise<DataFolder> {
  const wanted = path.resolve(dataDir)
  const account = serverAccount(path.join(wanted, 'pg'))
  const folder = makeUsable(wanted, account)
  refuseForeignFiles(folder)
  const closed = account && firstClosedFolder(folder, account)
  if (closed) {
    const mode = (statSync(closed).mode & 0o777).toString(8)
    throw new Refusal(
      `PostgreSQL runs as ${account.name} and cannot pass ${closed} (mode ${mode}): open that folder to it or set DATA_DIR to another one, such as /var/lib/groundwork.`,
    )
  }
  const unlock = await lockFolder(folder)
  try {
    refuseFullDisk(folder, freeBytes(folder))
  } catch (error) {
    await unlock()
    throw error
  }
  return { path: folder, pg: path.join(folder, 'pg'), account, unlock }
}

/**
 * Makes the data folder where it is missing, and a file in it for a moment: what the rights say is not all there is.
 *
 * @param account whom PostgreSQL runs as, when it runs in this folder
 * @returns its real path
 * @throws Refusal when it cannot be made, entered or written
 */
export function makeUsable(folder: string, account?: Account): string {
  try {
    makeFolder(folder, account)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const tried = path.join(folder, `.writable-${process.pid}`)
    writeFileSync(tried, '')
    rmSync(tried)
    return realpathSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') refuseFullDisk(folder, 0)
    throw new Refusal(
      `The data folder ${folder} cannot be used by this account (${codeOf(error)}): make it writable or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

/** Bytes left on the folder's disk for accounts other than root. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** @throws Refusal when too little is left to start safely */
export function refuseFullDisk(folder: string, free: number): void {
  const megabytes = Math.floor(free / 2 ** 20)
  if (megabytes >= NEEDED_MEGABYTES) return
  throw new Refusal(
    `The disk that holds ${folder} is full: ${megabytes} MB are free and Groundwork needs ${NEEDED_MEGABYTES} MB; make room and start again.`,
  )
}

/** Files of an earlier start by another account, which neither we nor PostgreSQL could read. */
function refuseForeignFiles(folder: string): void {
  for (const name of ['pg', 'superuser-password', 'postgres.log']) {
    const file = path.join(folder, name)
    try {
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    } catch (error) {
      throw new Refusal(
        `${file} belongs to another account: start Groundwork as the account that made it, or set DATA_DIR to another folder.`,
        { cause: error },
      )
    }
  }
}

/**
 * Level by level: where a file system makes no folders, as /proc, Node's own way of making them all never returns.
 * New folders get their mode outright: under a strict umask PostgreSQL's account could not pass them.
 */
function makeFolder(folder: string, account: Account | undefined): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder), account)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && existsSync(folder)) return // another start made it in between
    throw error
  }
  chmodSync(folder, account ? 0o711 : 0o700)
}

/**
 * Held by the kernel until this process is gone, however it goes, so nothing
 * stale can be left behind. It names the folder itself and not its path, which
 * a link could disguise. Two containers with separate networks do not see each
 * other's lock: never mount one data folder into both.
 */
async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const { dev, ino } = statSync(folder)
  const lock = net.createServer()
  await new Promise<void>((resolve, reject) => {
    lock.once('error', (error) =>
      reject(new Refusal(`Groundwork is already running on ${folder}: stop it first.`, { cause: error })),
    )
    lock.listen(`\0groundwork:${dev}:${ino}`, resolve)
  })
  lock.unref()
  return () => new Promise((resolve) => lock.close(() => resolve()))
}
