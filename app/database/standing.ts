/** What stands in a database already, read by its administrator before anything in it is altered. */
import pg from 'pg'
import { Refusal } from '../system/errors.ts'
import type { Mode } from './installation.ts'
import { type Connection, roleName } from './roles.ts'

export type SignedHead = { practiceId: string; link: string; hash: string; at: string; signature: string }

export type Standing = {
  /** Undefined before a practice or the demo is founded here. */
  mode: Mode | undefined
  /** Whether our roles are on this server, made for this database or another. */
  hasRoles: boolean
  /** Other databases of this server in which our roles own something. */
  elsewhere: readonly string[]
  practiceKeys: readonly { practiceId: string; wrapped: Buffer }[]
  /** The newest checkpoint of each practice's audit chain. */
  checkpoints: readonly SignedHead[]
}

const OWNER = roleName('owner')

const SERVER = `
  select (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
    to_regrole('${OWNER}') is not null as has_roles,
    array(
      select distinct datname::text from pg_shdepend join pg_database on pg_database.oid = dbid
      where refclassid = 'pg_authid'::regclass and refobjid = to_regrole('${OWNER}') and deptype = 'o'
        and datname <> current_database()
    ) as elsewhere`

const HEADS = `
  select distinct on (practice_id) practice_id, link, hash, at, signature from audit_checkpoint
  order by practice_id, link desc`

type HeadRow = { practice_id: string; link: string; hash: Buffer; at: Date; signature: Buffer }

/** @throws Refusal when this administrator may not look */
export async function readStanding(administrator: pg.ClientBase): Promise<Standing> {
  const { rows } = await administrator.query<{
    is_superuser: boolean
    has_roles: boolean
    elsewhere: string[]
  }>(SERVER)
  const { is_superuser = false, has_roles = false, elsewhere = [] } = rows[0] ?? {}
  await administrator.query('begin read only')
  try {
    // Row-level security is forced: who is no superuser sees what the owner sees.
    if (has_roles && !is_superuser) await administrator.query(`set local role ${OWNER}`)
    return { hasRoles: has_roles, elsewhere, ...(await readTables(administrator)) }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
    throw new Refusal(
      'This administrator may not see what stands in the database: name the one who prepared it in DATABASE_URL.',
      { cause: error },
    )
  } finally {
    await administrator.query('rollback')
  }
}

async function readTables(
  client: pg.ClientBase,
): Promise<Pick<Standing, 'mode' | 'practiceKeys' | 'checkpoints'>> {
  // A database of an older version may have some of the tables.
  const rowsOf = async <Row extends pg.QueryResultRow>(table: string, query: string): Promise<Row[]> => {
    const found = await client.query('select where to_regclass($1) is not null', [`public.${table}`])
    return found.rowCount === 0 ? [] : (await client.query<Row>(query)).rows
  }
  const [installation] = await rowsOf<{ mode: Mode }>('installation', 'select mode from installation')
  const keys = await rowsOf<{ practice_id: string; wrapped: Buffer }>(
    'practice_key',
    'select practice_id, wrapped from practice_key',
  )
  const heads = await rowsOf<HeadRow>('audit_checkpoint', HEADS)
  return {
    mode: installation?.mode,
    practiceKeys: keys.map(({ practice_id, wrapped }) => ({ practiceId: practice_id, wrapped })),
    checkpoints: heads.map(({ practice_id, link, hash, at, signature }) => ({
      ...{ practiceId: practice_id, link, at: at.toISOString() },
      ...{ hash: hash.toString('hex'), signature: signature.toString('hex') },
    })),
  }
}

/**
 * Whether the server takes this password for this role.
 * @throws Refusal when that cannot be told
 */
export async function letsIn(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, application_name: 'groundwork prepare' })
  client.on('error', () => {}) // it is over by then
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === '28P01') return false
    if (code === '42501') return true // known, and then kept out of this one database
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The database cannot be asked whether it knows ${connection.user}: ${reason}.`, {
      cause: error,
    })
  } finally {
    await client.end().catch(() => {}) // it never began
  }
}
