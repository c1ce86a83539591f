/** What was signed before there were two signatures goes on as it was. */
import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { contentHash } from '../../app/clinical/protocol/content-hash.ts'
import { openDatabase, openPool } from '../../app/database/connection.ts'
import * as practice from '../../app/database/migrations/0001-practice.ts'
import * as access from '../../app/database/migrations/0002-access.ts'
import * as questionnaireResponse from '../../app/database/migrations/0003-questionnaire-response.ts'
import * as protocolSigning from '../../app/database/migrations/0004-protocol-signing.ts'
import { type Connection, connectionAs, prepareDatabase } from '../../app/database/roles.ts'
import type { Tables } from '../../app/database/tables.ts'
import { TEST_SECRET } from '../postgres-server.ts'

const name = `groundwork_before_signing_${randomUUID().slice(0, 8)}`
const here = randomUUID()
const elsewhere = randomUUID()
let owner: Kysely<Tables>
let server: Connection

beforeAll(async () => {
  const administrator = inject('administrator')
  const pool = openPool(administrator, 1)
  await pool.query(`create database ${name}`)
  await pool.end()
  server = { ...administrator, database: name }
  await prepareDatabase(server, TEST_SECRET)
  owner = openDatabase(openPool(connectionAs(server, TEST_SECRET, 'owner'), 1))
  const dialect = new PostgresDialect({ pool: openPool(connectionAs(server, TEST_SECRET, 'owner'), 1) })
  const schema = new Kysely<unknown>({ dialect })
  for (const { up } of [practice, access, questionnaireResponse]) await up(schema)
  for (const [practiceId, versions] of [
    [here, 3],
    [elsewhere, 1],
  ] as const) {
    await sql`insert into practice (practice_id, name, profile, time_zone)
      values (${practiceId}, 'Old practice', '{}', 'America/New_York')`.execute(owner)
    for (let version = 1; version <= versions; version++)
      await sql`insert into protocol_version (practice_id, version, limits, is_invented, signed_by, signed_at)
        values (${practiceId}, ${version}, ${JSON.stringify({ course: { maxSessions: version } })}, true, 'Dr. Old',
          ${new Date(Date.UTC(2026, version, 1))})`.execute(owner)
  }
  await protocolSigning.up(schema)
  await schema.destroy()
})
afterAll(async () => {
  await owner.destroy()
  const pool = openPool(inject('administrator'), 1)
  await pool.query(`drop database ${name} with (force)`)
  await pool.end()
})

const versionsOf = (practiceId: string) =>
  owner
    .selectFrom('protocol_version')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('version')
    .execute()

test('the latest version stays in force, and each before it was replaced by the next', async () => {
  expect(await versionsOf(here)).toMatchObject([
    { version: 1, replaced_by: 2, ended_at: new Date(Date.UTC(2026, 2, 1)) },
    { version: 2, replaced_by: 3, ended_at: new Date(Date.UTC(2026, 3, 1)) },
    { version: 3, replaced_by: null, ended_at: null, signed_by: 'Dr. Old', expires_on: null },
  ])
  expect(await versionsOf(elsewhere)).toMatchObject([{ version: 1, ended_at: null, signed_by: 'Dr. Old' }])
})

test('each has the hash of what it says', async () => {
  for (const { version, limits, content_hash } of await versionsOf(here))
    expect(content_hash).toBe(contentHash({ version, limits, expiresOn: null, isInvented: true }))
})

test('what was signed then does not change either', async () => {
  await expect(
    sql`update protocol_version set limits = '{}', content_hash = repeat('0', 64) where version = 3`.execute(
      owner,
    ),
  ).rejects.toThrow(/signed version/)
})
