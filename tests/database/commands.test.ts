/** The operator's commands as programs of their own: what they print, and the exit code. */
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSealer } from '../../app/access/audit/sealer.ts'
import { findUnsealed } from '../../app/access/audit/unsealed.ts'
import { inScope, Permit, type Scope } from '../../app/access/permit.ts'
import { opensPracticeKey, openVault, type PatientKey } from '../../app/access/vault.ts'
import { slotOf } from '../../app/clinical/instruments/questionnaire-slots.ts'
import type { Connection } from '../../app/database/roles.ts'
import { findLatestSheet, insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { quiet } from '../app.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { questionnaireFile } from '../questionnaire-file.ts'
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

type Told = Scope<'submit-answers'>

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
    expect(imported.said).toContain('lives by the GROUNDWORK_SECRET that is set now: keep it')
    expect(imported.code).toBe(0)
    expect(await run('verify', [], { ...other, env: { GROUNDWORK_SECRET: '' } })).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^\nGROUNDWORK_SECRET is not set .*"npm run rewrap".*Nothing was touched\.\n$/,
      ),
    })
    expect(existsSync(path.join(home, elsewhere.server.database, 'secret'))).toBe(false)
    expect(await contents(elsewhere.server)).toEqual(await contents(postgres.server))
    const verified = await run('verify', [], other)
    expect(verified.said).toMatch(/^\d+ links read, 2 signed checkpoints compared,\n1 of them from/)
    expect(verified.code).toBe(0)
    expect(await run('import', [folder], other)).toMatchObject({ code: 1 })
  } finally {
    await elsewhere.close()
  }
}, 300_000)

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

test('a text is imported for the director its licence names, once, and refused with everything that is wrong', async () => {
  await run('seed')
  const slot = slotOf('audit-c')
  if (!slot) throw new Error('AUDIT-C has no slot')
  const licence = {
    ...{ instrument: 'audit-c', language: 'en', uploadedBy: 'okafor@demo.invalid', grantedBy: 'A holder' },
    ...{ grantedTo: 'Harbour Street Clinic', terms: 'Letter 12', grantedOn: '2026-01-10', until: null },
  }
  const write = (name: string, content: unknown) => {
    const file = path.join(home, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const importing = (file: unknown, record: unknown) =>
    run('import-instrument', ['--file', write('q.json', file), '--licence', write('licence.json', record)])
  const file = questionnaireFile(slot)

  expect(await importing({ ...file, language: 'de' }, { ...licence, terms: '' })).toEqual({
    code: 1,
    said: [
      'The text was not loaded. Nothing was changed. Here is everything that does not fit, so that it can be fixed in one go.',
      '- The license names no terms.',
      '- The file is in another language: de.\n',
    ].join('\n'),
  })
  expect(await importing(file, licence)).toEqual({
    code: 0,
    said: 'audit-c in en is loaded, as version 1. It is asked on the days its license holds.\n',
  })
  expect(await importing(file, licence)).toMatchObject({
    said: 'audit-c in en was loaded before, as version 1. It is asked on the days its license holds.\n',
  })
  for (const [record, sentence] of [
    [{ ...licence, uploadedBy: 'herrera@demo.invalid' }, 'herrera@demo.invalid is no medical director'],
    [
      { ...licence, uploadedBy: 'nobody@demo.invalid' },
      'Nobody here has the mail address nobody@demo.invalid.',
    ],
    [{ ...licence, instrument: 'phq-9' }, 'phq-9 takes no text. Those that do: itq, '],
    [{ ...licence, language: 'de' }, 'The licence file needs instrument, language (en or es)'],
  ] as const)
    expect(await importing(file, record)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) })
  const { rows } = await postgres.everything.executeQuery<{ cause: string }>(
    sql`select cause from audit_event where action = 'load-instrument' and outcome = 'done'`.compile(
      postgres.everything,
    ),
  )
  expect(rows).toEqual([{ cause: 'npm run import-instrument' }, { cause: 'npm run import-instrument' }])
}, 300_000)

test.each([
  [
    'import-instrument',
    ['--file', 'q.json'],
    'Name a Questionnaire and its licence: npm run import-instrument -- --file q.json --licence licence.json',
  ],
  ['import-instrument', ['--file', '/nowhere/q.json', '--licence', 'x'], '/nowhere/q.json cannot be read.'],
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

test('a change of the secret keeps what was told, once the keys are wrapped anew with the old one at hand', async () => {
  const practiceId = await makePractice(postgres.everything)
  const patient = await makePatient(postgres.everything, practiceId)
  const sheet = {
    id: randomUUID(),
    kind: 'wishes',
    version: 1,
    answers: { words: 'slow' },
    authoredAt: new Date(),
  }
  const asPatient = async <Result>(
    secret: string,
    work: (scope: Told, key: PatientKey) => Promise<Result>,
  ) => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    return inScope(postgres.db, permit, async (scope) => work(scope, await openVault(secret).keyOf(scope)))
  }
  const read = (secret: string) => asPatient(secret, (scope, key) => findLatestSheet(scope, key, 'wishes'))
  const before = randomBytes(40).toString('base64')
  await asPatient(before, (scope, key) => insertAnswerSheet(scope, key, sheet))
  await expect(read(TEST_SECRET)).rejects.toThrow()

  expect(await run('migrate')).toMatchObject({ code: 1, said: expect.stringContaining('"npm run rewrap"') })
  expect(await run('rewrap')).toMatchObject({ code: 1, said: expect.stringContaining('is missing') })
  const wrong = { env: { OLD_GROUNDWORK_SECRET: randomBytes(40).toString('base64') } }
  expect(await run('rewrap', [], wrong)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Nothing was changed.'),
  })
  const right = { env: { OLD_GROUNDWORK_SECRET: before } }
  expect(await run('rewrap', [], right)).toMatchObject({ code: 0, said: expect.stringContaining('anew: 1.') })
  expect(await run('rewrap', [], right)).toMatchObject({ said: expect.stringContaining('fits the secret') })
  expect(await read(TEST_SECRET)).toMatchObject({ answers: sheet.answers })
  await expect(read(before)).rejects.toThrow()

  // A practice in which nobody told anything yet is under the new secret, too.
  const silent = await makePractice(postgres.everything)
  expect(await run('rewrap', [], right)).toMatchObject({ code: 0, said: expect.stringContaining('fits') })
  const { wrapped } = await postgres.everything
    .selectFrom('practice_key')
    .select('wrapped')
    .where('practice_id', '=', silent)
    .executeTakeFirstOrThrow()
  expect([TEST_SECRET, before].map((secret) => opensPracticeKey(secret, silent, wrapped))).toEqual([
    true,
    false,
  ])
}, 120_000)
