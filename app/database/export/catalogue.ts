/**
 * What belongs into an export, asked of the database itself, so that a new table
 * comes along without anybody thinking of it.
 */
import type pg from 'pg'
import { type DatabaseRole, ROLES, roleName } from '../roles.ts'
import type { Column } from './format.ts'

/** Tables that stay behind, each with its reason. */
const LEFT_OUT: Record<string, string> = {
  'public.kysely_migration': 'the target runs its own migrations; their names are in the manifest',
  'public.kysely_migration_lock': 'a lock of this server',
  'login.session': 'who is signed in at this moment: a copy signs nobody in',
}

export type ExportTable = {
  /** Schema and name, as SQL: `login."user"`. */
  sql: string
  /** Schema and name, as in the manifest: `login.user`. */
  name: string
  /** Who owns it, and so sees all of it. */
  role: DatabaseRole
  /** Without those the database computes by itself. */
  columns: Column[]
  /** The primary key: an order that is the same on every server. */
  key: string[]
}

type Row = {
  sql: string
  name: string
  owner: string
  is_hidden: boolean
  columns: Column[]
  key: string[] | null
  refers_to: string[]
}

// graphile-worker's tables are its own business: jobs go out and in through its functions.
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as sql,
    n.nspname || '.' || c.relname as name,
    pg_get_userbyid(c.relowner) as owner,
    c.relrowsecurity and c.relforcerowsecurity and not exists (
      select from pg_policy p
      where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*' and p.polroles @> array[c.relowner]
        and pg_get_expr(p.polqual, p.polrelid) = 'true'
    ) as is_hidden,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as key,
    array(select distinct rn.nspname || '.' || r.relname
      from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'graphile_worker'
    and pg_get_userbyid(c.relowner) = any ($1)
  order by n.nspname collate "C", c.relname collate "C"`

/** Every table of ours, each after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<ExportTable[]> {
  const { rows } = await client.query<Row>(TABLES, [ROLES.map(roleName)])
  const waiting = rows.filter(({ name }) => LEFT_OUT[name] === undefined)
  const listed: ExportTable[] = []
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const next = waiting.findIndex(({ refers_to }) => !refers_to.some((name) => names.has(name)))
    const [row] = waiting.splice(next, next === -1 ? 0 : 1)
    if (!row) throw new Error(`these tables refer to each other in a circle: ${[...names].join(', ')}`)
    listed.push(tableOf(row))
  }
  return listed
}

function tableOf({ sql, name, owner, is_hidden, columns, key }: Row): ExportTable {
  const role = ROLES.find((each) => roleName(each) === owner)
  if (!role || !key) throw new Error(`${name} has no primary key and cannot be exported in an order`)
  // Rows a policy keeps from their owner would be missing from an export, and nobody would notice.
  if (is_hidden) throw new Error(`${name} has no policy that shows its owner every row`)
  return { sql, name, role, columns, key }
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The table's rows by their key. Letters in the order of their codes, which no locale changes. */
export function selectAll({ sql, columns, key }: ExportTable): string {
  const order = key.map((name) => {
    const isText = /^(text|character)/.test(columns.find((column) => column.name === name)?.type ?? '')
    return `${quoted(name)}${isText ? ' collate "C"' : ''}`
  })
  return `select ${columns.map(({ name }) => quoted(name)).join(', ')} from ${sql} order by ${order.join(', ')}`
}

/** Until the end of the transaction the connection is this role and no more. */
export async function become(client: pg.ClientBase, role: DatabaseRole): Promise<void> {
  await client.query(`set local role ${roleName(role)}`)
}
