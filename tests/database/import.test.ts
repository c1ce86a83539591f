import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sealOf } from '../../app/database/export/format.ts'
import { checkExport, keepCheckpoints } from '../../app/database/export/import.ts'
import type { House } from '../../app/house.ts'
import { Refusal } from '../../app/system/errors.ts'
import { openInstallation } from '../installation.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import {
  asSuperuser,
  checkpointFileOf,
  contents,
  exportFrom,
  filesOf,
  furnishFully,
  importInto,
  isEmpty,
  newFolder,
  verifyTrail,
} from './export-scene.ts'

let source: House
let house: House
let folder: string
beforeAll(async () => {
  source = await openInstallation()
  await furnishFully(source)
})
afterAll(() => source.close())
beforeEach(async () => {
  folder = newFolder()
  await exportFrom(source, folder)
  house = await openInstallation()
  return () => house.close()
})

const file = (name: string) => path.join(folder, name)
const check = () => checkExport(folder, TEST_SECRET)

/** A manifest that says something else, and is sealed as if it were ours. */
function rewriteManifest(change: object) {
  const manifest: object = JSON.parse(readFileSync(file('manifest.json'), 'utf8'))
  const text = Buffer.from(JSON.stringify({ ...manifest, ...change }))
  writeFileSync(file('manifest.json'), text)
  writeFileSync(file('manifest.seal'), sealOf(TEST_SECRET, text))
}

describe('an export is refused, in one sentence and before anything is opened, when', () => {
  test('a byte of any file was changed, a file is cut short, or one is missing', async () => {
    for (const [name, content] of Object.entries(filesOf(folder))) {
      const bytes = Buffer.from(content)
      if (bytes.length > 0) {
        const changed = Buffer.from(bytes)
        const at = Math.floor(bytes.length / 2)
        changed[at] = (changed[at] ?? 0) ^ 1
        writeFileSync(file(name), changed)
        await expect(check(), name).rejects.toThrow(Refusal)
        writeFileSync(file(name), bytes)
        truncateSync(file(name), Math.floor(bytes.length / 2))
        await expect(check(), name).rejects.toThrow(Refusal)
      }
      rmSync(file(name))
      await expect(check(), name).rejects.toThrow(name)
      writeFileSync(file(name), bytes)
    }
    expect(await check()).toMatchObject({ mode: 'demo' })
  })

  test('it is no export, or one that was cut off', async () => {
    await expect(checkExport(path.dirname(folder), TEST_SECRET)).rejects.toThrow('no finished export')
    rmSync(file('manifest.seal'))
    await expect(check()).rejects.toThrow('no finished export')
  })

  test('it was made under another secret', async () => {
    await expect(checkExport(folder, `${TEST_SECRET}!`)).rejects.toThrow('under another secret')
  })

  test('its manifest was changed and hashed anew by somebody without the secret', async () => {
    const text = readFileSync(file('manifest.json'), 'utf8').replace('"demo"', '"production"')
    writeFileSync(file('manifest.json'), text)
    await expect(check()).rejects.toThrow('manifest.json was changed')
  })

  test('its tables are those of another version', async () => {
    rewriteManifest({ migrations: ['0001-practice', '9999-later'] })
    await expect(check()).rejects.toThrow('a newer Groundwork (0.0.0-test)')
    rewriteManifest({ migrations: ['0001-practice'] })
    await expect(check()).rejects.toThrow('an older Groundwork (0.0.0-test)')
    rewriteManifest({ format: 2 })
    await expect(check()).rejects.toThrow('of format 2')
  })
})

