/**
 * The operating-system account PostgreSQL runs as, and the folders it can reach.
 *
 * PostgreSQL refuses to run as root. An account is looked up and never made,
 * changed or removed: this machine's accounts are not ours.
 */
import { readFileSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../system/errors.ts'

export type Account = { uid: number; gid: number; name: string }

const PREFERRED = ['postgres', 'nobody']

/**
 * The account to change to, or undefined when PostgreSQL can run as ourselves.
 *
 * A folder that holds data already keeps its owner: it may have been made by an
 * ordinary user, or before a `postgres` account was installed here.
 */
export function serverAccount(pgFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = findFolder(pgFolder)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` }

  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of PREFERRED) {
    const [name, , uid, gid] = accounts.find(([name]) => name === wanted) ?? []
    if (name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid), name }
  }
  throw new Refusal(
    'PostgreSQL does not run as root, and there is no account postgres or nobody here: start Groundwork as an ordinary user.',
  )
}

/** Undefined also below something that is no folder; what is wrong with that is said where it is to be used. */
function findFolder(folder: string): Stats | undefined {
  try {
    return statSync(folder)
  } catch {
    return undefined
  }
}

/** The first of the folder and its parents that the account cannot pass, from the root down. */
export function firstClosedFolder(folder: string, account: Account): string | undefined {
  const folders = [folder]
  for (let parent = path.dirname(folder); parent !== folders[0]; parent = path.dirname(parent))
    folders.unshift(parent)
  return folders.find((each) => !mayPass(statSync(each), account))
}

/** Whether the mode bits let the account through. Its other groups do not count: they are dropped at the change. */
export function mayPass(
  { uid, gid, mode }: Pick<Stats, 'uid' | 'gid' | 'mode'>,
  account: Pick<Account, 'uid' | 'gid'>,
): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
