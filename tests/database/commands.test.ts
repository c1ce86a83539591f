/** The operator's commands as programs of their own: what they print, and the exit code. */
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSealer } from '../../app/access/audit/sealer.ts'
import { findUnsealed } from '../../app/access/audit/unsealed.ts'
import type { Connection } from '../../app/database/roles.ts'
import { quiet } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { asSuperuser, contents, newFolder } from './export-scene.ts'

let home: string
let postgres: TestDatabase
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'groundwork-commands-'))
})
afterAll(() => rmSync(home, { recursive: true }))
beforeEach(async () => {
  postgres = await openTestDatabase()
  return postgres.close
})

const urlOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`

/** As `node scripts/start.mjs <name> …`, from the sources. */
async function run(name: string, args: string[] = [], { server = postgres.server, env = {} } = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', `app/commands/${name}.ts`, ...args], {
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: urlOf(server), GROUNDWORK_SECRET: TEST_SECRET },
      ...{ DATA_DIR: path.join(home, server.database) },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, said }
}

const checkpointFile = () => path.join(home, postgres.server.database, 'audit-checkpoints.jsonl')

/** What the server does within a second. */
async function sealAll() {
  const sealer = startSealer({
    ...{
      pool: postgres.poolAs('sealer', 1),
      secret: TEST_SECRET,
      checkpointFile: checkpointFile(),
      log: quiet,
    },
  })
  const pool = postgres.poolAs('sealer', 1)
  await expect.poll(async () => (await findUnsealed(pool)).count, { timeout: 10_000 }).toBe(0)
  await expect.poll(() => existsSync(checkpointFile()), { timeout: 10_000 }).toBe(true)
  await sealer.stop()
}

test('a demo is seeded, exported, imported elsewhere and verified there', async () => {
  expect(await run('migrate')).toEqual({ code: 0, said: 'The database is up to date.\n' })
  expect(await run('seed')).toMatchObject({ code: 0 })
  const seeded = await contents(postgres.server)
  expect(await run('seed')).toMatchObject({ code: 0 })
  expect(await contents(postgres.server)).toEqual(seeded)

  const unsealed = await run('verify')
  expect(unsealed).toMatchObject({ code: 0 })
  expect(unsealed.said).toMatch(/\d+ events are not sealed yet[\s\S]*The audit trail is whole\.\n$/)
  await sealAll()

  const folder = newFolder()
  const exported = await run('export', [folder])
  expect(exported.said).toContain(`${folder} holds health data and is not encrypted`)
  expect(exported.code).toBe(0)
  expect(await run('export', [folder])).toEqual({
    code: 1,
    said: `\n${folder} exists already: name a new folder.\n`,
  })

  const elsewhere = await openTestDatabase()
  try {
    const other = { server: elsewhere.server }
    const mode = { GROUNDWORK_SECRET: TEST_SECRET.toUpperCase() }
    expect((await run('import', [folder], { ...other, env: mode })).said).toContain('under another secret')
    const imported = await run('import', [folder], other)
    expect(imported.said).toMatch(/^Imported \d+ rows of \d+ tables and \d+ waiting jobs/)
    expect(imported.code).toBe(0)
    expect(await contents(elsewhere.server)).toEqual(await contents(postgres.server))
    const verified = await run('verify', [], other)
    expect(verified.said).toMatch(/^\d\d links read, 2 signed checkpoints compared,\n1 of them from/)
    expect(verified.code).toBe(0)
    expect(await run('import', [folder], other)).toMatchObject({ code: 1 })
  } finally {
    await elsewhere.close()
  }
}, 120_000)

test('verify ends with 1 and names the row when something was changed, and the line when a file was', async () => {
  await run('seed')
  await sealAll()
  appendFileSync(checkpointFile(), 'half a li\n')
  await asSuperuser(postgres.server, (client) =>
    client.query(
      `update audit_event set outcome = 'refused' where position = (select position from audit_seal where link = 5)`,
    ),
  )
  const { code, said } = await run('verify')
  expect(said).toMatch(/TROUBLE practice [0-9a-f-]{36}, link 5: event changed\n/)
  expect(said).toContain('TROUBLE line 2 of that file is no checkpoint')
  expect(said).toContain('The audit trail is NOT whole.')
  expect(code).toBe(1)
}, 60_000)

test('an event that was slipped in, or whose link was taken away, is told from one that is not sealed yet', async () => {
  await run('seed')
  await sealAll()
  const pool = postgres.poolAs('sealer', 1)
  const add = (at: string) =>
    asSuperuser(postgres.server, (client) =>
      client.query(
        `insert into audit_event (practice_id, at, actor_id, actor_role, kind, action, patient_ids, outcome)
         select practice_id, ${at}, gen_random_uuid(), 'admin', 'practice', 'read-protocol', '{}', 'done' from practice`,
      ),
    )
  await add('now()')
  expect(await findUnsealed(pool)).toMatchObject({ count: 1, passedOver: 0 })
  await add(`now() - interval '1 hour'`)
  expect(await findUnsealed(pool)).toMatchObject({ count: 2, passedOver: 1 })
  const { code, said } = await run('verify')
  expect(said).toContain('TROUBLE 1 of them were passed over')
  expect(code).toBe(1)
}, 60_000)

test.each([
  ['export', [], 'Name one new folder: npm run export -- /path/to/folder'],
  ['export', ['/nowhere/at/all'], '/nowhere/at is no folder that may be written to.'],
  ['import', ['/nowhere/at/all'], '/nowhere/at/all is no finished export: manifest.json cannot be read.'],
  [
    'seed',
    ['practice.json'],
    'The demo brings its own practice: set GROUNDWORK_MODE=production to found yours.',
  ],
])('%s %j is refused in one sentence', async (name, args, sentence) => {
  expect(await run(name, args)).toEqual({ code: 1, said: `\n${sentence}\n` })
})
