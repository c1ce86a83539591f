import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, roleName } from '../../app/database/roles.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

/** Tables that hold no person's record, each with its reason. */
const WITHOUT_ROW_SECURITY: Record<string, string> = {
  'public.kysely_migration': 'names of migrations that ran',
  'public.kysely_migration_lock': 'one row that migrations lock',
}
/** Whose own role guards them: the app role has no right to touch them at all. */
const OF_ANOTHER_ROLE = ['login', 'graphile_worker']

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const query = async <Row>(text: string) => (await sql.raw<Row>(text).execute(postgres.everything)).rows

type Table = { schema: string; name: string; is_enabled: boolean; is_forced: boolean; owner: string }
const tables = () =>
  query<Table>(`
    select n.nspname as schema, c.relname as name, c.relrowsecurity as is_enabled,
      c.relforcerowsecurity as is_forced, pg_get_userbyid(c.relowner) as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)

describe('the catalogue', () => {
  test('every table of ours has row-level security, forced on its owner too, or is named here with its reason', async () => {
    const open = (await tables())
      .filter(({ schema }) => !OF_ANOTHER_ROLE.includes(schema))
      .filter(({ is_enabled, is_forced }) => !(is_enabled && is_forced))
      .map(({ schema, name }) => `${schema}.${name}`)
    expect(open.sort()).toEqual(Object.keys(WITHOUT_ROW_SECURITY).sort())
  })

  test('the app role owns nothing and cannot look into another role’s schema', async () => {
    const app = roleName('app')
    expect((await tables()).filter(({ owner }) => owner === app)).toEqual([])
    const reached = await query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v') and n.nspname in ('${OF_ANOTHER_ROLE.join(`', '`)}')
        and has_schema_privilege('${app}', n.oid, 'usage')
        and has_table_privilege('${app}', c.oid, 'select, insert, update, delete')`)
    expect(reached).toEqual([])
  })

  test('no role of ours is a superuser, bypasses row-level security, or may make roles and databases', async () => {
    const names = ROLES.map((role) => `'${roleName(role)}'`).join(', ')
    const roles = await query<Record<string, boolean>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname in (${names})`,
    )
    expect(roles).toHaveLength(ROLES.length)
    expect(roles.flatMap((role) => Object.values(role))).not.toContain(true)
  })

  test('nobody may delete from a table of records, and no policy allows everything to the app', async () => {
    const app = roleName('app')
    const rights = await query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('${app}', c.oid, 'delete, truncate')`)
    expect(rights).toEqual([])
    const wide = await query<{ name: string }>(`
      select tablename || ' ' || policyname as name from pg_policies
      where schemaname = 'public' and '${app}' = any (roles)
        and permissive = 'PERMISSIVE' -- the others only narrow
        and (cmd = 'ALL' or coalesce(qual, with_check) !~ 'access\\.practice\\(\\)')
        and not (tablename = 'installation' and cmd = 'SELECT')
        and not (tablename = 'finding' and cmd = 'UPDATE' and qual ~ 'access\\.practice\\(\\)')`)
    expect(wide).toEqual([])
  })

  test('audit events, answers and licensed texts can be added and never changed by the app', async () => {
    const app = roleName('app')
    const rights = await query<{ name: string; may_update: boolean }>(`
      select c.relname as name, has_any_column_privilege('${app}', c.oid, 'update') as may_update
      from pg_class c where c.relname in ('audit_event', 'questionnaire_response', 'finding', 'communication', 'instrument_wording')
      order by 1`)
    expect(rights).toEqual([
      { name: 'audit_event', may_update: false },
      { name: 'communication', may_update: true },
      { name: 'finding', may_update: true },
      { name: 'instrument_wording', may_update: false },
      { name: 'questionnaire_response', may_update: false },
    ])
  })

  test('every primary, unique and foreign key of a practice’s table starts with practice_id', async () => {
    const keys = await query<{ name: string; first: string }>(`
      select con.conrelid::regclass || ' ' || con.conname as name, a.attname as first
      from pg_constraint con join pg_namespace n on n.oid = con.connamespace
      join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
      where n.nspname = 'public' and con.contype in ('p', 'u', 'f')
        and con.conrelid::regclass::text not in ('installation', 'kysely_migration', 'kysely_migration_lock')`)
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter(({ first }) => first !== 'practice_id')).toEqual([])
  })

  test('a function that runs with its owner’s rights has a fixed search path and is not everybody’s', async () => {
    const functions = await query<{ name: string; config: string[] | null; is_public: boolean }>(`
      select p.oid::regprocedure::text as name, p.proconfig as config,
        has_function_privilege('public', p.oid, 'execute') as is_public
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('access', 'jobs', 'public', 'login')`)
    expect(functions.length).toBeGreaterThan(3)
    for (const { name, config, is_public } of functions) {
      expect(
        config?.some((setting) => setting.startsWith('search_path=')),
        name,
      ).toBe(true)
      expect(is_public, name).toBe(false)
    }
  })
})
