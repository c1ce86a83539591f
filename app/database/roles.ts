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

/** Makes roles, schemas and grants where they are missing. Harmless to repeat. */
export async function prepareDatabase(administrator: Connection, secret: string): Promise<void> {
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

async function checkServer(client: pg.Client) {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')`,
  )
  const setting = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
  const major = Math.floor(Number(setting.server_version_num) / 10_000)
  if (!(major >= OLDEST_VERSION))
    throw new Refusal(`Groundwork needs PostgreSQL ${OLDEST_VERSION} or newer; this server is ${major}.`)
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
    if (setting[name] === 'off')
      throw new Refusal(`The database has ${name} switched off, so an answer could be lost. Switch it on.`)
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
