import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Checkpoint,
  checkpointKey,
  sealBatch,
  signCheckpoints,
  startSealer,
} from '../../app/access/audit/sealer.ts'
import { verifyAudit } from '../../app/access/audit/verify.ts'
import { Permit } from '../../app/access/permit.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

const key = checkpointKey('a secret of the installation, outside the database')
const EVENTS = 12

let postgres: TestDatabase
let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-audit-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

// A chain is the whole database's: each test has one of its own.
beforeEach(async () => {
  postgres = await openTestDatabase()
  file = path.join(folder, randomUUID())
  return () => postgres.close()
})

async function writeEvents(count = EVENTS) {
  const practiceId = await makePractice(postgres.everything)
  const patient = await makePatient(postgres.everything, practiceId)
  for (let i = 0; i < count; i++) await Permit.ask(postgres.db, patient, 'read-today', patient.id)
}

const pool = () => postgres.poolAs('sealer')
const kept = () => {
  const lines = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Checkpoint)
}
const verify = () => verifyAudit(pool(), key, kept())
const tamper = (text: string) => sql.raw(text).execute(postgres.everything)

describe('the audit chain', () => {
  test('seals every event once, in order, whoever runs it and however often', async () => {
    await writeEvents()
    await Promise.all([sealBatch(pool(), '0'), sealBatch(pool(), '0')])
    await sealBatch(pool(), '0')
    await signCheckpoints(pool(), key, file)
    expect(await verify()).toEqual({ links: EVENTS, checkpoints: 2, unsealed: 0, troubles: [] })
  })

  test('an event whose transaction committed late is sealed all the same', async () => {
    await writeEvents(2)
    const client = await postgres.poolAs('owner', 1).connect()
    await client.query('begin')
    await client.query(
      `insert into audit_event (practice_id, actor_id, actor_role, kind, action, patient_ids, outcome)
       select practice_id, actor_id, actor_role, kind, action, patient_ids, outcome from audit_event limit 1`,
    )
    await writeEvents(1)
    expect((await sealBatch(pool(), '0')).count).toBe(3)
    await client.query('commit')
    client.release()
    expect((await sealBatch(pool(), '0')).count).toBe(1)
    expect(await verify()).toMatchObject({ links: 4, unsealed: 0, troubles: [] })
  })

  test.each([
    ['actor_role', `'admin'`],
    ['action', `'read-chart'`],
    ['outcome', `'refused'`],
    ['patient_ids', `'{}'`],
    ['actor_id', 'gen_random_uuid()'],
    ['at', `at + interval '1 microsecond'`],
    ['cause', `'tell-care-team 1'`],
    ['kind', `'list'`],
  ])('a change of %s is found, and at its row', async (column, value) => {
    await writeEvents()
    await sealBatch(pool(), '0')
    const link = randomInt(1, EVENTS + 1)
    await tamper(`update audit_event set ${column} = ${value}
      where position = (select position from audit_seal where link = ${link})`)
    expect((await verify()).troubles).toMatchObject([{ link: String(link), what: 'event changed' }])
  })

  test('a hundred random deletions and swaps are all found', async () => {
    await writeEvents(120)
    await sealBatch(pool(), '0')
    await signCheckpoints(pool(), key, file)
    expect((await verify()).troubles).toEqual([])
    const client = await postgres.poolAs('owner', 1).connect()
    for (let i = 0; i < 100; i++) {
      const a = randomInt(1, 120)
      const tampering = [
        `delete from audit_event where position = (select position from audit_seal where link = ${a})`,
        `delete from audit_seal where link = ${a}`,
        `delete from audit_seal where link >= ${a}`,
        // Two events trade places in the chain, hashes and all.
        `update audit_seal set link = -link where link in (${a}, ${a + 1});
         update audit_seal set link = ${2 * a + 1} + link where link < 0`,
      ][i % 4] as string
      await client.query('begin')
      await client.query(tampering)
      const { troubles } = await verifyAudit(client, key, kept())
      await client.query('rollback')
      expect(troubles.length, `${i}: ${tampering}`).toBeGreaterThan(0)
    }
    client.release()
  })

  test('cutting off the end, checkpoints included, is noticed by the file outside', async () => {
    await writeEvents()
    await sealBatch(pool(), '0')
    await signCheckpoints(pool(), key, file)
    await tamper(`delete from audit_event where position in (select position from audit_seal where link > 5)`)
    await tamper('delete from audit_seal where link > 5')
    await tamper('delete from audit_checkpoint')
    expect((await verify()).troubles).toMatchObject([{ link: String(EVENTS), what: 'link missing' }])
  })

  test('a chain made anew, without the key, does not fit its checkpoints', async () => {
    await writeEvents()
    await sealBatch(pool(), '0')
    await signCheckpoints(pool(), key, file)
    await tamper(`update audit_event set action = 'submit-answers'`)
    await tamper('delete from audit_seal')
    await sealBatch(pool(), '0')
    expect((await verify()).troubles).toMatchObject([{ what: 'chain differs from checkpoint' }])
    await tamper(
      `update audit_checkpoint set hash = (select hash from audit_seal order by link desc limit 1)`,
    )
    expect((await verify()).troubles.map(({ what }) => what)).toContain('checkpoint not ours')
  })

  test('the sealer, left alone, seals soon and signs', async () => {
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const sealer = startSealer({
      ...{
        pool: pool(),
        secret: 'a secret of the installation, outside the database',
        checkpointFile: file,
        log,
      },
    })
    await writeEvents(3)
    await expect.poll(async () => (await verify()).links, { timeout: 15_000 }).toBe(3)
    await sealer.stop()
  })

  test('the app role cannot read the trail, change it, or touch the chain', async () => {
    await writeEvents(1)
    const { db } = postgres
    expect(
      await db
        .selectFrom('audit_event')
        .selectAll()
        .execute()
        .catch((error) => error.code),
    ).toBe('42501')
    await expect(sql`update audit_event set action = 'x'`.execute(db)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(sql`delete from audit_seal`.execute(db)).rejects.toMatchObject({ code: '42501' })
  })
})