describe('an import stores nothing when', () => {
  test.each([
    ['a practice', `insert into practice values (gen_random_uuid(), 'Here', '{}', 'UTC')`],
    [
      'an account',
      `insert into login."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values (gen_random_uuid(), 'A', 'a@example.org', true, now(), now())`,
    ],
    ['a waiting job', `select graphile_worker.add_job('tell-care-team')`],
  ])('the database holds %s already', async (_, statement) => {
    await asSuperuser(house.server, (client) => client.query(statement))
    const before = await contents(house.server)
    await expect(importInto(house, folder)).rejects.toThrow('already holds an installation')
    expect(await contents(house.server)).toEqual(before)
  })

  test.each<[string, (client: pg.ClientBase, stopping: AbortController) => unknown, string]>([
    ['it is stopped by a signal', (_, stopping) => stopping.abort(), 'was stopped before it was done'],
    [
      'the database goes away at its very end',
      async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
        await asSuperuser(house.server, (other) =>
          other.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
        )
      },
      'went away during the import',
    ],
    [
      'a row of it was lost on the way',
      (client) =>
        client.query('reset role; delete from audit_seal where link = 3; set role groundwork_sealer'),
      'The audit chain does not read',
    ],
  ])('%s, and the next try stores it whole', async (_, happen, sentence) => {
    const stopping = new AbortController()
    const interrupted = importInto(house, folder, {
      signal: stopping.signal,
      verifyTrail: async (client, checkpoints) => {
        await happen(client, stopping)
        return verifyTrail(client, checkpoints)
      },
    })
    await expect(interrupted).rejects.toThrow(sentence)
    await expect(interrupted).rejects.toThrow(/nothing was stored\.$/)
    expect(isEmpty(await contents(house.server))).toBe(true)
    await importInto(house, folder)
    expect(await contents(house.server)).toEqual(await contents(source.server))
  })

  test('a file changes after it was checked', async () => {
    const manifest = await check()
    const changed = readFileSync(file('public.related_person.jsonl'), 'utf8').replace(
      'Jo Lindgren',
      'Jo Lindgrem',
    )
    writeFileSync(file('public.related_person.jsonl'), changed)
    await expect(importInto(house, folder, {}, manifest)).rejects.toThrow('not as it was exported')
    expect(isEmpty(await contents(house.server))).toBe(true)
  })

  test('a table is made otherwise here', async () => {
    await asSuperuser(house.server, (client) => client.query('alter table login.tries add column more text'))
    await expect(importInto(house, folder)).rejects.toThrow('The table login.tries is not the same here')
    await asSuperuser(house.server, (client) => client.query('drop table login.tries'))
    await expect(importInto(house, folder)).rejects.toThrow('The table login.tries is not the same here')
    expect(isEmpty(await contents(house.server))).toBe(true)
  })

  test('the database does not take it, and says so without a word of the row', async () => {
    await asSuperuser(house.server, (client) =>
      client.query(`alter table patient add check (given_name <> 'Walter')`),
    )
    const refused = importInto(house, folder)
    await expect(refused).rejects.toThrow('(SQLSTATE 23514): nothing was stored.')
    await expect(refused).rejects.not.toThrow('Walter')
    expect(isEmpty(await contents(house.server))).toBe(true)
  })
})

test('a chain that was tampered with comes along as it was, and the manifest has counted its troubles', async () => {
  const tampered = await openInstallation()
  try {
    await furnishFully(tampered)
    await asSuperuser(tampered.server, (client) =>
      client.query(
        `update audit_event set action = 'read-chart' where position = (select position from audit_seal where link = 7)`,
      ),
    )
    const other = newFolder()
    expect((await exportFrom(tampered, other)).trail.troubles).toBe(1)
    await importInto(house, other)
    expect(await contents(house.server)).toEqual(await contents(tampered.server))
  } finally {
    await tampered.close()
  }
})

test('checkpoints join those in the file outside once, and unknown ones are counted', async () => {
  const kept = checkpointFileOf(house)
  writeFileSync(kept, `{"of":"${randomUUID()}"}\n`)
  expect(await keepCheckpoints(folder, kept)).toBe(1)
  expect(await keepCheckpoints(folder, kept)).toBe(1)
  expect(readFileSync(kept, 'utf8').trim().split('\n')).toHaveLength(2)
  expect(readdirSync(house.dataDir)).toContain('audit-checkpoints.jsonl')
})
