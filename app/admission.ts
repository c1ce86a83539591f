/** Whether a start may have the database it was given: judged before anything in it is altered. */
import type pg from 'pg'
import { areSecretsOf } from './access/secret-proof.ts'
import { type Mode, refuseOtherMode } from './database/installation.ts'
import { type Connection, connectionAs } from './database/roles.ts'
import { letsIn, readStanding } from './database/standing.ts'
import { Refusal } from './system/errors.ts'

export type Start = {
  server: Connection
  mode: Mode
  secret: string
  /** Where the secret came from, as the start of a sentence. */
  from: string
  /** Given when the secret is being changed: it may be this one still. */
  formerSecret: string | undefined
}

/**
 * A demo and a practice never meet, and nobody is let in with another secret: the roles would get other passwords,
 * which locks out a house that is running, and what patients told could not be opened.
 *
 * @throws Refusal in one sentence that says what to do
 */
export async function refuseOtherInstallation(administrator: pg.ClientBase, start: Start): Promise<void> {
  const standing = await readStanding(administrator)
  refuseOtherMode(standing.mode, start.mode)
  const secrets = start.formerSecret === undefined ? [start.secret] : [start.secret, start.formerSecret]
  const openRoles = async () => {
    if (!standing.hasRoles) return true
    for (const secret of secrets) if (await letsIn(connectionAs(start.server, secret, 'owner'))) return true
    return false
  }
  // Before anything was told or sealed, the roles alone can say it; before a founding, there is nothing to guard.
  const isOurs = areSecretsOf(secrets, standing) ?? (standing.mode === undefined || (await openRoles()))
  if (!isOurs) throw new Refusal(otherSecret(start))
  const [other] = standing.elsewhere
  if (other !== undefined && !(await openRoles()))
    throw new Refusal(
      `Another installation, in the database ${other}, has its roles on this PostgreSQL server under another secret: give this one a server of its own. Nothing was touched.`,
    )
}

const otherSecret = ({ from, formerSecret }: Start) =>
  formerSecret === undefined
    ? `${from} is not the secret this database was made with: set GROUNDWORK_SECRET to that one, or, if it was changed on purpose, run "npm run rewrap" with that one as OLD_GROUNDWORK_SECRET. Nothing was touched.`
    : 'OLD_GROUNDWORK_SECRET is not the secret this database was made with, nor is GROUNDWORK_SECRET. Nothing was changed.'
