/**
 * The database roles, and what an administrator must do once so that nobody else has to be one.
 *
 * owner   migrations, seeding, export and import; not the superuser
 * app     every request; row-level security binds it
 * worker  owns graphile-worker's schema and nothing else
 * login   owns the sign-in tables, reached by access/ alone
 * sealer  reads the audit trail and links it into a chain
 */
import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../system/errors.ts'

export const ROLES = ['owner', 'app', 'worker', 'login', 'sealer'] as const
export type DatabaseRole = (typeof ROLES)[number]

export const roleName = (role: DatabaseRole) => `groundwork_${role}`

export type Connection = {
  host: string
  port: number
  user: string
  password: string
  database: string
  /** Encrypted, with the certificate checked. */
  ssl?: boolean
}

const OLDEST_VERSION = 15

/** Each role's password is derived, so that there is one secret to keep and none to store. */
export const rolePassword = (secret: string, role: DatabaseRole) =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

export const connectionAs = (server: Connection, secret: string, role: DatabaseRole): Connection => ({
  ...server,
  user: roleName(role),
  password: rolePassword(secret, role),
})

/**
 * Makes roles, schemas and grants where they are missing. Harmless to repeat with the same secret; with another one
 * everybody who is connected would be locked out, so `admit` is asked before anything is altered, and refuses by throwing.
 */
export async function prepareDatabase(
  administrator: Connection,
  secret: string,
  admit: (client: pg.ClientBase) => Promise<void> = async () => {},
): Promise<void> {
  const client = new pg.Client({ ...administrator, application_name: 'groundwork prepare' })
  client.on('error', () => {}) // a query in flight rejects by itself
  try {
    await client.connect()
  } catch (error) {
    const { host, port, database } = administrator
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The database ${database} at ${host}:${port} cannot be reached: ${reason}.`, {
      cause: error,
    })
  }
  try {
    await checkServer(client)
    // Two starts at once would both create the same role.
    await client.query(`select pg_advisory_lock(hashtextextended('groundwork prepare', 0))`)
    await admit(client)
    await besideOthers(async () => {
      for (const role of ROLES) await ensureRole(client, role, rolePassword(secret, role))
      await client.query(SCHEMAS(pg.escapeIdentifier(administrator.database)))
    })
  } finally {
    await client.end()
  }
}

/**
 * Roles are the whole server's, and the lock above is only this database's: when another database is
 * prepared at the same moment, PostgreSQL refuses one of the two, and the next try is fine.
 */
async function besideOthers(work: () => Promise<void>, tries = 5): Promise<void> {
  try {
    await work()
  } catch (error) {
    const isMeanwhile =
      error instanceof pg.DatabaseError &&
      (error.message.includes('concurrently updated') || ['23505', '42710'].includes(error.code ?? ''))
    if (!isMeanwhile || tries === 1) throw error
    await sleep(100)
    await besideOthers(work, tries - 1)
  }
}

/** Without these an answer that was acknowledged could be lost. */
const KEEPS_ANSWERS = ['fsync', 'full_page_writes', 'synchronous_commit']

async function checkServer(client: pg.Client) {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any ($1)`,
    [['server_version_num', ...KEEPS_ANSWERS]],
  )
  refuseServer(Object.fromEntries(rows.map((row) => [row.name, row.setting])))
}

/**
 * Judges a server by its settings, as pg_settings has them; `server_version_num` is 150004 for 15.4.
 * @throws Refusal for one that is too old, or that may lose what it acknowledged; what it does not tell counts as that
 */
export function refuseServer(settings: Readonly<Record<string, string>>): void {
  const version = Number(settings.server_version_num)
  if (!(version >= OLDEST_VERSION * 10_000)) {
    const found = Number.isNaN(version) ? 'of an unknown version' : Math.floor(version / 10_000)
    throw new Refusal(`Groundwork needs PostgreSQL ${OLDEST_VERSION} or newer; this server is ${found}.`)
  }
  for (const name of KEEPS_ANSWERS)
    if ((settings[name] ?? 'off') === 'off')
      throw new Refusal(`The database has ${name} switched off, so an answer could be lost: switch it on.`)
}

async function ensureRole(client: pg.Client, role: DatabaseRole, password: string) {
  const name = roleName(role)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(
    `${verb} role ${name} login nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  )
  // An administrator who is no superuser needs this to hand over schemas. PostgreSQL 15 wants it said.
  await client.query(`grant ${name} to current_user`)
  if (role === 'owner') return
  await client.query(`alter role ${name} set statement_timeout = '15s'`)
  await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '20s'`)
}

const SCHEMAS = (database: string) => `
  revoke all on database ${database} from public;
  revoke all on schema public from public;
  grant connect on database ${database} to ${ROLES.map(roleName).join(', ')};
  grant create on database ${database} to ${roleName('worker')};
  grant usage, create on schema public to ${roleName('owner')};
  grant usage on schema public to ${roleName('app')}, ${roleName('sealer')};
  create schema if not exists access authorization ${roleName('owner')};
  create schema if not exists jobs authorization ${roleName('worker')};
  create schema if not exists login authorization ${roleName('login')};
  alter role ${roleName('login')} set search_path = login;
`
